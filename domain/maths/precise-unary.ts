/** The functions of one argument in high precision: value, and the error that the argument's error leads to (log2 of the slope). */
import {
  add,
  type BigFloat,
  divide,
  fromInteger,
  isInteger,
  multiply,
  negate,
  ONE,
  size,
  squareRoot,
  subtract,
  toDouble,
  ZERO,
} from './bigfloat.ts';
import { arcsine, arctangent, exponential, logarithm, pi, sineCosine } from './bigfloat-elementary.ts';
import { digammaPrecise, gammaPrecise } from './bigfloat-gamma.ts';
import { EXACT, type Outcome, type Precise } from './precise-ball.ts';
import type { Unary } from './tape.ts';

/** Bits more than asked for inside a function. */
const GUARD = 40;

/** Odd functions with slope 1 at zero. */
const straight: ReadonlySet<Unary> = new Set(['sin', 'tan', 'asin', 'atan', 'sinh', 'tanh', 'asinh', 'atanh']);

const make = (value: BigFloat, error: number): Precise => ({ value, error, absorbed: false });

export function preciseUnary(op: Unary, a: Precise, bits: number): Outcome {
  const x = a.value;
  const wide = bits + GUARD;
  const certain = a.error < size(x) - 2;
  const zero = x.m === 0n && a.error === EXACT;
  /** Result with a slope of 2^slope. */
  const out = (value: BigFloat | undefined, slope: number): Outcome => {
    if (value === undefined || (a.error !== EXACT && a.error + slope > size(value) + 20 && a.error + slope > 0))
      return 'lost';
    return make(
      value,
      Math.ceil(Math.max(a.error === EXACT ? EXACT : a.error + slope + 2, size(value) - bits + 4)) + 1,
    );
  };
  // f(x) = x + O(x³): beyond the precision, x itself is the value; a zero within its error stays one.
  if (straight.has(op) && !zero && size(x) < -2 * bits && a.error < -4) {
    return make(x, Math.max(a.error + 2, 3 * size(x) + 2));
  }
  switch (op) {
    case 'neg':
      return make(negate(x), a.error);
    case 'abs':
      return make(x.m < 0n ? negate(x) : x, a.error);
    case 'sign':
      if (zero) return make(ZERO, EXACT);
      return certain ? make(fromInteger(x.m < 0n ? -1 : 1), EXACT) : 'lost';
    case 'exp':
      if (zero) return make(ONE, EXACT);
      return a.error > -4 ? 'lost' : out(exponential(x, bits), relative(exponential(x, 64)));
    case 'ln':
      if (zero || (x.m < 0n && certain)) return 'undefined';
      return certain ? lnOf(a, bits) : 'lost';
    case 'sqrt':
      if (zero) return make(ZERO, EXACT);
      if (!certain) return 'lost';
      return x.m < 0n ? 'undefined' : exactRoot(a, out(squareRoot(x, bits), -size(x) / 2 + 1));
    case 'cbrt': {
      if (zero) return make(ZERO, EXACT);
      if (!certain) return 'lost';
      const ln = logarithm(x.m < 0n ? negate(x) : x, wide + 32);
      const root = exponential(divide(ln, fromInteger(3), wide + 32), wide);
      return root === undefined ? 'lost' : out(x.m < 0n ? negate(root) : root, (-2 * size(x)) / 3 + 2);
    }
    case 'sin':
      return zero ? make(ZERO, EXACT) : absolute(sineCosine(x, wide)?.sin, a, bits);
    case 'cos':
      return zero ? make(ONE, EXACT) : absolute(sineCosine(x, wide)?.cos, a, bits);
    case 'tan': {
      if (zero) return make(ZERO, EXACT);
      const both = sineCosine(x, wide);
      if (both === undefined || size(both.cos) < a.error + 8 || size(both.cos) < 16 - bits) return 'lost';
      const value = divide(both.sin, both.cos, wide);
      const room = -2 * size(both.cos) + 2;
      return make(value, Math.max(a.error + room + 2, room - wide + 8, size(value) - bits));
    }
    case 'asin':
    case 'acos':
      return inverseSine(op, a, bits, out);
    case 'atan':
      return zero ? make(ZERO, EXACT) : out(arctangent(x, wide), -2 * Math.max(0, size(x) - 2));
    case 'sinh':
    case 'cosh':
    case 'tanh':
      return hyperbolic(op, a, bits);
    case 'asinh': {
      if (zero) return make(ZERO, EXACT);
      const positive = x.m < 0n ? negate(x) : x;
      const more = wide + 2 * Math.max(0, -size(x));
      const inner = add(positive, squareRoot(add(ONE, multiply(x, x, more), more), more), more);
      const value = logarithm(inner, more);
      return out(x.m < 0n ? negate(value) : value, -Math.max(0, size(x) - 2));
    }
    case 'acosh':
    case 'atanh':
      return inverseHyperbolic(op, a, bits, out);
    case 'gamma':
    case 'digamma': {
      if (a.error === EXACT && x.m <= 0n && isInteger(x)) return 'undefined';
      const nearest = Math.round(toDouble(x));
      if (toDouble(x) < 0.5 && size(subtract(x, fromInteger(nearest), wide)) < Math.max(-60, a.error + 20))
        return 'lost';
      const psi = digammaPrecise(x, 64);
      const value = op === 'gamma' ? gammaPrecise(x, wide) : digammaPrecise(x, wide);
      if (value === undefined || psi === undefined) return 'lost';
      const exact = op === 'gamma' && a.error === EXACT && isInteger(x) && toDouble(x) < 400;
      return exact ? make(value, EXACT) : out(value, op === 'gamma' ? size(value) + Math.max(0, size(psi)) : 140);
    }
  }
}

