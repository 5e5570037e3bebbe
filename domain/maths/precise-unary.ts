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
import { polygammaPrecise } from './bigfloat-polygamma.ts';
import { POLYGAMMA_ORDER } from './polygamma.ts';
import { hyperbolic, inverseHyperbolic } from './precise-hyperbolic.ts';
import { EXACT, GUARD, MOST_WHOLE, type Outcome, type Precise, plain } from './precise-value.ts';
import type { Unary } from './tape.ts';

/** Odd functions with slope 1 at zero. */
const straight: ReadonlySet<Unary> = new Set(['sin', 'tan', 'asin', 'atan', 'sinh', 'tanh', 'asinh', 'atanh']);

export function preciseUnary(op: Unary, a: Precise, bits: number): Outcome {
  const x = a.value;
  const wide = bits + GUARD;
  const certain = a.error < size(x) - 2;
  const zero = x.m === 0n && a.error === EXACT;
  /** Result with a slope of 2^slope. */
  const out = (value: BigFloat | undefined, slope: number): Outcome => {
    if (value === undefined || (a.error !== EXACT && a.error + slope > size(value) + 20 && a.error + slope > 0))
      return 'lost';
    return plain(
      value,
      Math.ceil(Math.max(a.error === EXACT ? EXACT : a.error + slope + 2, size(value) - bits + 4)) + 1,
    );
  };
  // f(x) = x + O(x³): beyond the precision, x itself is the value; a zero within its error stays one.
  if (straight.has(op) && !zero && size(x) < -2 * bits && a.error < -4) {
    return plain(x, Math.max(a.error + 2, 3 * size(x) + 2));
  }
  switch (op) {
    case 'neg':
      return plain(negate(x), a.error);
    case 'abs':
      return plain(x.m < 0n ? negate(x) : x, a.error);
    case 'sign':
      if (zero) return plain(ZERO, EXACT);
      return certain ? plain(fromInteger(x.m < 0n ? -1 : 1), EXACT) : 'lost';
    case 'exp':
      if (zero) return plain(ONE, EXACT);
      return a.error > -4 ? 'lost' : out(exponential(x, bits), relative(exponential(x, 64)));
    case 'ln':
      if (zero || (x.m < 0n && certain)) return 'undefined';
      return certain ? lnOf(a, bits) : 'lost';
    case 'sqrt':
      if (zero) return plain(ZERO, EXACT);
      if (!certain) return 'lost';
      return x.m < 0n ? 'undefined' : exactRoot(a, out(squareRoot(x, bits), -size(x) / 2 + 1));
    case 'cbrt': {
      if (zero) return plain(ZERO, EXACT);
      if (!certain) return 'lost';
      const ln = logarithm(x.m < 0n ? negate(x) : x, wide + 32);
      const root = exponential(divide(ln, fromInteger(3), wide + 32), wide);
      return root === undefined ? 'lost' : out(x.m < 0n ? negate(root) : root, (-2 * size(x)) / 3 + 2);
    }
    case 'sin':
      return zero ? plain(ZERO, EXACT) : absolute(sineCosine(x, wide)?.sin, a, bits);
    case 'cos':
      return zero ? plain(ONE, EXACT) : absolute(sineCosine(x, wide)?.cos, a, bits);
    case 'tan': {
      if (zero) return plain(ZERO, EXACT);
      const both = sineCosine(x, wide);
      if (both === undefined || size(both.cos) < a.error + 8 || size(both.cos) < 16 - bits) return 'lost';
      const value = divide(both.sin, both.cos, wide);
      const room = -2 * size(both.cos) + 2;
      return plain(value, Math.max(a.error + room + 2, room - wide + 8, size(value) - bits));
    }
    case 'asin':
    case 'acos':
      return inverseSine(op, a, bits, out);
    case 'atan':
      return zero ? plain(ZERO, EXACT) : out(arctangent(x, wide), -2 * Math.max(0, size(x) - 2));
    case 'sinh':
    case 'cosh':
    case 'tanh':
      return hyperbolic(op, a, bits);
    case 'asinh': {
      if (zero) return plain(ZERO, EXACT);
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
      if (x.m < 0n && size(x) > MOST_WHOLE) return 'lost';
      const nearest = Math.round(toDouble(x));
      if (toDouble(x) < 0.5 && size(subtract(x, fromInteger(nearest), wide)) < Math.max(-60, a.error + 20))
        return 'lost';
      const psi = digammaPrecise(x, 64);
      const value = op === 'gamma' ? gammaPrecise(x, wide) : digammaPrecise(x, wide);
      if (value === undefined || psi === undefined) return 'lost';
      const exact = op === 'gamma' && a.error === EXACT && isInteger(x) && toDouble(x) < 400;
      return exact ? plain(value, EXACT) : out(value, op === 'gamma' ? size(value) + Math.max(0, size(psi)) : 140);
    }
    case 'trigamma':
    case 'tetragamma':
    case 'pentagamma': {
      if (a.error === EXACT && x.m <= 0n && isInteger(x)) return 'undefined';
      if (x.m < 0n && size(x) > MOST_WHOLE) return 'lost';
      const left = toDouble(x) < 0.5;
      const gap = left ? size(subtract(x, fromInteger(Math.round(toDouble(x))), wide)) : 1;
      if (left && gap < Math.max(-60, a.error + 20)) return 'lost';
      const order = POLYGAMMA_ORDER[op];
      // |ψ⁽ⁿ⁺¹⁾| ≤ (n+1)! (1/gap^(n+2) + 2^(n+2) + 4), as in polygamma.ts; the gap is 2^(its size − 1) at least
      return out(polygammaPrecise(order, x, wide), (order + 2) * Math.max(1, 1 - gap) + 7);
    }
  }
}

const relative = (value: BigFloat | undefined): number => (value === undefined ? 0 : size(value));

/** Slope at most 1; the value may be close to zero, so its error is absolute. */
function absolute(value: BigFloat | undefined, a: Precise, bits: number): Outcome {
  return value === undefined || a.error > -4
    ? 'lost'
    : plain(value, Math.max(a.error, size(a.value) > 0 ? -bits : size(value) - bits) + 2);
}

/** ln near 1 is small: there its error is that of the argument, and no less than the precision of the whole. */
function lnOf(a: Precise, bits: number): Outcome {
  const value = logarithm(a.value, bits + GUARD);
  if (a.error === EXACT && value.m === 0n) return plain(ZERO, EXACT);
  const error = Math.max(a.error - size(a.value) + 3, -bits);
  return plain(value, Math.ceil(error) + 1);
}

/** √9 is exactly 3. */
function exactRoot(a: Precise, root: Outcome): Outcome {
  if (a.error !== EXACT || typeof root === 'string') return root;
  const square = multiply(root.value, root.value, 1e6);
  return subtract(square, a.value, 1e6).m === 0n ? plain(root.value, EXACT) : root;
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
  if (op === 'asin') return a.value.m === 0n && a.error === EXACT ? plain(ZERO, EXACT) : out(value, slope);
  const right = pi(2 * wide);
  const angle = subtract({ m: right.m, e: right.e - 1 }, value, 2 * wide);
  return gap.m === 0n && a.value.m > 0n ? plain(ZERO, EXACT) : out(angle, slope);
}
