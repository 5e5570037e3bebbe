/**
 * A tape at one point in high precision, with a bound on the error of each node.
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
  size,
  subtract,
  ZERO,
} from './bigfloat.ts';
import { exponential, pi } from './bigfloat-elementary.ts';
import { precisePower } from './precise-power.ts';
import { preciseUnary } from './precise-unary.ts';
import { EXACT, either, type Outcome, type Precise, plain } from './precise-value.ts';
import type { Point } from './sample.ts';
import type { Binary, Tape, TapeNode } from './tape.ts';

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

/** An operation of two at a higher precision, with a bound of its error. */
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
      return precisePower(a, b, bits);
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
