/** Random formulas: rewritten by identities they are never "different", mutated they are never "equal"; bounds hold; reading returns. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulas, identities, mutations, smoothFormulas } from '../../tests/support/arbitrary-formulas.ts';
import { BallEvaluator } from './ball.ts';
import { fromDouble, size, subtract, toDouble } from './bigfloat.ts';
import { checkAnswer } from './check.ts';
import { lower } from './lower.ts';
import { evaluatePrecisely } from './precise-ball.ts';
import { readExpression } from './read.ts';
import { type Tape, TapeBuilder } from './tape.ts';

const variables = ['x', 'y'];

function tapeOf(text: string): Tape | undefined {
  const reading = readExpression(text, { variables });
  if (!reading.ok) return undefined;
  const builder = new TapeBuilder();
  return builder.finish(lower(reading.tree, builder));
}

describe('random formulas', () => {
  it('rewritten by an identity are never called different', () => {
    let settled = 0;
    let all = 0;
    const rewrite = fc.constantFrom(...identities);
    fc.assert(
      fc.property(formulas, rewrite, fc.integer(), (formula, identity, seed) => {
        if (tapeOf(formula) === undefined) return;
        const { verdict, problem } = checkAnswer({ expected: formula }, identity(formula), { variables, seed });
        all += 1;
        if (verdict === 'equal') settled += 1;
        expect(verdict).not.toBe('different');
        if (verdict === 'invalid') expect(problem?.code).toBe('never-defined');
      }),
      { numRuns: 1_500, seed: 3 },
    );
    expect(settled / all).toBeGreaterThan(0.9);
  });

  it('mutated are never called equal', () => {
    let settled = 0;
    let all = 0;
    fc.assert(
      fc.property(smoothFormulas, fc.constantFrom(...mutations), fc.integer(), (formula, mutation, seed) => {
        if (tapeOf(formula) === undefined) return;
        const { verdict } = checkAnswer({ expected: formula }, mutation(formula), { variables, seed, explain: false });
        all += 1;
        if (verdict === 'different') settled += 1;
        expect(verdict).not.toBe('equal');
      }),
      { numRuns: 1_500, seed: 3 },
    );
    expect(settled / all).toBeGreaterThan(0.95);
  });

  it('have the value of high precision within the radius that doubles carry along', () => {
    const place = fc.oneof(fc.double({ min: -10, max: 10, noNaN: true }), fc.constantFrom(0, 1, -1, 0.5, 100, 1e-3));
    fc.assert(
      fc.property(formulas, place, place, (formula, x, y) => {
        const tape = tapeOf(formula);
        if (tape === undefined) return;
        const point = new Map([
          ['x', x],
          ['y', y],
        ]);
        const ball = new BallEvaluator(tape).at(point);
        const precise = evaluatePrecisely(tape, point, 256);
        const finer = evaluatePrecisely(tape, point, 800);
        if (typeof precise !== 'string' && typeof finer !== 'string') {
          const apart = size(subtract(precise.value, finer.value, 900));
          expect(apart).toBeLessThanOrEqual(Math.max(precise.error, finer.error) + 1);
        }
        if (precise === 'undefined') expect(Number.isFinite(ball.radius)).toBe(false);
        if (typeof precise === 'string' || !Number.isFinite(ball.radius)) {
          if (typeof precise !== 'string') expect(Number.isNaN(ball.radius)).toBe(false);
          return;
        }
        const away = Math.abs(toDouble(subtract(fromDouble(ball.value), precise.value, 256)));
        expect(away).toBeLessThanOrEqual(ball.radius * 1.0001 + 2 ** (precise.error + 1));
      }),
      { numRuns: 1_200, seed: 3 },
    );
  });

  it('are read again as what was shown', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        const first = readExpression(formula, { variables });
        if (!first.ok) return;
        for (const text of [first.text, first.tex]) {
          const again = readExpression(text, { variables });
          expect(again.ok, text).toBe(true);
          if (again.ok) expect(checkAnswer({ expected: formula }, text, { variables }).verdict).not.toBe('different');
        }
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});
