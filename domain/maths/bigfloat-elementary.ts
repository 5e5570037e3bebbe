/** exp, ln, sin, cos, atan for BigFloat by Taylor series in fixed point after reduction (Brent & Zimmermann 2010, ch. 4). */
import {
  add,
  type BigFloat,
  bitLength,
  divide,
  fromDouble,
  multiply,
  negate,
  ONE,
  rounded,
  size,
  squareRoot,
  subtract,
  toDouble,
  toFixed,
  ZERO,
} from './bigfloat.ts';
import { Memo } from './memo.ts';

const constants = new Memo<bigint>(200);

/** A constant in fixed point, kept for each precision (a handful in use). */
function constant(name: string, bits: number, make: (bits: number) => bigint): bigint {
  return constants.get(`${name}${bits}`, () => make(bits + 16) >> 16n);
}

/** atan(1/n) or atanh(1/n) in fixed point. */
function inverseSeries(n: bigint, bits: number, alternate: boolean): bigint {
  const square = n * n;
  let power = (1n << BigInt(bits)) / n;
  let sum = power;
  for (let k = 3n, sign = -1n; power !== 0n; k += 2n, sign = -sign) {
    power /= square;
    sum += (alternate ? sign : 1n) * (power / k);
  }
  return sum;
}

/** π · 2^bits (Machin). */
function piFixed(bits: number): bigint {
  return constant('pi', bits, (b) => 16n * inverseSeries(5n, b, true) - 4n * inverseSeries(239n, b, true));
}

/** ln 2 · 2^bits. */
function ln2Fixed(bits: number): bigint {
  return constant(
    'ln2',
    bits,
    (b) =>
      18n * inverseSeries(26n, b, false) - 2n * inverseSeries(4801n, b, false) + 8n * inverseSeries(8749n, b, false),
  );
}

export function pi(bits: number): BigFloat {
  return rounded(piFixed(bits + 8), -(bits + 8), bits);
}

/** e^a; `undefined` where the exponent would be beyond 2^45. */
export function exponential(a: BigFloat, bits: number): BigFloat | undefined {
  if (a.m === 0n) return ONE;
  if (size(a) > 45) return undefined;
  const halvings = 8 + Math.floor(Math.sqrt(bits) / 2);
  const wide = bits + Math.max(0, size(a)) + halvings + 16;
  const x = toFixed(a, wide);
  const ln2 = ln2Fixed(wide);
  const k = (x + (ln2 >> 1n)) / ln2 - (x + (ln2 >> 1n) < 0n ? 1n : 0n);
  const r = (x - k * ln2) >> BigInt(halvings);
  let term = 1n << BigInt(wide);
  let sum = term;
  for (let n = 1n; term !== 0n && n < 10_000n; n += 1n) {
    term = ((term * r) >> BigInt(wide)) / n;
    if (term === -1n) break;
    sum += term;
  }
  for (let i = 0; i < halvings; i += 1) sum = (sum * sum) >> BigInt(wide);
  return rounded(sum, Number(k) - wide, bits);
}

const logarithms = new Memo<BigFloat>(200);

/** ln a for a > 0; those of short numbers (2, 3, 10, 0.5) are kept, they stand in every other formula. */
export function logarithm(a: BigFloat, bits: number): BigFloat {
  return a.m < 4096n ? logarithms.get(`${a.m} ${a.e} ${bits}`, () => newLogarithm(a, bits)) : newLogarithm(a, bits);
}

/** Halley's iteration on exp from a double's logarithm, after the power of two is taken out. */
function newLogarithm(a: BigFloat, bits: number): BigFloat {
  const wide = bits + 16;
  let k = size(a);
  let f: BigFloat = { m: a.m, e: a.e - k };
  // f is in [½, 1); moved to [¾, 1½) so that the two parts never cancel.
  if (toDouble(f) < 0.75) {
    f = { m: f.m, e: f.e + 1 };
    k -= 1;
  }
  let y = fromDouble(Math.log(toDouble(f)));
  for (let right = 50; right < 2 * wide; right *= 3) {
    const p = Math.min(wide, right * 3 + 16);
    const power = exponential(y, p) ?? ONE;
    const step = divide(subtract(f, power, p + 64), add(f, power, p), p);
    y = add(y, { m: step.m, e: step.e + 1 }, p + 64);
  }
  return add(
    y,
    multiply({ m: BigInt(k), e: 0 }, rounded(ln2Fixed(wide + 64), -(wide + 64), wide + 64), wide + 64),
    bits + 64,
  );
}

