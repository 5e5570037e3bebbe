/** Which rows of a long table are laid out: those in sight with some around them, and one that must not go. Pure. */

export interface Stretch {
  /** the first row of it, from 0 */
  from: number;
  /** the row after its last */
  to: number;
}

/** So many rows above and below those in sight are there already when they come into it. */
const AROUND = 10;
/** The stretch moves by so many rows at once, so that a scroll does not lay out anew at each row. */
const STEP = 5;

/** The rows around those in sight. */
export function stretchAround(sight: { top: number; height: number }, rowHeight: number): Stretch {
  const first = Math.floor(sight.top / rowHeight) - AROUND;
  const from = Math.max(0, Math.floor(first / STEP) * STEP);
  return { from, to: from + Math.ceil(sight.height / rowHeight) + 2 * AROUND + STEP };
}

/** That stretch of `count` rows, and one more row wherever it stands; in order, and none of them twice. */
export function stretchesOf(count: number, { from, to }: Stretch, kept: number | undefined): Stretch[] {
  const near = { from: Math.min(from, count), to: Math.min(to, count) };
  if (kept === undefined || kept < 0 || kept >= count || (kept >= near.from && kept < near.to)) return [near];
  const alone = { from: kept, to: kept + 1 };
  return kept < near.from ? [alone, near] : [near, alone];
}
