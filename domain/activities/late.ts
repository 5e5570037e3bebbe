/** What is taken off for being late: so much of the earned points for each 24 hours begun after the due date. Pure. */
import type { Late } from './rules.ts';

const DAY_MS = 86_400_000;

export interface LateRule {
  late: Late;
  /** null: nothing is late */
  dueAt: number | null;
  /** of the earned points for each day begun, 0 to 100 */
  latePercent: number;
  /** what is left at least, in percent of the earned points */
  lateFloor: number;
}

/**
 * Days begun after the due date; 0: in time. A day is 24 hours, also where clocks are changed in between.
 * @param at when it was received, in ms since 1970
 */
export function daysLate(dueAt: number | null, at: number): number {
  return dueAt === null || at <= dueAt ? 0 : Math.ceil((at - dueAt) / DAY_MS);
}

/** The share of the earned points that is left, 0 to 1. */
export function shareLeft({ late, latePercent, lateFloor }: LateRule, days: number): number {
  if (late !== 'deducted' || days === 0) return 1;
  return Math.max(lateFloor, 100 - latePercent * days, 0) / 100;
}
