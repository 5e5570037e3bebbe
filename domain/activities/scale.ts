/** Scales of marks: which mark a share of the points is. Pure. */

import { z } from 'zod';

/** A mark from so many percent on, 0 to 100. The last one is from 0. */
export const mark = z.strictObject({ name: z.string(), from: z.number() });
export type Mark = z.infer<typeof mark>;

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