/** Sine and cosine together; `undefined` beyond 2^400, where reducing by π costs too much. */
export function sineCosine(a: BigFloat, bits: number): { sin: BigFloat; cos: BigFloat } | undefined {
  if (a.m === 0n) return { sin: ZERO, cos: ONE };
  if (size(a) > 400) return undefined;
  // Below the last bit sin a is a and cos a is 1; the shift below would grow with the smallness of a.
  if (size(a) < -2 * bits) return { sin: a, cos: ONE };
  // Small angles keep their relative precision.
  const wide = bits + Math.abs(size(a)) + 32;
  const halfPi = piFixed(wide) >> 1n;
  const x = toFixed(a, wide);
  const shiftedX = x + (halfPi >> 1n);
  const quadrant = shiftedX / halfPi - (shiftedX < 0n ? 1n : 0n);
  const r = x - quadrant * halfPi;
  const square = (r * r) >> BigInt(wide);
  const series = (first: bigint, start: bigint): bigint => {
    let term = first;
    let sum = term;
    for (let n = start; term !== 0n; n += 2n) {
      term = -(((term * square) >> BigInt(wide)) / (n * (n + 1n)));
      if (term === 1n || term === -1n) break;
      sum += term;
    }
    return sum;
  };
  const s = series(r, 2n);
  const c = series(1n << BigInt(wide), 1n);
  const turn = Number(((quadrant % 4n) + 4n) % 4n);
  const pairs = [
    [s, c],
    [c, -s],
    [-s, -c],
    [-c, s],
  ] as const;
  const [sine, cosine] = pairs[turn] ?? pairs[0];
  return { sin: rounded(sine, -wide, bits), cos: rounded(cosine, -wide, bits) };
}

/** atan a: one correction of the double's arctangent, whose rest is 2^-50 and needs few terms. */
export function arctangent(a: BigFloat, bits: number): BigFloat {
  if (a.m === 0n) return ZERO;
  if (size(a) < -2 * bits) return a;
  const wide = bits + 16;
  if (size(a) > 1) {
    const half = rounded(piFixed(wide), -wide - 1, wide);
    return subtract(a.m < 0n ? negate(half) : half, arctangent(divide(ONE, a, wide), wide), bits);
  }
  // Small arguments keep their relative precision.
  const more = wide + Math.max(0, -size(a));
  const guess = fromDouble(size(a) < -900 ? 0 : Math.atan(toDouble(a)));
  const at = sineCosine(guess, more) ?? { sin: ZERO, cos: ONE };
  const rest = divide(
    subtract(multiply(a, at.cos, more), at.sin, more),
    add(at.cos, multiply(a, at.sin, more), more),
    more,
  );
  const square = multiply(rest, rest, more);
  let term = rest;
  let sum = rest;
  for (let n = 3; size(term) > size(a) - wide && n < 400; n += 2) {
    term = negate(multiply(term, square, more));
    sum = add(sum, divide(term, { m: BigInt(n), e: 0 }, more), more);
  }
  return add(guess, sum, bits);
}

/** asin a for |a| ≤ 1. */
export function arcsine(a: BigFloat, bits: number): BigFloat {
  const wide = bits + 16;
  const gap = multiply(subtract(ONE, a, wide + bitLength(a.m)), add(ONE, a, wide + bitLength(a.m)), wide);
  if (gap.m <= 0n) return rounded(a.m < 0n ? -piFixed(wide) : piFixed(wide), -wide - 1, bits);
  return arctangent(divide(a, squareRoot(gap, wide), wide), bits);
}
