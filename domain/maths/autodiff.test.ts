/** The derivatives: against identities, the complex step, high precision, and one mode against the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulas } from '../../tests/support/arbitrary-formulas.ts';
import { toDouble } from './bigfloat.ts';
import { checkAnswer } from './check.ts';
import { differentiate } from './differentiate.ts';
import { forwardGradient } from './dual.ts';
import { lower } from './lower.ts';
import { evaluatePrecisely } from './precise-ball.ts';
import { readExpression } from './read.ts';
import { reverseGradient } from './reverse.ts';
import { type Tape, TapeBuilder } from './tape.ts';

const variables = ['x', 'y'];

function tapeOf(text: string, declared: readonly string[] = variables): Tape | undefined {
  const reading = readExpression(text, { variables: declared });
  if (!reading.ok) return undefined;
  const builder = new TapeBuilder();
  return builder.finish(lower(reading.tree, builder));
}

/** The derivative as the limit itself: (f(x + h) − f(x − h)) / 2h with h = 2^-200, in 800 bits. */
function slopeInHighPrecision(f: string, x: number): number {
  const moved = (sign: string): string => f.replace(/\bx\b/g, `(x${sign}h)`);
  const tape = tapeOf(`((${moved('+')})-(${moved('-')}))/(2h)`, ['x', 'h']);
  const outcome =
    tape === undefined
      ? 'lost'
      : evaluatePrecisely(
          tape,
          new Map([
            ['x', x],
            ['h', 2 ** -200],
          ]),
          800,
        );
  return typeof outcome === 'string' ? Number.NaN : toDouble(outcome.value);
}

/** Each elementary function with points of its domain. */
const elementary: readonly (readonly [string, readonly number[]])[] = [
  ['sin(x)', [0.3, -2, 9]],
  ['cos(x)', [0.3, -2, 9]],
  ['tan(x)', [0.3, -1.2, 2]],
  ['sec(x)', [0.3, 2]],
  ['csc(x)', [0.3, 2]],
  ['cot(x)', [0.3, 2]],
  ['asin(x)', [0.3, -0.9, 0.999]],
  ['acos(x)', [0.3, -0.9]],
  ['atan(x)', [0.3, -7]],
  ['asec(x)', [1.5, -3]],
  ['acsc(x)', [1.5, -3]],
  ['acot(x)', [0.4, -3]],
  ['sinh(x)', [0.3, -4]],
  ['cosh(x)', [0.3, -4]],
  ['tanh(x)', [0.3, -4]],
  ['sech(x)', [0.3, -4]],
  ['csch(x)', [0.3, -4]],
  ['coth(x)', [0.3, -4]],
  ['asinh(x)', [0.3, -40]],
  ['acosh(x)', [1.1, 40]],
  ['atanh(x)', [0.3, -0.99]],
  ['asech(x)', [0.3, 0.9]],
  ['acsch(x)', [0.3, -4]],
  ['acoth(x)', [1.5, -4]],
  ['exp(x)', [0.3, -7]],
  ['ln(x)', [0.3, 70]],
  ['log10(x)', [0.3, 70]],
  ['log2(x)', [0.3, 70]],
  ['log(x,3)', [0.3, 70]],
  ['sqrt(x)', [0.3, 70]],
  ['cbrt(x)', [0.3, -70]],
  ['root(x,5)', [0.3, 70]],
  ['abs(x)', [0.3, -7]],
  ['sign(x)', [0.3, -7]],
  ['x^7', [0.3, -7]],
  ['x^-3', [0.3, -7]],
  ['x^2.5', [0.3, 7]],
  ['2^x', [0.3, -7]],
  ['x^x', [0.3, 7]],
  ['max(x,1)', [0.3, 7]],
  ['min(x,1)', [0.3, 7]],
  ['gamma(x)', [0.3, 4.5, 9]],
  ['x!', [0.3, 4.5]],
];

