/**
 * Parts of the real line as what they are: the points at which something changes, whether each belongs, and whether what lies between
 * them does. How a set was written is gone, so that two that are equal look equal. It knows of its points only how they are ordered.
 */

export interface RealSet<T> {
  /** rising */
  readonly points: readonly T[];
  /** whether each point belongs */
  readonly at: readonly boolean[];
  /** whether what lies before the first point, between two, and after the last belongs: one more than there are points */
  readonly between: readonly boolean[];
}

/** Below 0, 0 or above 0, as one stands left of, on or right of the other. */
export type Order<T> = (one: T, other: T) => number;

export const NOTHING: RealSet<never> = { points: [], at: [], between: [false] };
export const ALL: RealSet<never> = { points: [], at: [], between: [true] };

export const point = <T>(value: T): RealSet<T> => ({ points: [value], at: [true], between: [false, false] });

/** What lies before a point, or after it. */
export const ray = <T>(side: 'before' | 'after', end: T, closed: boolean): RealSet<T> => ({
  points: [end],
  at: [closed],
  between: [side === 'before', side === 'after'],
});

export const complement = <T>({ points, at, between }: RealSet<T>): RealSet<T> => ({
  points,
  at: at.map((one) => !one),
  between: between.map((one) => !one),
});

/** What belongs by a rule that is told whether it belongs to each of two sets. */
export function combined<T>(
  one: RealSet<T>,
  other: RealSet<T>,
  rule: (inOne: boolean, inOther: boolean) => boolean,
  order: Order<T>,
): RealSet<T> {
  const points: T[] = [];
  const at: boolean[] = [];
  const between = [rule(one.between[0] ?? false, other.between[0] ?? false)];
  let [i, j] = [0, 0];
  while (i < one.points.length || j < other.points.length) {
    const [left, right] = [one.points[i], other.points[j]];
    const side = left === undefined ? 1 : right === undefined ? -1 : order(left, right);
    const next = side <= 0 ? left : right;
    const inOne = (side <= 0 ? one.at[i] : one.between[i]) ?? false;
    const inOther = (side >= 0 ? other.at[j] : other.between[j]) ?? false;
    if (side <= 0) i += 1;
    if (side >= 0) j += 1;
    if (next === undefined) break;
    points.push(next);
    at.push(rule(inOne, inOther));
    between.push(rule(one.between[i] ?? false, other.between[j] ?? false));
  }
  return reduced({ points, at, between });
}

export const union = <T>(one: RealSet<T>, other: RealSet<T>, order: Order<T>): RealSet<T> =>
  combined(one, other, (a, b) => a || b, order);
export const intersection = <T>(one: RealSet<T>, other: RealSet<T>, order: Order<T>): RealSet<T> =>
  combined(one, other, (a, b) => a && b, order);
export const difference = <T>(one: RealSet<T>, other: RealSet<T>, order: Order<T>): RealSet<T> =>
  combined(one, other, (a, b) => a && !b, order);

/** Without the points at which nothing changes. */
function reduced<T>({ points, at, between }: RealSet<T>): RealSet<T> {
  const keeps = points.map((_, i) => at[i] !== between[i] || at[i] !== between[i + 1]);
  return {
    points: points.filter((_, i) => keeps[i]),
    at: at.filter((_, i) => keeps[i]),
    between: between.filter((_, i) => i === 0 || keeps[i - 1]),
  };
}

export const isEmpty = ({ points, between }: RealSet<unknown>): boolean => points.length === 0 && between[0] === false;
export const isAll = ({ points, between }: RealSet<unknown>): boolean => points.length === 0 && between[0] === true;

const same = (one: readonly boolean[], other: readonly boolean[]): boolean =>
  one.length === other.length && one.every((belongs, i) => belongs === other[i]);

/** Whether two sets are equal; where not, whether they are so but for their ends. */
export function relation<T>(
  one: RealSet<T>,
  other: RealSet<T>,
  isSame: (one: T, other: T) => boolean,
): 'equal' | 'ends' | 'different' {
  if (!same(one.between, other.between)) return 'different';
  const points = one.points.every((mine, i) => {
    const theirs = other.points[i];
    return theirs !== undefined && isSame(mine, theirs);
  });
  if (!points) return 'different';
  return same(one.at, other.at) ? 'equal' : 'ends';
}
