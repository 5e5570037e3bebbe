/** How a result stands at a moment, in one word: what a teacher's table shows by sign and word. Pure. */

/**
 * - `excused`  it counts neither for nor against
 * - `notOpen`  it is not open for them yet
 * - `nothing`  nothing is handed in, and something still can be
 * - `missing`  nothing was handed in, and nothing can be any more: 0 points
 * - `waits`    something is being graded, or waits for a teacher
 * - `begun`    some of it is handed in, and more can be
 * - `done`     all of it is handed in, or it is over
 */
export type ResultState = 'excused' | 'notOpen' | 'nothing' | 'missing' | 'waits' | 'begun' | 'done';

interface Stand {
  excused: boolean;
  /** points that a teacher gave in place of what follows; null: none */
  given: number | null;
  handedIn: number;
  asked: number;
  waits: number;
  opensAt: number | null;
  /** for them; null: never */
  closesAt: number | null;
}

export function resultState(one: Stand, now: number): ResultState {
  const { excused, given, handedIn, asked, waits, opensAt, closesAt } = one;
  const isOver = closesAt !== null && now > closesAt;
  if (excused) return 'excused';
  if (given !== null) return 'done';
  if (waits > 0) return 'waits';
  if (handedIn === 0) return isOver ? 'missing' : opensAt !== null && now < opensAt ? 'notOpen' : 'nothing';
  return isOver || handedIn >= asked ? 'done' : 'begun';
}

/** Whether it has points that say something: not before anything is handed in or it is over, and not where one is excused. */
export const hasPoints = (state: ResultState): boolean => !['excused', 'notOpen', 'nothing'].includes(state);
