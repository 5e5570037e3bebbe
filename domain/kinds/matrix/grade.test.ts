/** Shares of right entries, shapes, and slips that explain the whole. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { matrix as column } from '../../../tests/support/live-questions.ts';
import type { MathsTruth } from '../../maths/truth.ts';
import type { QuestionOf } from '../../question.ts';
import type { Verdict } from '../../results/verdict.ts';
import { gradeMatrix } from './grade.ts';
import { matrixLive } from './live.ts';
import { parseMatrix } from './parse.ts';
import { shapeIn } from './places.ts';

function asked(truth: string, change: Partial<QuestionOf<'matrix'>['key']> = {}): QuestionOf<'matrix'> {
  const parsed = parseMatrix(truth);
  if (!parsed.ok) throw new Error(parsed.why);
  const entries: MathsTruth[][] = parsed.entries.map((row) => row.map((expected) => ({ expected })));
  return {
    ...column,
    points: 4,
    variables: ['x', 'y'],
    shape: shapeIn(entries),
    key: { ...column.key, entries, ...change },
  };
}

function graded(truth: string, text: string, change: Partial<QuestionOf<'matrix'>['key']> = {}): Verdict {
  const parsed = parseMatrix(text);
  if (!parsed.ok) throw new Error(parsed.why);
  return gradeMatrix(asked(truth, change), { kind: 'matrix', entries: parsed.entries }, 'seed');
}

describe('the share', () => {
  it('is of the entries that are right', () => {
    expect(graded('[2x, y; 0, 1]', '[x + x, y; 0, 1]')).toMatchObject({ result: 'pass', points: 4, feedback: [] });
    expect(graded('[2x, y; 0, 1]', '[2x, y; 7, 1]')).toMatchObject({ result: 'partial', points: 3, maxPoints: 4 });
    expect(graded('[2x, y; 0, 1]', '[x^2, 3; 7, 9]')).toMatchObject({ result: 'fail', points: 0 });
  });
  it('is nothing where the shape is another, which is told by the numbers of the answer alone', () => {
    const verdict = graded('[2x; y; 1]', '[2x, y]');
    expect(verdict).toMatchObject({ outcome: 'graded', result: 'fail', points: 0, tests: [] });
    expect(verdict.feedback).toEqual([{ code: 'feedback.matrixShape', params: { rows: 1, columns: 2 } }]);
  });
  it('leaves an entry that is empty wrong, and an answer without any unspent', () => {
    const question = asked('[2x; y]');
    const grade = (entries: string[][]) => gradeMatrix(question, { kind: 'matrix', entries }, 's');
    expect(grade([['2x'], ['']])).toMatchObject({ result: 'partial', points: 2, slips: [] });
    expect(grade([[' '], ['']])).toMatchObject({ outcome: 'invalid' });
    expect(grade([])).toMatchObject({ outcome: 'invalid' });
  });
  it('of any answer is between none and all, and all for the truth alone', () => {
    const cell = fc.constantFrom('2x', 'y', '0', '1', '-y', '');
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
        (entries) => {
          const verdict = gradeMatrix(asked('[2x, y; 0, 1]'), { kind: 'matrix', entries }, 's');
          const right =
            JSON.stringify(entries) ===
            JSON.stringify([
              ['2x', 'y'],
              ['0', '1'],
            ]);
          expect(verdict.points === 4).toBe(right);
          expect(verdict.result === 'pass').toBe(right);
          expect(verdict.points).toBeGreaterThanOrEqual(0);
          if (entries.length !== 2) expect(verdict.points).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('an entry that cannot be read', () => {
  const question = asked('[2x; y]');
  const grade = (entries: string[][], asking?: 'shown' | 'bell', readings?: Record<string, string>) =>
    gradeMatrix(question, { kind: 'matrix', entries, ...(readings ? { readings } : {}) }, 's', asking);
  it('spends no attempt at home, and takes nothing from the others at the bell', () => {
    expect(grade([['2x'], ['y+']])).toMatchObject({ outcome: 'invalid', points: 0 });
    expect(grade([['2x'], ['y+']], 'bell')).toMatchObject({ outcome: 'graded', points: 2 });
  });
  it('or may be meant in two ways is asked about, and taken as it was chosen', () => {
    const invalid = grade([['4/2x'], ['y']]);
    expect(invalid).toMatchObject({ outcome: 'invalid', feedback: [{ code: 'feedback.partAsked' }] });
    expect(invalid.tests[0]?.readings?.map(({ text }) => text)).toEqual(['4/2*x', '4/(2*x)']);
    expect(grade([['4/2x'], ['y']], undefined, { '1-1': '4/2*x' })).toMatchObject({ result: 'pass' });
    expect(grade([['4/2x'], ['y']], 'shown')).toMatchObject({ result: 'pass' });
  });
});

describe('a slip is named where it explains the whole', () => {
  test.for([
    ['[2x, y; 0, 1]', '[2x, 0; y, 1]', 'transposed'],
    ['[2x, y, 1; 0, 1, 2]', '[2x, 0; y, 1; 1, 2]', 'transposed'],
    ['[2x; y]', '[2x, y]', 'transposed'],
    ['[2x, y; 0, 1]', '[-2x, -y; 0, -1]', 'sign'],
    ['[2x, y; x, 1]', '[2x, -y; x, 1]', 'one-sign'],
    ['[2x, y; x, 1]', '[x, 1; 2x, y]', 'rows-swapped'],
    ['[2x, y, 3; x, 1, 7]', '[y, 2x, 3; 1, x, 7]', 'columns-swapped'],
    ['[2x, y; x, 1]', '[-2x, y; x, -1]', undefined],
    ['[2x, y; x, 1]', '[2x, x; y, 2]', undefined],
    ['[2x, y; x, 1]', '[x, 1; 2x, 3]', undefined],
    ['[2x, y; y, 1]', '[2x, y; y, 1]', undefined],
  ] as const)('%s, and %s is %s', ([truth, text, slip]) => {
    const verdict = graded(truth, text);
    const whole = ['transposed', 'sign', 'one-sign', 'rows-swapped', 'columns-swapped'];
    const told = verdict.feedback.filter(({ code }) => code.startsWith('feedback.matrix') && !code.endsWith('Shape'));
    expect(told).toHaveLength(slip === undefined ? 0 : 1);
    if (slip !== undefined) expect(verdict.slips.filter((one) => whole.includes(one))).toEqual([slip]);
  });
  it('and the entries then say nothing of their own', () => {
    const verdict = graded('[2x, y; 0, 1]', '[2x, 0; y, 1]');
    expect(verdict.tests.map(({ passed }) => passed)).toEqual([true, false, false, true]);
    expect(verdict.tests.flatMap(({ feedback }) => feedback)).toEqual([]);
  });
  it('a row will do for a column where the author says so', () => {
    expect(graded('[2x; y]', '[2x, y]', { either: true })).toMatchObject({ result: 'pass', points: 4, slips: [] });
    expect(graded('[2x, 1; y, 3]', '[2x, y; 1, 3]', { either: true })).toMatchObject({ slips: ['transposed'] });
  });
  it('answers that go wrong in the same way have one signature', () => {
    const [one, other] = [graded('[2x; y]', '[2x, y]'), graded('[2x; y]', '[x + x, y]')];
    expect(one.signature).toBe(other.signature);
    expect(graded('[2x; y]', '[2x; 3]').signature).not.toBe(graded('[2x; y]', '[2x; 4]').signature);
  });
});

it('a player of the server is right or wrong as they should be', () => {
  const questions = [asked('[0, 0; 0, 0]'), asked('[2x; y]')];
  fc.assert(
    fc.property(
      fc.constantFrom(...questions),
      fc.boolean(),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (question, right, at) => {
        const answer = matrixLive.rehearse(question, right, () => at);
        expect(gradeMatrix(question, answer, 's', 'bell').result === 'pass').toBe(right);
      },
    ),
    { numRuns: 30 },
  );
});

it('decimals are forgiven where the author says so', () => {
  expect(graded('[sqrt(2); 1]', '[1.41; 1]').result).toBe('partial');
  expect(graded('[sqrt(2); 1]', '[1.41; 1]', { checking: { decimals: 2 } }).result).toBe('pass');
});
