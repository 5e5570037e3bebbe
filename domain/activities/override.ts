/**
 * What one student has instead of the others: until when, excused, more time, another attempt, no deduction. Pure.
 */
import type { ActivityRules, AnswersShown } from './rules.ts';

export interface Override {
  /** due for them then, and open until then at least; null: as for the others */
  until: number | null;
  /** it counts for nothing with them, neither for nor against */
  excused: boolean;
  /** share of the usual time under a time limit; 0: none; null: as they have it in the class */
  timeFactor: number | null;
  /** attempts at each question, or times to sit what has a time limit, beyond those of the others */
  more: number;
  /** nothing is taken off for being late */
  waived: boolean;
}

export const NO_OVERRIDE: Override = { until: null, excused: false, timeFactor: null, more: 0, waived: false };

type Dates = Pick<ActivityRules, 'dueAt' | 'closesAt' | 'late'>;
interface Rules extends Dates {
  answers: AnswersShown;
  releasedAt: number | null;
}

/**
 * When it is due and closes for a student. A date of their own takes the place of the due date, and keeps open what would have
 * closed before; what takes nothing late closes when it is due. What waits for its release closes with it, for everybody: from then
 * on the right answers are there to be copied.
 */
export function datesFor(rules: Rules, { until }: Pick<Override, 'until'>): Dates {
  const own = ownDates(rules, until);
  const told = rules.answers === 'onRelease' ? rules.releasedAt : null;
  return told === null ? own : { ...own, closesAt: Math.min(own.closesAt ?? told, told) };
}

function ownDates({ dueAt, closesAt, late }: Dates, until: number | null): Dates {
  const due = until ?? dueAt;
  if (late === 'closed' && due !== null)
    return { late, dueAt: due, closesAt: until === null && closesAt !== null ? Math.min(due, closesAt) : due };
  return { late, dueAt: due, closesAt: closesAt === null || until === null ? closesAt : Math.max(closesAt, until) };
}

/** Whether there is anything that is not as for the others. */
export function isOverride({ until, excused, timeFactor, more, waived }: Override): boolean {
  return until !== null || excused || timeFactor !== null || more > 0 || waived;
}
