/** ψ′, ψ″ and ψ‴ for BigFloat: shifted to the right, then the asymptotic series (A&S 6.4.11); reflected on the left (6.4.7). */
import {
  add,
  type BigFloat,
  divide,
  fromInteger,
  multiply,
  negate,
  ONE,
  size,
  subtract,
  toDouble,
} from './bigfloat.ts';
import { pi, sineCosine } from './bigfloat-elementary.ts';
import { bernoulli, MOST_BITS, quotient, shiftRight } from './bigfloat-gamma.ts';

const FACTORIAL = [1, 1, 2, 6] as const;

/** ψ⁽ⁿ⁾(a) where a is no pole; `undefined` where it cannot be had in that precision. */
export function polygammaPrecise(n: 1 | 2 | 3, a: BigFloat, bits: number): BigFloat | undefined {
  const x = toDouble(a);
  if (!(Math.abs(x) < 20_000) || size(a) < -bits || bits > MOST_BITS) return undefined;
  const wide = bits + 64;
  return x < 0.5 ? reflected(n, a, bits) : onTheRight(n, a, wide);
}

function reflected(n: 1 | 2 | 3, a: BigFloat, bits: number): BigFloat | undefined {
  // near a pole the cotangent is large: its own digits come from more of the angle's
  const wide = bits + 128 + 2 * Math.max(0, size(a));
  const angle = sineCosine(multiply(pi(wide), a, wide), wide);
  const turned = polygammaPrecise(n, subtract(ONE, a, wide), bits + 32);
  if (angle === undefined || turned === undefined || angle.sin.m === 0n) return undefined;
  const cot = divide(angle.cos, angle.sin, wide);
  const square = multiply(cot, cot, wide);
  const more = add(ONE, square, wide);
  const power = (k: number): BigFloat =>
    Array.from({ length: k }, () => pi(wide)).reduce((p, q) => multiply(p, q, wide));
  if (n === 1) return subtract(multiply(power(2), more, wide), turned, bits);
  const double = multiply(fromInteger(2), multiply(power(n + 1), more, wide), wide);
  if (n === 2) return subtract(turned, multiply(double, cot, wide), bits);
  const three = add(ONE, multiply(fromInteger(3), square, wide), wide);
  return subtract(multiply(double, three, wide), turned, bits);
}

function onTheRight(n: 1 | 2 | 3, a: BigFloat, wide: number): BigFloat {
  const { shifted: y, steps } = shiftRight(a, wide);
  const over = (x: BigFloat, k: number): BigFloat => {
    let power = x;
    for (let i = 1; i < k; i += 1) power = multiply(power, x, wide);
    return divide(ONE, power, wide);
  };
  let sum = add(
    multiply(fromInteger(FACTORIAL[n - 1] ?? 1), over(y, n), wide),
    multiply({ m: BigInt(FACTORIAL[n]), e: -1 }, over(y, n + 1), wide),
    wide,
  );
  const square = multiply(y, y, wide);
  let power = divide(ONE, over(y, n + 2), wide);
  for (let k = 1; k < 200; k += 1) {
    // (2k + n − 1)!/(2k)!
    let rising = 1n;
    for (let i = 1; i < n; i += 1) rising *= BigInt(2 * k + i);
    const [above, below] = bernoulli(2 * k);
    const term = divide(quotient([above * rising, below], 1n, wide), power, wide);
    sum = add(sum, term, wide);
    if (size(term) < size(sum) - wide) break;
    power = multiply(power, square, wide);
  }
  const factorial = fromInteger(FACTORIAL[n]);
  for (let k = 0; k < steps; k += 1)
    sum = add(sum, multiply(factorial, over(add(a, fromInteger(k), wide), n + 1), wide), wide);
  return n === 2 ? negate(sum) : sum;
}
