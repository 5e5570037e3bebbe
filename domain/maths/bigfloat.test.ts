/** High precision against constants of the literature and against its own laws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
  squareRoot,
  subtract,
  toDouble,
  toFixed,
} from './bigfloat.ts';
import { arcsine, arctangent, exponential, logarithm, pi, sineCosine } from './bigfloat-elementary.ts';
import { digammaPrecise, gammaPrecise } from './bigfloat-gamma.ts';

const BITS = 256;
const of = (x: number): BigFloat => fromDouble(x);
/** 60 digits after the point, cut. */
const digits = (a: BigFloat | undefined): string =>
  a === undefined ? '' : ((toFixed(a, 400) * 10n ** 60n) >> 400n).toString();
const close = (a: BigFloat, b: BigFloat, bits = BITS - 12): void => {
  const away = size(subtract(a, b, 2 * BITS));
  expect(away).toBeLessThanOrEqual(Math.max(size(a), size(b), -BITS) - bits);
};

describe('constants (OEIS A000796, A001113, A002392, A002161, A001620)', () => {
  it.each([
    ['π', pi(BITS), '3141592653589793238462643383279502884197169399375105820974944'],
    ['e', exponential(ONE, BITS), '2718281828459045235360287471352662497757247093699959574966967'],
    ['ln 10', logarithm(of(10), BITS), '2302585092994045684017991454684364207601101488628772976033327'],
    ['√π = Γ(½)', gammaPrecise(of(0.5), BITS), '1772453850905516027298167483341145182797549456122387128213807'],
    [
      'γ = −ψ(1)',
      negate(digammaPrecise(ONE, BITS) ?? ONE),
      '577215664901532860606512090082402431042159335939923598805767',
    ],
  ])('%s', (_name, value, wanted) => {
    expect(digits(value).slice(0, 59)).toBe(wanted.slice(0, 59));
  });
});

describe('laws', () => {
  const number = fc.double({ min: -30, max: 30, noNaN: true }).filter((x) => Math.abs(x) > 1e-3);
  it('hold for random numbers', () => {
    fc.assert(
      fc.property(number, number, (x, y) => {
        const [a, b] = [of(x), of(y)];
        expect(toDouble(a)).toBe(x);
        close(multiply(divide(a, b, BITS), b, BITS), a);
        close(multiply(squareRoot(multiply(a, a, 2 * BITS), BITS), ONE, BITS), of(Math.abs(x)));
        close(logarithm(exponential(a, BITS + 60) ?? ONE, BITS), a, BITS - 20);
        const angle = sineCosine(a, BITS) ?? { sin: ONE, cos: ONE };
        close(add(multiply(angle.sin, angle.sin, BITS), multiply(angle.cos, angle.cos, BITS), BITS), ONE);
        const back = arctangent(divide(angle.sin, angle.cos, BITS), BITS);
        const turns = Math.round((x - toDouble(back)) / Math.PI);
        close(add(back, multiply(pi(BITS), of(turns), BITS), BITS), a, BITS - 24);
        close(
          add(arcsine(angle.sin, BITS), of(0), BITS),
          arctangent(divide(angle.sin, squareRoot(multiply(angle.cos, angle.cos, BITS), BITS), BITS), BITS),
          BITS / 2,
        );
      }),
      { numRuns: 60, seed: 2 },
    );
  });
  it('hold for gamma: Γ(x + 1) = xΓ(x), Γ(x)Γ(1 − x) = π/sin πx, ψ(x + 1) = ψ(x) + 1/x', () => {
    for (const x of [0.3, 1.7, 5.25, 20.5, -2.4]) {
      const next = add(of(x), ONE, BITS);
      close(gammaPrecise(next, BITS) ?? ONE, multiply(of(x), gammaPrecise(of(x), BITS) ?? ONE, BITS), BITS - 40);
      close(
        digammaPrecise(next, BITS) ?? ONE,
        add(digammaPrecise(of(x), BITS) ?? ONE, divide(ONE, of(x), BITS), BITS),
        BITS - 40,
      );
    }
  });
  it('read decimals exactly, and keep the smallest doubles', () => {
    expect(toDouble(fromDecimal('-1.25e-3', BITS))).toBe(-1.25e-3);
    expect(toDouble(fromDecimal('12345678901234567890', BITS))).toBe(Number('12345678901234567890'));
    for (const x of [5e-324, -2.2e-308, 1.7e308, 0.1, -0]) expect(toDouble(fromDouble(x)) + 0).toBe(x + 0);
    expect([isInteger(of(3)), isInteger(of(0.5)), isInteger(of(2 ** 60)), isInteger({ m: 12n, e: -2 })]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});
