/**
 * A tape at one point in high precision, with a bound on the error of each node.
 * `error` is a power of two: the exact value lies within 2^error; −Infinity says that the value is exact.
 */
import { lastDigit, ROUNDED_DIGITS, significant } from './ball.ts';
import {
  add,
  type BigFloat,
  divide,
  fromDecimal,
  fromDouble,
  isInteger,
  multiply,
  negate,
  ONE,
  rounded,
  size,
  subtract,
  toDouble,
  ZERO,
} from './bigfloat.ts';
import { exponential, logarithm, pi } from './bigfloat-elementary.ts';
import { preciseUnary } from './precise-unary.ts';
import type { Point } from './sample.ts';
import type { Binary, Tape, TapeNode } from './tape.ts';

export type Precise = {
  readonly value: BigFloat;
  readonly error: number;
  /** A term was there and yet smaller than the last bit of its sum. */
  readonly absorbed: boolean;
};
/** `lost`: this precision does not tell. */
export type Outcome = Precise | 'undefined' | 'lost';

export const EXACT = Number.NEGATIVE_INFINITY;

/** Evaluates at a point whose coordinates are exact. */
export function evaluatePrecisely(tape: Tape, point: Point, bits: number): Outcome {
  const results: Precise[] = [];
  let lost = false;
  let absorbed = false;
  const blank: Precise = { value: ZERO, error: Number.POSITIVE_INFINITY, absorbed: false };
  for (const node of tape.nodes) {
    const outcome = evaluateNode(node, results, point, bits);
    if (outcome === 'undefined') return 'undefined';
    if (outcome === 'lost' || !(outcome.error < Number.POSITIVE_INFINITY) || beyond(outcome.value)) {
      // Another node may still be undefined for certain, whatever this one is.
      lost = true;
      results.push(blank);
      continue;
    }
    absorbed ||= outcome.absorbed;
    results.push(outcome);
  }
  const root = results[tape.root];
  return lost || root === undefined ? 'lost' : { ...root, absorbed };
}

/** Exponents are doubles: beyond 2^49 their sums would no longer be exact. */
function beyond(value: BigFloat): boolean {
  return value.m !== 0n && Math.abs(size(value)) > 2 ** 49;
}

function evaluateNode(node: TapeNode, results: readonly Precise[], point: Point, bits: number): Outcome {
  switch (node.op) {
    case 'number':
      return literal(node.digits, bits);
    case 'variable':
      return { value: fromDouble(point.get(node.name) ?? 0), error: EXACT, absorbed: false };
    case 'constant':
      return constant(node.name, bits);
    default: {
      const a = results[node.a];
      if (a === undefined || a.error === Number.POSITIVE_INFINITY) return 'lost';
      if (!('b' in node)) return preciseUnary(node.op, a, bits);
      const b = results[node.b];
      if (b === undefined || b.error === Number.POSITIVE_INFINITY) return 'lost';
      return preciseBinary(node.op, a, b, bits);
    }
  }
}

/** Integers and binary fractions are exact; from 15 digits on a decimal is as wide as its last digit. */
function literal(digits: string, bits: number): Precise {
  const value = fromDecimal(digits, bits);
  const wide = significant(digits) >= ROUNDED_DIGITS && /[.eE]/.test(digits);
  const error = wide
    ? Math.ceil(Math.log2(Math.max(lastDigit(digits), Number.MIN_VALUE)))
    : /[.eE]/.test(digits)
      ? size(value) - bits
      : EXACT;
  return { value, error, absorbed: false };
}

function constant(name: 'pi' | 'e', bits: number): Precise {
  const value = name === 'pi' ? pi(bits) : (exponential(ONE, bits) ?? ONE);
  return { value, error: 4 - bits, absorbed: false };
}

const plain = (value: BigFloat, error: number): Precise => ({ value, error, absorbed: false });
const either = (...errors: readonly number[]): number => Math.max(...errors) + Math.ceil(Math.log2(errors.length));

