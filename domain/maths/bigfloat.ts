/** Binary floating point with as many bits as asked for and an exponent without bounds: value = m · 2^e. */

export type BigFloat = { readonly m: bigint; readonly e: number };

export const ZERO: BigFloat = { m: 0n, e: 0 };
export const ONE: BigFloat = { m: 1n, e: 0 };

const magnitude = (m: bigint): bigint => (m < 0n ? -m : m);

/** Number of bits of |m|. */
export function bitLength(m: bigint): number {
  if (m === 0n) return 0;
  const hex = magnitude(m).toString(16);
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex.charAt(0), 16)) - 28);
}

/** Least k with |a| < 2^k; −Infinity for zero. */
export function size(a: BigFloat): number {
  return a.m === 0n ? Number.NEGATIVE_INFINITY : bitLength(a.m) + a.e;
}

/** m · 2^shift, cut towards −∞. */
function shifted(m: bigint, shift: number): bigint {
  return shift >= 0 ? m << BigInt(shift) : m >> BigInt(-shift);
}

/** Rounds to `bits` bits (to nearest). */
export function rounded(m: bigint, e: number, bits: number): BigFloat {
  const extra = bitLength(m) - bits;
  if (extra <= 0) return { m, e };
  const half = 1n << BigInt(extra - 1);
  return { m: m < 0n ? -((-m + half) >> BigInt(extra)) : (m + half) >> BigInt(extra), e: e + extra };
}

export function fromInteger(value: number): BigFloat {
  return { m: BigInt(value), e: 0 };
}

/** The exact value of a finite double. Throws RangeError for others, which have none. */
export function fromDouble(value: number): BigFloat {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number`);
  if (value === 0) return ZERO;
  let e = 0;
  let scaled = value;
  if (Math.abs(scaled) < 2 ** -900) {
    scaled *= 2 ** 200;
    e -= 200;
  }
  const exponent = Math.floor(Math.log2(Math.abs(scaled))) - 53;
  const half = Math.trunc(exponent / 2);
  scaled = scaled * 2 ** -half * 2 ** -(exponent - half);
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    e -= 1;
  }
  return { m: BigInt(scaled), e: e + exponent };
}

/** The nearest double (overflows to ±Infinity, underflows to 0). */
export function toDouble(a: BigFloat): number {
  const top = rounded(a.m, a.e, 53);
  const value = Number(top.m);
  const half = Math.trunc(top.e / 2);
  return Math.abs(top.e) > 4000
    ? top.e > 0 && value !== 0
      ? value * Number.POSITIVE_INFINITY
      : 0
    : value * 2 ** half * 2 ** (top.e - half);
}

/** Digits as typed (`-1.25e-3`); exact where the fraction is binary, else rounded. */
export function fromDecimal(digits: string, bits: number): BigFloat {
  const [mantissa = '0', exponent = '0'] = digits.toLowerCase().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const power = Number(exponent) - fraction.length;
  const integer = BigInt(whole.replace('-', '') + fraction) * (digits.startsWith('-') ? -1n : 1n);
  if (power >= 0) return rounded(integer * 10n ** BigInt(power), 0, bits);
  return divide({ m: integer, e: 0 }, { m: 10n ** BigInt(-power), e: 0 }, bits);
}

export function negate(a: BigFloat): BigFloat {
  return { m: -a.m, e: a.e };
}

/** a + b, rounded to so many bits. */
export function add(a: BigFloat, b: BigFloat, bits: number): BigFloat {
  if (a.m === 0n) return b;
  if (b.m === 0n) return a;
  const low = Math.min(a.e, b.e);
  const apart = Math.abs(size(a) - size(b));
  // A term far below the last bit only matters by its being there; leave it out.
  if (apart > bits + 8) return size(a) > size(b) ? rounded(a.m, a.e, bits) : rounded(b.m, b.e, bits);
  return rounded(shifted(a.m, a.e - low) + shifted(b.m, b.e - low), low, bits);
}

export function subtract(a: BigFloat, b: BigFloat, bits: number): BigFloat {
  return add(a, negate(b), bits);
}

export function multiply(a: BigFloat, b: BigFloat, bits: number): BigFloat {
  return rounded(a.m * b.m, a.e + b.e, bits);
}

/** b is not zero. */
export function divide(a: BigFloat, b: BigFloat, bits: number): BigFloat {
  if (a.m === 0n) return ZERO;
  const shift = Math.max(0, bits + 4 + bitLength(b.m) - bitLength(a.m));
  return rounded((a.m << BigInt(shift)) / b.m, a.e - b.e - shift, bits);
}

/** a is not negative. Newton's iteration on integers. */
export function squareRoot(a: BigFloat, bits: number): BigFloat {
  if (a.m === 0n) return ZERO;
  let shift = Math.max(0, 2 * bits + 4 - bitLength(a.m));
  if ((a.e - shift) % 2 !== 0) shift += 1;
  const n = a.m << BigInt(shift);
  let root = 1n << BigInt(Math.ceil(bitLength(n) / 2));
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) break;
    root = next;
  }
  return rounded(root, (a.e - shift) / 2, bits);
}

/** a · 2^bits as an integer: fixed point. */
export function toFixed(a: BigFloat, bits: number): bigint {
  return shifted(a.m, a.e + bits);
}

export function isInteger(a: BigFloat): boolean {
  return a.e >= 0 || (a.m & ((1n << BigInt(Math.min(-a.e, bitLength(a.m) + 1))) - 1n)) === 0n;
}
