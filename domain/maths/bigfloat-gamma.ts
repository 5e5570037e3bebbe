/** Γ and ψ for BigFloat: shifted to the right, then Stirling's series (A&S 6.1.40, 6.3.18); reflected on the left. */
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
  subtract,
  toDouble,
} from './bigfloat.ts';
import { exponential, logarithm, pi, sineCosine } from './bigfloat-elementary.ts';

type Fraction = readonly [above: bigint, below: bigint];
const numbers: Fraction[] = [[1n, 1n]];

function greatest(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** B_n by the recurrence Σ C(n+1, k) B_k = 0, in exact fractions, kept. */
export function bernoulli(n: number): Fraction {
  for (let k = numbers.length; k <= n; k += 1) {
    let above = 0n;
    let below = 1n;
    let choose = 1n;
    for (let j = 0; j < k; j += 1) {
      const [a, b] = numbers[j] ?? [0n, 1n];
      above = above * b + choose * a * below;
      below *= b;
      const common = greatest(above, below) || 1n;
      above /= common;
      below /= common;
      choose = (choose * BigInt(k + 1 - j)) / BigInt(j + 1);
    }
    numbers.push([-above, below * BigInt(k + 1)]);
  }
  return numbers[n] ?? [0n, 1n];
}

/** Bernoulli numbers for more bits than this cost too much. */
export const MOST_BITS = 1200;

export const quotient = ([above, below]: Fraction, by: bigint, bits: number): BigFloat =>
  divide({ m: above, e: 0 }, { m: below * by, e: 0 }, bits);

/** Γ(a) where a is no pole; `undefined` where it is too large to be of use. */
export function gammaPrecise(a: BigFloat, bits: number): BigFloat | undefined {
  const x = toDouble(a);
  if (!(Math.abs(x) < 20_000) || size(a) < -bits) return undefined;
  if (isInteger(a) && x > 0 && x < 400) {
    let product = 1n;
    for (let k = 2n; k < BigInt(x); k += 1n) product *= k;
    return { m: product, e: 0 };
  }
  if (bits > MOST_BITS) return undefined;
  const wide = bits + 64;
  if (x < 0.5) {
    const sine = sineCosine(multiply(pi(wide), a, wide), wide);
    const right = gammaPrecise(subtract(ONE, a, wide), wide);
    return sine === undefined || right === undefined || sine.sin.m === 0n
      ? undefined
      : divide(pi(wide), multiply(sine.sin, right, wide), bits);
  }
  const { shifted: y, steps } = shiftRight(a, wide);
  let product = ONE;
  for (let k = 0; k < steps; k += 1) product = multiply(product, add(a, fromInteger(k), wide), wide);
  const ln = logarithm(y, wide + 32);
  let sum = subtract(multiply(subtract(y, { m: 1n, e: -1 }, wide), ln, wide + 32), y, wide + 32);
  sum = add(sum, { ...halved(logarithm(multiply(fromInteger(2), pi(wide), wide), wide)) }, wide + 32);
  let power = y;
  const square = multiply(y, y, wide);
  for (let k = 1; k < 200; k += 1) {
    const term = divide(quotient(bernoulli(2 * k), BigInt(2 * k) * BigInt(2 * k - 1), wide), power, wide);
    sum = add(sum, term, wide + 32);
    if (size(term) < -wide) break;
    power = multiply(power, square, wide);
  }
  const large = exponential(sum, wide);
  return large === undefined ? undefined : divide(large, product, bits);
}

/** ψ(a) where a is no pole. */
export function digammaPrecise(a: BigFloat, bits: number): BigFloat | undefined {
  const x = toDouble(a);
  if (!(Math.abs(x) < 20_000) || size(a) < -bits) return undefined;
  if (bits > MOST_BITS) return undefined;
  const wide = bits + 64;
  if (x < 0.5) {
    const angle = sineCosine(multiply(pi(wide), a, wide), wide);
    const right = digammaPrecise(subtract(ONE, a, wide), wide);
    if (angle === undefined || right === undefined || angle.sin.m === 0n) return undefined;
    return subtract(right, multiply(pi(wide), divide(angle.cos, angle.sin, wide), wide), bits);
  }
  const { shifted: y, steps } = shiftRight(a, wide);
  let sum = subtract(logarithm(y, wide), halved(divide(ONE, y, wide)), wide);
  const square = multiply(y, y, wide);
  let power = square;
  for (let k = 1; k < 200; k += 1) {
    const term = divide(quotient(bernoulli(2 * k), BigInt(2 * k), wide), power, wide);
    sum = add(sum, negate(term), wide);
    if (size(term) < -wide) break;
    power = multiply(power, square, wide);
  }
  for (let k = 0; k < steps; k += 1) sum = subtract(sum, divide(ONE, add(a, fromInteger(k), wide), wide), wide);
  return add(sum, fromInteger(0), bits);
}

const halved = (a: BigFloat): BigFloat => ({ m: a.m, e: a.e - 1 });

/** a + steps, large enough for Stirling's series to reach the precision. */
export function shiftRight(a: BigFloat, bits: number): { shifted: BigFloat; steps: number } {
  const steps = Math.max(0, Math.ceil(bits / 5 - toDouble(a)));
  return { shifted: add(a, fromInteger(steps), bits + 32), steps };
}
