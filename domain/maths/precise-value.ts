/** A value in high precision with a bound on its error. */
import type { BigFloat } from './bigfloat.ts';

/** `error` is a power of two: the exact value lies within 2^error; EXACT says that the value is exact. */
export type Precise = {
  readonly value: BigFloat;
  readonly error: number;
  /** A term was there and yet smaller than the last bit of its sum. */
  readonly absorbed: boolean;
};
/** `lost`: this precision does not tell. */
export type Outcome = Precise | 'undefined' | 'lost';

export const EXACT = Number.NEGATIVE_INFINITY;
/** Numbers of more bits before the point are not looked at for the integer next to them; a double holds it up to here. */
export const MOST_WHOLE = 50;
/** Bits more than asked for inside a function. */
export const GUARD = 40;

export const plain = (value: BigFloat, error: number): Precise => ({ value, error, absorbed: false });

/** The sum of several errors. */
export const either = (...errors: readonly number[]): number =>
  Math.max(...errors) + Math.ceil(Math.log2(errors.length));