const relative = (value: BigFloat | undefined): number => (value === undefined ? 0 : size(value));

/** Slope at most 1; the value may be close to zero, so its error is absolute. */
function absolute(value: BigFloat | undefined, a: Precise, bits: number): Outcome {
  return value === undefined || a.error > -4
    ? 'lost'
    : make(value, Math.max(a.error, size(a.value) > 0 ? -bits : size(value) - bits) + 2);
}

/** ln near 1 is small: there its error is that of the argument, and no less than the precision of the whole. */
function lnOf(a: Precise, bits: number): Outcome {
  const value = logarithm(a.value, bits + GUARD);
  if (a.error === EXACT && value.m === 0n) return make(ZERO, EXACT);
  const error = Math.max(a.error - size(a.value) + 3, -bits);
  return make(value, Math.ceil(error) + 1);
}

/** √9 is exactly 3. */
function exactRoot(a: Precise, root: Outcome): Outcome {
  if (a.error !== EXACT || typeof root === 'string') return root;
  const square = multiply(root.value, root.value, 1e6);
  return subtract(square, a.value, 1e6).m === 0n ? make(root.value, EXACT) : root;
}

function inverseSine(
  op: 'asin' | 'acos',
  a: Precise,
  bits: number,
  out: (value: BigFloat, slope: number) => Outcome,
): Outcome {
  const wide = bits + GUARD;
  const gap = subtract(ONE, multiply(a.value, a.value, 2 * wide), 2 * wide);
  const clear = a.error < size(gap) - 4;
  if (gap.m < 0n && clear) return 'undefined';
  if (gap.m !== 0n && !clear) return 'lost';
  if (gap.m === 0n && a.error !== EXACT) return 'lost';
  const value = arcsine(a.value, 2 * wide);
  const slope = gap.m === 0n ? 0 : -size(gap) / 2 + 1;
  if (op === 'asin') return a.value.m === 0n && a.error === EXACT ? make(ZERO, EXACT) : out(value, slope);
  const right = pi(2 * wide);
  const angle = subtract({ m: right.m, e: right.e - 1 }, value, 2 * wide);
  return gap.m === 0n && a.value.m > 0n ? make(ZERO, EXACT) : out(angle, slope);
}

function hyperbolic(op: 'sinh' | 'cosh' | 'tanh', a: Precise, bits: number): Outcome {
  const x = a.value;
  if (x.m === 0n && a.error === EXACT) return make(op === 'cosh' ? ONE : ZERO, EXACT);
  if (a.error > -4) return 'lost';
  // Near zero the two exponentials cancel: as many bits more as the argument is small.
  const wide = bits + GUARD + Math.min(2 * bits, Math.max(0, -size(x)));
  const up = exponential(x, wide);
  const down = exponential(negate(x), wide);
  if (up === undefined || down === undefined) return 'lost';
  const difference = subtract(up, down, wide);
  const total = add(up, down, wide);
  const slope = size(total);
  if (op === 'tanh') {
    const value = divide(difference, total, wide);
    return make(
      value,
      Math.ceil(Math.max(a.error + Math.min(0, 3 - 2 * slope + 2 * 2) + 2, size(value) - bits + 4)) + 1,
    );
  }
  const value = op === 'sinh' ? difference : total;
  return make({ m: value.m, e: value.e - 1 }, Math.ceil(Math.max(a.error + slope + 2, size(value) - bits + 4)) + 1);
}

function inverseHyperbolic(
  op: 'acosh' | 'atanh',
  a: Precise,
  bits: number,
  out: (value: BigFloat, slope: number) => Outcome,
): Outcome {
  const x = a.value;
  const wide = 2 * (bits + GUARD) + Math.min(4 * bits, Math.max(0, -2 * size(x)));
  const below = subtract(x, ONE, wide);
  const above = add(x, ONE, wide);
  const product = multiply(below, above, wide);
  const clear = a.error < Math.min(size(below), size(above)) - 3;
  if (op === 'acosh') {
    if (below.m === 0n && a.error === EXACT) return make(ZERO, EXACT);
    if (!clear) return 'lost';
    if (below.m < 0n) return 'undefined';
    return out(logarithm(add(x, squareRoot(product, wide), wide), wide), -size(product) / 2 + 1);
  }
  if (x.m === 0n && a.error === EXACT) return make(ZERO, EXACT);
  if (product.m === 0n && a.error === EXACT) return 'undefined';
  if (!clear) return 'lost';
  if (product.m > 0n) return 'undefined';
  const value = logarithm(divide(above, negate(below), wide), wide);
  return out({ m: value.m, e: value.e - 1 }, -size(product) + 1);
}
