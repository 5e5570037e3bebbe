/** The derivative of every function at random places of its domain, in units of the last place, against the limit itself in 800 bits. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toDouble } from './bigfloat.ts';
import { forwardGradient } from './dual.ts';
import { functionNames } from './functions.ts';
import { lower } from './lower.ts';
import { evaluatePrecisely } from './precise-ball.ts';
import { readExpression } from './read.ts';
import { reverseGradient } from './reverse.ts';
import { type Tape, TapeBuilder } from './tape.ts';

/** Where the function is tried, and how many ulp it may be off there. asech and acoth are functions of 1/x, whose rounding grows towards 1. */
const FUNCTIONS: Readonly<Record<string, readonly [low: number, high: number, ulps: number]>> = {
  'sin(x)': [-9, 9, 4],
  'cos(x)': [-9, 9, 4],
  'tan(x)': [-1.55, 1.55, 8],
  'sec(x)': [-1.55, 1.55, 8],
  'csc(x)': [0.01, 3.13, 8],
  'cot(x)': [0.01, 3.13, 8],
  'asin(x)': [-0.9999, 0.9999, 4],
  'acos(x)': [-0.9999, 0.9999, 4],
  'atan(x)': [-50, 50, 4],
  'asec(x)': [1.01, 50, 8],
  'acsc(x)': [1.01, 50, 8],
  'acot(x)': [0.01, 50, 8],
  'sinh(x)': [-20, 20, 4],
  'cosh(x)': [-20, 20, 4],
  'tanh(x)': [-20, 20, 8],
  'sech(x)': [-20, 20, 8],
  'csch(x)': [0.01, 20, 8],
  'coth(x)': [0.01, 20, 8],
  'asinh(x)': [-50, 50, 4],
  'acosh(x)': [1.0001, 50, 4],
  'atanh(x)': [-0.9999, 0.9999, 4],
  'asech(x)': [0.01, 0.9, 8],
  'acsch(x)': [0.01, 50, 8],
  'acoth(x)': [1.1, 50, 8],
  'exp(x)': [-50, 50, 4],
  'log(x)': [1e-3, 1e3, 2],
  'log(x, 7)': [1e-3, 1e3, 4],
  'log(7, x)': [2, 1e3, 8],
  'log10(x)': [1e-3, 1e3, 4],
  'log2(x)': [1e-3, 1e3, 4],
  'sqrt(x)': [1e-3, 1e3, 4],
  'cbrt(x)': [-50, 50, 8],
  'root(x, 7)': [0.01, 50, 8],
  'pow(x, 11)': [-5, 5, 8],
  'pow(x, -2.5)': [0.1, 20, 8],
  'pow(3, x)': [-20, 20, 8],
  'abs(x)': [-5, 5, 0],
  'sign(x)': [0.01, 5, 0],
  'min(x, 2)': [-5, 1.99, 0],
  'max(x, 2)': [2.01, 5, 0],
  'gamma(x)': [2, 20, 64],
  'factorial(x)': [1, 20, 64],
  'digamma(x)': [0.01, 50, 16],
  'trigamma(x)': [0.01, 50, 16],
  'sigmoid(x)': [-20, 20, 8],
  'relu(x)': [0.01, 5, 0],
  'softmax1(x, 1)': [-20, 20, 8],
  'softmax2(1, x)': [-20, 20, 8],
  'softmax3(1, 2, x)': [-20, 20, 8],
  'softmax4(1, 2, 0, x)': [-20, 20, 8],
  'softmax5(1, 2, 0, -1, x)': [-20, 20, 8],
};

function tapeOf(text: string, variables: readonly string[]): Tape {
  const reading = readExpression(text, { variables });
  if (!reading.ok) return expect.unreachable(`${text} cannot be read`);
  const builder = new TapeBuilder();
  return builder.finish(lower(reading.tree, builder));
}

it('no function is left out', () => {
  const tried = new Set(Object.keys(FUNCTIONS).map((f) => f.replace(/\(.*/, '')));
  expect(functionNames.filter((name) => !tried.has(name))).toEqual([]);
});

it.each(Object.entries(FUNCTIONS))('%s', (f, [low, high, ulps]) => {
  const tape = tapeOf(f, ['x']);
  // (f(x + h) − f(x − h)) / 2h with h = 2^-200: off by about 2^-400, with 600 digits left
  const moved = (sign: string): string => f.replaceAll(/\bx\b/g, `(x${sign}h)`);
  const limit = tapeOf(`(${moved('+')}-${moved('-')})/(2h)`, ['x', 'h']);
  let tried = 0;
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (t) => {
      const x = low + t * (high - low);
      const outcome = evaluatePrecisely(
        limit,
        new Map([
          ['x', x],
          ['h', 2 ** -200],
        ]),
        800,
      );
      if (typeof outcome === 'string') return;
      tried += 1;
      const wanted = toDouble(outcome.value);
      for (const gradient of [forwardGradient, reverseGradient]) {
        const [slope = Number.NaN] = gradient(tape, ['x'], [x]).gradient;
        const off = Math.abs(slope - wanted) / (2 ** -52 * Math.abs(wanted) || 1);
        expect(off, `at ${x}: ${slope}, ${wanted}`).toBeLessThanOrEqual(ulps);
      }
    }),
    { numRuns: 60, seed: 7 },
  );
  expect(tried).toBeGreaterThan(50);
});