export function preciseBinary(op: Binary, a: Precise, b: Precise, bits: number): Outcome {
  const exact = a.error === EXACT && b.error === EXACT;
  switch (op) {
    case 'add':
    case 'sub':
      return sum(a, op === 'add' ? b : { ...b, value: negate(b.value) }, bits);
    case 'mul': {
      const value = multiply(a.value, b.value, bits);
      if ((a.value.m === 0n && a.error === EXACT) || (b.value.m === 0n && b.error === EXACT)) return plain(ZERO, EXACT);
      if (exact && value.m === a.value.m * b.value.m) return plain(value, EXACT);
      return plain(
        value,
        either(a.error + size(b.value), b.error + size(a.value), a.error + b.error, size(value) - bits),
      );
    }
    case 'div': {
      if (b.value.m === 0n) return b.error === EXACT ? 'undefined' : 'lost';
      if (b.error >= size(b.value) - 2) return 'lost';
      const value = divide(a.value, b.value, bits);
      if (exact && value.m * b.value.m === a.value.m && value.e + b.value.e === a.value.e) return plain(value, EXACT);
      if (
        exact &&
        isInteger(value) &&
        sum(plain(multiply(value, b.value, 4 * bits), EXACT), plain(negate(a.value), EXACT), 4 * bits).value.m === 0n
      )
        return plain(value, EXACT);
      const below = size(b.value) - 2;
      return plain(value, either(a.error - below, b.error + size(value) - below, size(value) - bits));
    }
    case 'min':
    case 'max': {
      const difference = subtract(a.value, b.value, bits);
      const first = difference.m < 0n === (op === 'min');
      const apart = size(difference) > Math.max(a.error, b.error) + 2;
      return plain(first ? a.value : b.value, apart ? (first ? a.error : b.error) : Math.max(a.error, b.error) + 1);
    }
    case 'pow':
      return power(a, b, bits);
  }
}

function sum(a: Precise, b: Precise, bits: number): Precise {
  const value = add(a.value, b.value, bits);
  const sizes = [size(a.value), size(b.value)] as const;
  const small = Math.min(...sizes);
  const absorbed =
    small > Number.NEGATIVE_INFINITY && small < Math.max(Math.max(...sizes) - bits + 40, Math.max(a.error, b.error));
  if (a.error === EXACT && b.error === EXACT) {
    const whole = add(a.value, b.value, 4 * bits + 4096);
    if (whole.m === value.m && whole.e === value.e && !absorbed) return plain(value, EXACT);
  }
  return { value, error: either(a.error, b.error, Math.max(...sizes) - bits + 1), absorbed };
}

/** a^b: repeated squaring for integers, else exp(b ln a) with bits to spare for the size of the exponent. */
function power(a: Precise, b: Precise, bits: number): Outcome {
  const whole = b.error === EXACT && isInteger(b.value) && size(b.value) < 24;
  const zero = a.value.m === 0n;
  if (zero && a.error === EXACT) {
    if (b.value.m === 0n && b.error === EXACT) return plain(ONE, EXACT);
    if (b.error >= size(b.value) - 1) return 'lost';
    return b.value.m > 0n ? plain(ZERO, EXACT) : 'undefined';
  }
  if (a.error >= size(a.value) - 2) {
    const n = toDouble(b.value);
    // A base that may be zero: its positive powers are small, the others unknown.
    return whole && n > 0 ? plain(ZERO, Math.max(a.error, size(a.value)) * n + n) : 'lost';
  }
  if (whole) return wholePower(a, toDouble(b.value), bits);
  const even = b.error === EXACT && isInteger(b.value);
  if (a.value.m < 0n && !even) {
    const nearest = { value: fromDouble(Math.round(toDouble(b.value))), away: 0 };
    const distance = size(subtract(b.value, nearest.value, bits));
    return distance > b.error + 2 && distance > 40 - bits ? 'undefined' : 'lost';
  }
  if (a.value.m < 0n) return 'lost';
  const wide = bits + 96;
  const ln = logarithm(a.value, wide);
  const exponent = multiply(b.value, ln, wide);
  const value = exponential(exponent, bits);
  if (value === undefined) return 'lost';
  const change = either(a.error - size(a.value) + 2 + size(b.value), b.error + size(ln), -bits);
  return change > -4 ? 'lost' : plain(value, size(value) + change + 2);
}

function wholePower(a: Precise, n: number, bits: number): Outcome {
  if (Math.abs(size(a.value) * n) > 2 ** 49) return 'lost';
  const wide = bits + 48;
  let result = ONE;
  let base = a.value;
  for (let k = Math.abs(n); k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) result = multiply(result, base, wide);
    base = multiply(base, base, wide);
  }
  if (n < 0) result = divide(ONE, result, wide);
  const value = rounded(result.m, result.e, bits);
  const exact = a.error === EXACT && n >= 0 && size(a.value) * n < bits && isInteger(a.value);
  if (exact) return plain(value, EXACT);
  const change = Math.max(a.error - size(a.value) + 2 + Math.log2(Math.abs(n) + 1), -bits + 2);
  return change > -4 ? 'lost' : plain(value, size(value) + Math.ceil(change) + 1);
}
