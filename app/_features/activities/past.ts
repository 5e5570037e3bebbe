/** Dates that are set anew and lie in the past: who sets one is asked whether it is meant. */
import type { ActivitySettings } from '../../../domain/activities/settings.ts';

const DATES = ['dueAt', 'closesAt'] as const;

/** @param now ms since 1970 */
export function pastIn(
  before: Pick<ActivitySettings, 'dueAt' | 'closesAt'>,
  wanted: Pick<ActivitySettings, 'dueAt' | 'closesAt'>,
  now: number,
): string[] {
  return DATES.flatMap((name) => {
    const at = wanted[name];
    return at !== null && at !== before[name] && Date.parse(at) < now ? [at] : [];
  });
}
