/**
 * How a student stands to a lesson or quiz: by all activities that give it to them, since they may sit in two classes. What one
 * of them opens is open, and the strictest of those that are open says when answers are told. Pure.
 */
import { type ActivityRules, type GivenActivity, phaseOf, toldFrom, withholds } from './rules.ts';

/** What becomes of what is handed in now: it counts; it is practice, which counts nowhere; or nothing is taken any more. */
export type Takes = 'counts' | 'practice' | 'nothing';

export interface Standing {
  /** nothing of it travels before */
  readable: boolean;
  takes: Takes;
  /** the activities by which it counts now; by none */
  counting: readonly GivenActivity[];
  /** all of them, as they came */
  given: readonly GivenActivity[];
  /** the time has come at which answers are told to everybody, whatever they handed in */
  released: boolean;
}

/** @param given none: it was not given to them, and a lesson is read and practised as it always is */
export function standingOf(given: readonly GivenActivity[], now: number): Standing {
  const phases = given.map((one) => phaseOf(one, now));
  const counting = given.filter((_one, at) => phases[at] === 'open');
  const readable = given.length === 0 || phases.some((phase) => phase !== 'notOpen' && phase !== 'toBegin');
  const kept = given.some((one) => withholds(one, now));
  const practice = kept ? 'nothing' : 'practice';
  return {
    readable,
    takes: given.length === 0 || counting.length > 0 ? 'counts' : practice,
    counting,
    given,
    released: !kept && given.some((one) => one.answers !== 'atOnce' && !isNotOpen(one, now)),
  };
}

const isNotOpen = ({ opensAt }: ActivityRules, now: number): boolean => opensAt !== null && now < opensAt;

/** How many attempts somebody has at a question: the most that one of the activities allows; null: as many as one likes. */
export function attemptsAt(
  question: { attempts: number | null; practises?: true | undefined },
  standing: Standing,
): number | null {
  if (practisesAt(question, standing)) return null;
  const { counting, given } = standing;
  const by = counting.length > 0 ? counting : given;
  if (by.length === 0) return question.attempts;
  const most = Math.max(
    ...by.map(({ attempts, more }) => asNumber(attempts === null ? question.attempts : attempts || null) + more),
  );
  return Number.isFinite(most) ? most : null;
}

/** How somebody stands to one question: by the activities that give it. A lesson is readable as a whole. */
export function standingAt({ given, readable }: Standing, question: string, now: number): Standing {
  if (given.every(({ questions }) => questions === null)) return standingOf(given, now);
  const asks = given.filter(({ questions }) => questions === null || questions.includes(question));
  return { ...standingOf(asks, now), readable };
}

/** Whether what is handed in to it is practice because its values were drawn to practise. */
export function practisesAt({ practises }: { practises?: true | undefined }, { counting }: Standing): boolean {
  return practises === true && !counting.some(({ newValues }) => newValues);
}

const asNumber = (attempts: number | null): number => attempts ?? Number.POSITIVE_INFINITY;

/** What is not told yet, and until when; null: never. */
export interface Untold {
  until: number | null;
}

/** What activities that ask a question keep from a student at a moment; undefined: nothing. */
export function untoldBy(rules: readonly ActivityRules[], now: number): Untold | undefined {
  const keeping = rules.filter((one) => withholds(one, now));
  if (keeping.length === 0) return undefined;
  const moments = keeping.map((one) => toldFrom(one));
  return { until: moments.includes(null) ? null : Math.max(...moments.map((at) => at ?? 0)) };
}

/**
 * Since when everything of some questions is told to a student, of which activities kept something: by all that ask any of them.
 * null: one of them keeps something still, or none has kept anything.
 */
export function toldSince(rules: readonly ActivityRules[], now: number): number | null {
  if (untoldBy(rules, now) !== undefined) return null;
  // what is not open yet keeps nothing, and has not told anything either
  const moments = rules.flatMap((one) => (isNotOpen(one, now) ? [] : [toldFrom(one) ?? 0]));
  return Math.max(0, ...moments) || null;
}
