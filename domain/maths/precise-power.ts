/** Powers in high precision. */
import { divide, fromDouble, isInteger, multiply, ONE, rounded, size, subtract, toDouble, ZERO } from './bigfloat.ts';
import { exponential, logarithm } from './bigfloat-elementary.ts';
import { EXACT, either, MOST_WHOLE, type Outcome, type Precise, plain } from './precise-value.ts';

/** a^b: repeated squaring for integers, else exp(b ln a) with bits to spare for the size of the exponent. */
export function precisePower(a: Precise, b: Precise, bits: number): Outcome {
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
    // so large that its fraction, if it has one, is not looked for
    if (size(b.value) > MOST_WHOLE) return 'lost';
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
