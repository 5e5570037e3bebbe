/** Constants of the error bounds. */

/** 2⁻⁵³: the relative error of one correctly rounded operation. */
export const HALF_ULP = 2 ** -53;
/** Covers what is lost when a result falls below the normal numbers. */
export const TINY = 2e-320;
/** Radius of a value about which doubles say nothing. */
export const LOST = Number.POSITIVE_INFINITY;
/** Radius of a value that does not exist. */
export const UNDEFINED = Number.NaN;
/** Relative error granted to a function of the language's library: V8's are within 1 ulp, others within a few. */
export const LIBRARY = 8 * HALF_ULP;

/** The radius that belongs to the value an operation has just given: no object is made in the inner loop. */
export const RADIUS = new Float64Array(1);

/** At least e^δ − 1, for δ ≥ 0: how much a value grows whose logarithm grows by δ. For small δ it is below 1.006·δ. */
export function growth(change: number): number {
  return change < 0.01 ? change * 1.01 : Math.expm1(change) * 1.01;
}
