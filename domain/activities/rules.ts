/**
 * The rules of what a class is given: when it is open, until when somebody works on it, whether an answer counts, and when
 * answers are told. Pure; every moment is one of the database's clock, in ms since 1970.
 */

/** When verdicts, right answers and solutions are shown to who handed in. */
export const ANSWERS = ['atOnce', 'afterDue', 'afterClosing', 'onRelease', 'never'] as const;
export type AnswersShown = (typeof ANSWERS)[number];

/** What becomes of what comes after the due date: it counts with a sign; it counts less; it counts no more. */
export const LATE = ['accepted', 'deducted', 'closed'] as const;
export type Late = (typeof LATE)[number];

export interface ActivityRules {
  /** null: at once */
  opensAt: number | null;
  dueAt: number | null;
  /** null: never */
  closesAt: number | null;
  /** at each question; 0: as many as one likes; null: as the question says */
  attempts: number | null;
  /** from when a student begins; null: no limit */
  minutes: number | null;
  answers: AnswersShown;
  /** after the due date; where there is none, nothing is late */
  late: Late;
  /** when a teacher has released answers and points; null: not yet. It says something where `answers` is `onRelease` */
  releasedAt: number | null;
}

/** A student has begun what has a time limit. */
export interface Sitting {
  begunAt: number;
  /** what was typed has been handed in at its end */
  settled: boolean;
  /** 1, 2, 3 …: with another attempt, another time */
  number: number;
}

/** An activity as one student has it: by its rules, and by what is different for them alone (`override.ts`). */
export interface GivenActivity extends ActivityRules {
  id: string;
  /** the newest */
  sitting: Sitting | null;
  /** attempts at each question, or times to sit it, beyond those of the others */
  more: number;
  /** of the earned points for each day begun, and what is left at least: where what is late counts less */
  latePercent: number;
  lateFloor: number;
  /** values that a student draws to practise count as well */
  newValues: boolean;
  /** which questions of a lesson it gives, by their names; null: all */
  questions: readonly string[] | null;
  /** the share of the usual time that this student has; 0: no limit */
  timeFactor: number;
  /** students are asked in orders of their own, which follow from the seed */
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  seed: string;
}

/**
 * - `notOpen`  nothing of it is shown yet
 * - `toBegin`  it has a time limit, and this student has not begun
 * - `open`     what is handed in counts
 * - `over`     this student's time is up, and others may still work
 * - `closed`   nothing counts any more
 */
export type Phase = 'notOpen' | 'toBegin' | 'open' | 'over' | 'closed';

const MINUTE_MS = 60_000;
/** What was on its way at the end of a time limit may arrive this much later, if the server had it as a draft before. */
export const GRACE_MS = 60_000;

/** Whether an activity is one with a clock for this student. */
export function isTimed({ minutes, timeFactor }: Pick<GivenActivity, 'minutes' | 'timeFactor'>): boolean {
  return minutes !== null && timeFactor !== 0;
}

/**
 * Since when somebody has no time left for what has a time limit, and no other attempt; null: they have, or for them it has none, also
 * where that was said after their time had ended.
 */
export function timeUpAt(
  given: Pick<GivenActivity, 'minutes' | 'timeFactor' | 'more'>,
  { settledAt, number }: { settledAt: number | null; number: number },
): number | null {
  return isTimed(given) && number > given.more ? settledAt : null;
}

/** Until when a student works on it; null: there is no end, or they have not begun. An end is the last moment that counts. */
export function endOf(given: Pick<GivenActivity, 'minutes' | 'timeFactor' | 'sitting' | 'closesAt'>): number | null {
  const { minutes, timeFactor, sitting, closesAt } = given;
  const limit =
    minutes === null || timeFactor === 0 || sitting === null
      ? Number.POSITIVE_INFINITY
      : sitting.begunAt + minutes * timeFactor * MINUTE_MS;
  const end = Math.min(limit, closesAt ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(end) ? end : null;
}

/** How an activity stands for a student at a moment. */
export function phaseOf(given: GivenActivity, now: number): Phase {
  const { opensAt, closesAt, sitting } = given;
  if (opensAt !== null && now < opensAt) return 'notOpen';
  if (closesAt !== null && now > closesAt) return 'closed';
  if (!isTimed(given)) return 'open';
  if (sitting === null) return 'toBegin';
  // what was handed in at the end by the server is the last of it, whatever becomes of the limit later
  if (!sitting.settled && now <= (endOf(given) ?? now)) return 'open';
  return sitting.number <= given.more ? 'toBegin' : 'over';
}

/** From when answers are told; null: never. */
export function toldFrom({
  answers,
  dueAt,
  closesAt,
  releasedAt,
}: Pick<ActivityRules, 'answers' | 'dueAt' | 'closesAt' | 'releasedAt'>): number | null {
  if (answers === 'atOnce') return 0;
  if (answers === 'never') return null;
  if (answers === 'onRelease') return releasedAt;
  return answers === 'afterDue' ? dueAt : closesAt;
}

/** Whether an activity keeps its students from being told: from when it opens. */
export function withholds(
  rules: Pick<ActivityRules, 'opensAt' | 'dueAt' | 'closesAt' | 'answers' | 'releasedAt'>,
  now: number,
): boolean {
  if (rules.opensAt !== null && now < rules.opensAt) return false;
  const from = toldFrom(rules);
  return from === null || now <= from;
}

/** The same of its points: what never tells its answers tells these once it has closed. */
export function keepsPoints(
  rules: Pick<ActivityRules, 'opensAt' | 'dueAt' | 'closesAt' | 'answers' | 'releasedAt'>,
  now: number,
): boolean {
  const isOver = rules.closesAt !== null && now > rules.closesAt;
  return withholds(rules, now) && !(rules.answers === 'never' && isOver);
}

/** Why rules do not fit together, by the field that it is said at; undefined: they do. */
export function faultOf(
  rules: ActivityRules,
): { code: 'datesOrder' | 'answersNeedDate' | 'lateNeedsDue'; field: string } | undefined {
  const { opensAt, dueAt, closesAt, answers, late } = rules;
  const before = (one: number | null, other: number | null): boolean => one === null || other === null || one < other;
  if (!before(opensAt, closesAt)) return { code: 'datesOrder', field: 'closesAt' };
  if (!before(opensAt, dueAt)) return { code: 'datesOrder', field: 'dueAt' };
  if (dueAt !== null && closesAt !== null && dueAt > closesAt) return { code: 'datesOrder', field: 'dueAt' };
  if (late !== 'accepted' && dueAt === null) return { code: 'lateNeedsDue', field: 'late' };
  const closes = closesAt ?? (late === 'closed' ? dueAt : null);
  if ((answers === 'afterDue' && dueAt === null) || (answers === 'afterClosing' && closes === null))
    return { code: 'answersNeedDate', field: 'answers' };
  return undefined;
}
