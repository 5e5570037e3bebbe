/** The hyperbolic functions and their inverses in high precision. */
import { add, type BigFloat, divide, multiply, negate, ONE, size, squareRoot, subtract, ZERO } from './bigfloat.ts';
import { exponential, logarithm } from './bigfloat-elementary.ts';
import { EXACT, GUARD, type Outcome, type Precise, plain } from './precise-value.ts';

/** sinh, cosh and tanh by exponentials. */
export function hyperbolic(op: 'sinh' | 'cosh' | 'tanh', a: Precise, bits: number): Outcome {
  const x = a.value;
  if (x.m === 0n && a.error === EXACT) return plain(op === 'cosh' ? ONE : ZERO, EXACT);
  if (a.error > -4) return 'lost';
  // Near zero the two exponentials cancel: as many bits more as the argument is small.
  const wide = bits + GUARD + Math.min(2 * bits, Math.max(0, -size(x)));
  const up = exponential(x, wide);
  const down = exponential(negate(x), wide);
  if (up === undefined || down === undefined) return 'lost';
  const difference = subtract(up, down, wide);
  const total = add(up, down, wide);
  const slope = size(total);
  // e^-a beside e^a: where it is below the last bit, sums of the two no longer tell what a is
  const absorbed = 2 * slope > bits - 40;
  if (op === 'tanh') {
    const value = divide(difference, total, wide);
    const error = Math.ceil(Math.max(a.error + Math.min(0, 3 - 2 * slope + 2 * 2) + 2, size(value) - bits + 4)) + 1;
    return { value, error, absorbed };
  }
  const value = op === 'sinh' ? difference : total;
  const error = Math.ceil(Math.max(a.error + slope + 2, size(value) - bits + 4)) + 1;
  return { value: { m: value.m, e: value.e - 1 }, error, absorbed };
}

/** acosh and atanh by logarithms. */
export function inverseHyperbolic(
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
    if (below.m === 0n && a.error === EXACT) return plain(ZERO, EXACT);
    if (!clear) return 'lost';
    if (below.m < 0n) return 'undefined';
    return out(logarithm(add(x, squareRoot(product, wide), wide), wide), -size(product) / 2 + 1);
  }
  if (x.m === 0n && a.error === EXACT) return plain(ZERO, EXACT);
  if (product.m === 0n && a.error === EXACT) return 'undefined';
  if (!clear) return 'lost';
  if (product.m > 0n) return 'undefined';
  const value = logarithm(divide(above, negate(below), wide), wide);
  return out({ m: value.m, e: value.e - 1 }, -size(product) + 1);
}
