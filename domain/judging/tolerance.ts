/** How far a number may be from what is expected. */

/**
 * Either |got − expected| ≤ absolute + relative·|expected|, or at most so many units in the last place: `ulp: 0` is exact,
 * `ulp: 1` also allows the two neighbours among doubles. `whole`: two whole numbers agree only where they are the same.
 */
export type Tolerance = { absolute: number; relative: number; whole?: true } | { ulp: number };
/**
 * For values that are computed, not measured: rounding in another order of operations stays far below. What is counted has
 * no rounding: 12,586,269,026 is not 12,586,269,025.
 */
export const DEFAULT_TOLERANCE: Tolerance = { absolute: 1e-6, relative: 1e-6, whole: true };
/**
 * For derivatives that a submission takes by finite differences. A forward difference with step h is off by about
 * h/2·f″: with h = 1e-5 that stays under 2e-4 up to f″ = 40. An error of 1 % exceeds it from values of 0.03 on.
 */
export const DERIVATIVE_TOLERANCE: Tolerance = { absolute: 2e-4, relative: 1e-3 };

/** Position of the first number outside the tolerance; −1: none. What is not a number never agrees, not even with itself. */
export function firstDifference(wanted: readonly number[], came: readonly number[], tolerance: Tolerance): number {
  return wanted.findIndex((value, index) => !close(value, came[index] ?? Number.NaN, tolerance));
}

/** Beyond it a float that was rounded may well come out whole, and is not taken for a count. */
const MOST_COUNTED = 2 ** 40;

/** Whether a number is near enough. */
export function close(wanted: number, came: number, tolerance: Tolerance): boolean {
  if (wanted === came) return true;
  // relative to what is infinite everything would be near
  if (!Number.isFinite(came) || !Number.isFinite(wanted)) return false;
  if ('ulp' in tolerance) return ulpsBetween(wanted, came) <= BigInt(tolerance.ulp);
  if (tolerance.whole && isCount(wanted) && isCount(came)) return false;
  return Math.abs(came - wanted) <= tolerance.absolute + tolerance.relative * Math.abs(wanted);
}

const isCount = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < MOST_COUNTED;

/** Whether two integers of any size, as text, must be the same: where the tolerance says so, whatever doubles can tell apart. */
export const mustBeSame = (tolerance: Tolerance): boolean =>
  'ulp' in tolerance ? tolerance.ulp === 0 : tolerance.whole === true;

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** How many steps from one double to its neighbour lie between two finite ones; both zeros are the same. */
export function ulpsBetween(one: number, other: number): bigint {
  const difference = place(one) - place(other);
  return difference < 0n ? -difference : difference;
}

/** Doubles in order, numbered: the bits of a positive one are its number (IEEE 754), negative ones go the other way. */
function place(value: number): bigint {
  double[0] = Math.abs(value);
  const [number = 0n] = bits;
  return value < 0 ? -number : number;
}
