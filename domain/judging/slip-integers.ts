/** Slips of whole numbers: decimals cut off, a step lost in an integer point, and numbers beyond what a type can hold. */
import type { Numeric } from './numeric.ts';
import type { CallArgument, Reported } from './report.ts';

/** Whole numbers where decimals were cut off; what is cut may itself be a little off, as finite differences are. */
export function isTruncated(wanted: Numeric, came: Numeric): boolean {
  const OFF = 0.01;
  const isLost = wanted.data.some((value, index) => Math.abs(value - (came.data[index] ?? 0)) > OFF);
  return (
    isLost &&
    wanted.data.every((value, index) => {
      const got = came.data[index] ?? Number.NaN;
      return [value, value - OFF, value + OFF].some((near) => Math.trunc(near) === got);
    })
  );
}

/**
 * A finite difference at a point that is kept in an array of whole numbers: a small step added to an entry is cut off, so
 * f(x + h) − f(x) is zero; subtracted it becomes a whole step, which divided by h is far too large.
 */
export function isIntegerStep(wanted: Numeric, came: Numeric, given: readonly CallArgument[]): boolean {
  if (!given.some((argument) => argument.type === 'array' && argument.dtype === 'int64')) return false;
  const size = Math.max(1, ...wanted.data.map(Math.abs));
  const lost = wanted.data.flatMap((value, index) => (Math.abs(value) > 1e-3 * size ? [came.data[index] ?? 0] : []));
  const isZero = lost.every((value) => value === 0) && came.data.every((value) => value === 0);
  return lost.length > 0 && (isZero || lost.every((value) => Math.abs(value) > 1_000 * size));
}

/** Integers of so many bits begin again where they end: what came is the truth, less a multiple of 2^bits. */
export function isOverflow(wanted: Numeric, came: Numeric, got: Reported): boolean {
  const type = got.t === 'array' ? got.dtype : got.t === 'int' ? (got.name ?? '') : '';
  const bits = Number(/^u?int(8|16|32)(?:Array)?$/i.exec(type)?.[1]);
  if (Number.isNaN(bits)) return false;
  const span = 2 ** bits;
  const isWrapped = wanted.data.every((value, index) => ((value - (came.data[index] ?? Number.NaN)) / span) % 1 === 0);
  return isWrapped && wanted.data.every(Number.isSafeInteger);
}
