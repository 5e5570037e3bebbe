/** The rules for what comes late, as they are typed. */
import type { ActivitySettings } from '../../../domain/activities/settings.ts';

export type LateRules = Pick<ActivitySettings, 'late' | 'latePercent' | 'lateFloor' | 'keeps' | 'newValues'>;
export type LateTyped = Omit<LateRules, 'latePercent' | 'lateFloor'> & { latePercent: string; lateFloor: string };

export function typedLate({ late, latePercent, lateFloor, keeps, newValues }: LateRules): LateTyped {
  return { late, keeps, newValues, latePercent: String(latePercent), lateFloor: String(lateFloor) };
}

/** What is wanted, or the first field of it that holds no such number. */
export function readLate(typed: LateTyped): LateRules | { field: 'latePercent' | 'lateFloor' } {
  const [latePercent, lateFloor] = [percent(typed.latePercent), percent(typed.lateFloor)];
  if (latePercent === undefined) return { field: 'latePercent' };
  if (lateFloor === undefined) return { field: 'lateFloor' };
  const { late, keeps, newValues } = typed;
  return { late, keeps, newValues, latePercent, lateFloor };
}

/** With a decimal comma or point, and with the sign or without. Undefined: none from 0 to 100. */
function percent(text: string): number | undefined {
  const plain = text.trim().replace(/\s*%$/, '').replace(',', '.');
  const value = /^\d{1,3}(\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined;
  return value === undefined || value > 100 ? undefined : value;
}
