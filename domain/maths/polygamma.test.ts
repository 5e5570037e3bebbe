/** The derivatives of Γ, ψ and their like: against constants, laws, high precision, and in the checker. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RADIUS } from './ball-constants.ts';
import { ballUnary } from './ball-unary.ts';
import { type BigFloat, divide, fromDouble, fromInteger, multiply, ONE, size, subtract, toDouble } from './bigfloat.ts';
import { pi } from './bigfloat-elementary.ts';
import { polygammaPrecise } from './bigfloat-polygamma.ts';
import { checkAnswer } from './check.ts';
import { POLYGAMMA_ORDER, polygamma } from './polygamma.ts';
import { preciseUnary } from './precise-unary.ts';
import { EXACT, plain } from './precise-value.ts';

const BITS = 256;
const OPS = ['trigamma', 'tetragamma', 'pentagamma'] as const;
const power = (a: BigFloat, k: number): BigFloat => (k === 1 ? a : multiply(a, power(a, k - 1), 2 * BITS));
const near = (a: BigFloat | undefined, b: BigFloat, bits = BITS - 8): void => {
  expect(a).toBeDefined();
  if (a !== undefined) expect(size(subtract(a, b, 2 * BITS)) - size(b)).toBeLessThanOrEqual(-bits);
};
/** Away from the poles, as the checker keeps its points. */
const place = fc
  .double({ min: -12, max: 60, noNaN: true })
  .filter((x) => x > 0.01 || Math.abs(x - Math.round(x)) > 0.01);

describe('in high precision', () => {
  const square = power(pi(2 * BITS), 2);
  it.each([
    ["ψ'(1) = π²/6", 1, 1, divide(square, fromInteger(6), BITS)],
    ["ψ'(½) = π²/2", 1, 0.5, divide(square, fromInteger(2), BITS)],
    ["ψ'(−½) = π²/2 + 4", 1, -0.5, subtract(divide(square, fromInteger(2), BITS), fromInteger(-4), BITS)],
    ['ψ‴(1) = π⁴/15', 3, 1, divide(power(square, 2), fromInteger(15), BITS)],
    ['ψ‴(½) = π⁴', 3, 0.5, power(square, 2)],
    ['ψ‴(−½) = π⁴ + 96', 3, -0.5, subtract(power(square, 2), fromInteger(-96), BITS)],
  ] as const)('%s', (_name, n, x, wanted) => near(polygammaPrecise(n, fromDouble(x), BITS), wanted));

  it('ψ″(1) = −2ζ(3) (OEIS A002117)', () => {
    expect(toDouble(polygammaPrecise(2, ONE, BITS) ?? ONE)).toBe(-2 * 1.2020569031595942);
  });

  it('the recurrence holds on both sides', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(1, 2, 3), (x, n) => {
        const a = fromDouble(x);
        const [here, next] = [
          polygammaPrecise(n, a, BITS),
          polygammaPrecise(n, subtract(a, fromInteger(-1), 512), BITS),
        ];
        if (here === undefined || next === undefined) return expect.unreachable();
        // ψ⁽ⁿ⁾(x + 1) − ψ⁽ⁿ⁾(x) = (−1)ⁿ n!/x^(n+1)
        const step = divide(fromInteger([1, -1, 2, -6][n] ?? 0), power(a, n + 1), BITS);
        const away = size(subtract(subtract(next, here, BITS), step, BITS));
        expect(away).toBeLessThanOrEqual(Math.max(size(next), size(here), size(step)) - BITS + 12);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe('in doubles', () => {
  it('values stand within a few ulp on the right, and within the radius everywhere', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(...OPS), fc.constantFrom(0, 1e-15, 1e-9), (x, op, r) => {
        const n = POLYGAMMA_ORDER[op];
        const exact = polygammaPrecise(n, fromDouble(x), BITS);
        const wanted = toDouble(exact ?? ONE);
        if (x > 0) expect(Math.abs(polygamma(n, x) - wanted)).toBeLessThanOrEqual(8 * 2 ** -52 * Math.abs(wanted));
        const value = ballUnary(op, x, r);
        const radius = RADIUS[0] ?? Number.NaN;
        if (!Number.isFinite(radius)) return;
        for (const shift of [-r, 0, r]) {
          const there = toDouble(polygammaPrecise(n, fromDouble(x + shift), BITS) ?? ONE);
          expect(Math.abs(value - there), `${op} at ${x} ± ${r}`).toBeLessThanOrEqual(radius);
        }
      }),
      { numRuns: 1_500, seed: 3 },
    );
  });
  it.each(OPS)('%s has no value at its poles', (op) => {
    for (const pole of [0, -1, -7]) {
      expect(polygamma(POLYGAMMA_ORDER[op], pole)).toBeNaN();
      expect(preciseUnary(op, plain(fromInteger(pole), EXACT), 256)).toBe('undefined');
      ballUnary(op, pole, 0);
      expect(RADIUS[0]).toBeNaN();
    }
  });
});

describe('the checker', () => {
  const variables = ['x'];
  const told = (f: string, answer: string, by = 'x') =>
    checkAnswer({ derivativeOf: f, by }, answer, { variables }).verdict;
  it.each([
    ['gamma(x)', 'gamma(x) digamma(x)'],
    ['x!', 'x! digamma(x+1)'],
    ['(2x)!', '2 (2x)! digamma(2x+1)'],
    ['x! digamma(x+1)', 'x! (digamma(x+1)^2 + trigamma(x+1))'],
    ['gamma(x) digamma(x)', 'gamma(x) (digamma(x)^2 + trigamma(x))'],
    ['digamma(x)', 'trigamma(x)'],
    ['digamma(x+1)', 'trigamma(x) - 1/x^2'],
    ['ln(gamma(x))', 'digamma(x)'],
    ['digamma(1-x)-digamma(x)', '-trigamma(1-x)-trigamma(x)'],
    ['cot(pi x)', '-(trigamma(x)+trigamma(1-x))/pi'],
  ])('(%s)′ = %s', (f, wanted) => {
    expect(told(f, wanted)).toBe('equal');
    expect(told(f, `${wanted} + 1e-6`)).toBe('different');
    expect(told(f, `1.0000001 (${wanted})`)).toBe('different');
  });
  it.each(['trigamma(x)', 'gamma(x) trigamma(x)', 'x! digamma(x) trigamma(x)'])(
    'the derivative of %s is decided too, though nobody can type it',
    (f) => {
      expect(told(f, f)).toBe('different');
      expect(told(f, 'digamma(x)')).toBe('different');
    },
  );
});
