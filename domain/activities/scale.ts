/** Scales of marks: which mark a share of the points is. Pure; pages carry it, so no schemas stand here. */

/** A mark from so many percent on, 0 to 100. The last one is from 0. */
export interface Mark {
  name: string;
  from: number;
}

/** Why marks are no scale; undefined: they are. */
export function faultOfScale(marks: readonly Mark[]): 'empty' | 'order' | 'fromZero' | 'names' | undefined {
  if (marks.length === 0) return 'empty';
  if (marks.some(({ name }) => name.trim() === '') || new Set(marks.map(({ name }) => name)).size < marks.length)
    return 'names';
  if (marks.some(({ from }, at) => at > 0 && from >= (marks[at - 1]?.from ?? 0))) return 'order';
  return marks.at(-1)?.from === 0 ? undefined : 'fromZero';
}

/**
 * The mark of a share, 0 to 1. It is rounded first, once, to a hundredth of a percent, half up: 89.995 % is 90 %.
 * @param marks from the best down
 */
export function markOf(share: number, marks: readonly Mark[]): string | undefined {
  const percent = roundedPercent(share);
  return (marks.find(({ from }) => percent >= from) ?? marks.at(-1))?.name;
}

/** In percent to two places, half up. */
export function roundedPercent(share: number): number {
  // what is half in decimal is often a little less in binary
  return Math.floor(share * 10_000 + 0.5 + 1e-9) / 100;
}

/**
 * Scales to begin with, for a school to change: letters as they are common in the United States; German marks by the scale of the
 * chambers of commerce (92, 81, 67, 50, 30); points of the German upper school (95 % and down by fives, then 33, 27, 20).
 */
export const SCALES = {
  letters: scaleOf([
    ['A', 93],
    ['A−', 90],
    ['B+', 87],
    ['B', 83],
    ['B−', 80],
    ['C+', 77],
    ['C', 73],
    ['C−', 70],
    ['D', 60],
    ['F', 0],
  ]),
  german: scaleOf([
    ['1', 92],
    ['2', 81],
    ['3', 67],
    ['4', 50],
    ['5', 30],
    ['6', 0],
  ]),
  points15: scaleOf([
    ['15', 95],
    ['14', 90],
    ['13', 85],
    ['12', 80],
    ['11', 75],
    ['10', 70],
    ['9', 65],
    ['8', 60],
    ['7', 55],
    ['6', 50],
    ['5', 45],
    ['4', 40],
    ['3', 33],
    ['2', 27],
    ['1', 20],
    ['0', 0],
  ]),
  passFail: scaleOf([
    ['passed', 50],
    ['not passed', 0],
  ]),
} as const;

function scaleOf(marks: readonly (readonly [string, number])[]): readonly Mark[] {
  return marks.map(([name, from]) => ({ name, from }));
}
