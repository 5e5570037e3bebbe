/** How far a place is from where something is 0, in the units of the place: found along its slope. */

/** A function of some numbers. */
export type Of = (...at: number[]) => number;

const MOST_STEPS = 60;
const NEAR = 1e-12;

/**
 * Newton's steps to the nearest zero; each doubles the right digits, or halves the distance where the zero is a double one.
 * @param units what one of each number is worth: a step of 1 in it is so far
 * @returns infinity where none is found
 */
export function distanceToZero(of: Of, at: readonly number[], units: readonly number[] = at.map(() => 1)): number {
  const place = [...at];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const value = of(...place);
    if (!Number.isFinite(value)) return Number.POSITIVE_INFINITY;
    if (Math.abs(value) < NEAR) return far(at, place, units);
    const slopes = place.map((one, index) => slope(of, place, index, one) / (units[index] ?? 1));
    const square = slopes.reduce((sum, one) => sum + one * one, 0);
    if (!(square > 0) || !Number.isFinite(square)) return Number.POSITIVE_INFINITY;
    for (const [index, one] of slopes.entries())
      place[index] = (place[index] ?? 0) - (value * one) / square / (units[index] ?? 1);
    // what is left of the way is no more than the last step
    if (Math.abs(value) / Math.sqrt(square) < NEAR) return far(at, place, units);
  }
  return Number.POSITIVE_INFINITY;
}

function far(from: readonly number[], to: readonly number[], units: readonly number[]): number {
  return Math.hypot(...from.map((one, index) => ((to[index] ?? 0) - one) * (units[index] ?? 1)));
}

/** About the cube root of a double's precision, where a difference of two is best. */
const STEP = 6e-6;

function slope(of: Of, place: readonly number[], index: number, at: number): number {
  const step = STEP * Math.max(1, Math.abs(at));
  const moved = (by: number): number[] => place.map((one, other) => (other === index ? one + by : one));
  return (of(...moved(step)) - of(...moved(-step))) / (2 * step);
}