describe('the derivative of each elementary function', () => {
  it.each(elementary)('%s is that of high precision to a few ulp', (f, places) => {
    const tape = tapeOf(f, ['x']);
    for (const x of places) {
      const slope = tape === undefined ? Number.NaN : (forwardGradient(tape, ['x'], [x]).gradient[0] ?? Number.NaN);
      const wanted = slopeInHighPrecision(f, x);
      const ulps = f.includes('gamma') || f.includes('!') ? 200 : 16;
      expect(Math.abs(slope - wanted), `${f} at ${x}: ${slope}, ${wanted}`).toBeLessThanOrEqual(
        ulps * 2 ** -52 * Math.abs(wanted),
      );
    }
  });

  const known: readonly (readonly [string, string])[] = [
    ['sin(x)', 'cos(x)'],
    ['cos(x)', '-sin(x)'],
    ['tan(x)', 'sec(x)^2'],
    ['sec(x)', 'sec(x)tan(x)'],
    ['csc(x)', '-csc(x)cot(x)'],
    ['cot(x)', '-csc(x)^2'],
    ['asin(x)', '1/sqrt(1-x^2)'],
    ['acos(x)', '-1/sqrt(1-x^2)'],
    ['atan(x)', '1/(1+x^2)'],
    ['asec(x)', '1/(|x|sqrt(x^2-1))'],
    ['acsc(x)', '-1/(|x|sqrt(x^2-1))'],
    ['acot(x)', '-1/(1+x^2)'],
    ['sinh(x)', 'cosh(x)'],
    ['cosh(x)', 'sinh(x)'],
    ['tanh(x)', 'sech(x)^2'],
    ['sech(x)', '-sech(x)tanh(x)'],
    ['csch(x)', '-csch(x)coth(x)'],
    ['coth(x)', '-csch(x)^2'],
    ['asinh(x)', '1/sqrt(x^2+1)'],
    ['acosh(x)', '1/sqrt(x^2-1)'],
    ['atanh(x)', '1/(1-x^2)'],
    ['asech(x)', '-1/(x sqrt(1-x^2))'],
    ['acsch(x)', '-1/(|x|sqrt(1+x^2))'],
    ['acoth(x)', '1/(1-x^2)'],
    ['x^x', 'x^x(1+ln(x))'],
    ['log(x,3)', '1/(x ln(3))'],
    ['log(3,x)', '-ln(3)/(x ln(x)^2)'],
    ['x^5 sin(3x)', '5x^4 sin(3x)+3x^5 cos(3x)'],
    ['sin(x)/x', '(x cos(x)-sin(x))/x^2'],
    ['exp(-x^2/2)', '-x exp(-x^2/2)'],
    ['ln|x|', '1/x'],
    ['|x|', 'x/|x|'],
    ['max(x,x^2)', '(1+2x)/2+sign(x^2-x)*(2x-1)/2'],
    ['7', '0'],
    ['y^3', '0'],
  ];
  it.each(known)('(%s)′ = %s', (f, wanted) => {
    expect(checkAnswer({ derivativeOf: f, by: 'x' }, wanted, { variables }).verdict).toBe('equal');
    expect(checkAnswer({ derivativeOf: f, by: 'x' }, `${wanted}+1e-7`, { variables, explain: false }).verdict).toBe(
      'different',
    );
  });
});

describe('the modes agree', () => {
  it('forward, reverse and the derivative as a tape, on random formulas', () => {
    let compared = 0;
    const place = fc.integer({ min: -4_000, max: 4_000 }).map((n) => n / 997 + 1e-5);
    fc.assert(
      fc.property(formulas, place, place, (formula, x, y) => {
        const tape = tapeOf(formula);
        const reading = readExpression(formula, { variables });
        if (tape === undefined || !reading.ok) return;
        const forward = forwardGradient(tape, variables, [x, y]);
        const reverse = reverseGradient(tape, variables, [x, y]);
        variables.forEach((name, k) => {
          const f = forward.gradient[k] ?? Number.NaN;
          const r = reverse.gradient[k] ?? Number.NaN;
          if (!Number.isFinite(f) || !Number.isFinite(r)) return;
          expect(Math.abs(f - r)).toBeLessThanOrEqual(1e-8 * Math.max(Math.abs(f), Math.abs(r), 1e-6));
          const builder = new TapeBuilder();
          const derivative = builder.finish(differentiate(builder, lower(reading.tree, builder), name));
          const precise = evaluatePrecisely(
            derivative,
            new Map([
              ['x', x],
              ['y', y],
            ]),
            256,
          );
          if (typeof precise === 'string' || Math.abs(f) > 1e12 || Math.abs(f) < 1e-12) return;
          compared += 1;
          expect(Math.abs(f - toDouble(precise.value)), `${formula} by ${name}`).toBeLessThanOrEqual(
            1e-3 * Math.abs(f) + 1e-6,
          );
        });
      }),
      { numRuns: 800, seed: 5 },
    );
    expect(compared).toBeGreaterThan(300);
  });
});
