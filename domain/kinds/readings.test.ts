/** What is told of an answer before it is handed in, of each kind; and one rule for several right options. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  choice,
  match,
  maths,
  matrix,
  number,
  order,
  reals,
  set,
  several,
  text,
} from '../../tests/support/live-questions.ts';
import { answerSchemas } from '../answer.ts';
import { questionDocument } from '../documents/formats.ts';
import { shareRight } from '../live/score.ts';
import { type Question, viewOf } from '../question.ts';
import { choiceShare, gradeChoice } from './choice/grade.ts';
import { eulerInPlay } from './common/euler.ts';
import { gradeMaths } from './maths/grade.ts';
import { firstUnread } from './readings.ts';

const unread = (question: Question, answer: Parameters<typeof firstUnread>[1]): string => {
  const found = firstUnread(viewOf(question), answer);
  return found === undefined ? 'read' : `${found.field}:${found.feedback.code}:${found.asked ? 'asked' : 'told'}`;
};

describe('the first field that cannot be read', () => {
  test.for([
    ['a number in words', number, { kind: 'number', value: 'jacobien' }, ':feedback.notANumber:told'],
    ['a number that can be two', number, { kind: 'number', value: '1,500' }, ':feedback.twoReadings:asked'],
    ['a number that was chosen', number, { kind: 'number', value: '1,500', reading: '1.500' }, 'read'],
    ['a half-typed part', maths, { kind: 'maths', parts: { dx: 'x^2+' } }, 'dx:maths.problem.missing-operand:told'],
    ['a part that can be two', maths, { kind: 'maths', parts: { dx: '1/2x' } }, 'dx:maths.problem.two-readings:asked'],
    ['a part that was chosen', maths, { kind: 'maths', parts: { dx: '1/2x' }, readings: { dx: '1/2*x' } }, 'read'],
    [
      'a part with a constant of integration, which only the key forbids',
      maths,
      { kind: 'maths', parts: { dx: 'x + C' } },
      'read',
    ],
    ['a part left empty', maths, { kind: 'maths', parts: { dx: '' } }, 'read'],
    [
      'a half-typed entry',
      matrix,
      { kind: 'matrix', entries: [['x'], ['x^2+']] },
      '2-1:maths.problem.missing-operand:told',
    ],
    [
      'an entry that can be two',
      matrix,
      { kind: 'matrix', entries: [['1/2x'], ['']] },
      '1-1:maths.problem.two-readings:asked',
    ],
    [
      'another shape than the one that is shown',
      matrix,
      { kind: 'matrix', entries: [['1', '2']] },
      ':feedback.matrixShape:told',
    ],
    [
      'an entry that was chosen',
      matrix,
      { kind: 'matrix', entries: [['1/2x'], ['x']], readings: { '1-1': '1/2*x' } },
      'read',
    ],
    ['an interval that is not closed', reals, { kind: 'set', set: '[1; 3' }, ':feedback.setUnclosed:told'],
    ['a set that can be two', set, { kind: 'set', set: '1,5' }, ':feedback.twoReadings:asked'],
    ['a set that was chosen', set, { kind: 'set', set: '1,5', reading: '{1.5}' }, 'read'],
    ['an order with an item left', order, { kind: 'order', order: ['B', 'A', 'C'] }, ':feedback.orderUnfinished:told'],
    ['a whole order', order, { kind: 'order', order: ['A', 'B', 'C', 'D'] }, 'read'],
    ['a pair left open', match, { kind: 'match', pairs: { 1: 'A' } }, '2:feedback.matchUnfinished:told'],
    ['all pairs', match, { kind: 'match', pairs: { 1: 'A', 2: 'A' } }, 'read'],
    ['nothing but a mark of width zero', text, { kind: 'text', text: '\u200b' }, ':feedback.noText:told'],
    ['a sign, which may be what is asked for', text, { kind: 'text', text: ';' }, 'read'],
    ['two options where one is asked for', choice, { kind: 'choice', choices: ['A', 'B'] }, ':feedback.oneOption:told'],
    ['two options where several are', several, { kind: 'choice', choices: ['A', 'B'] }, 'read'],
  ] as const)('%s', ([, question, answer, wanted]) => {
    expect(unread(question, structuredClone(answer) as Parameters<typeof firstUnread>[1])).toBe(wanted);
  });
});

it('a choice of a reading is part of a stored answer, and answers from before have none', () => {
  expect(answerSchemas.number.parse({ kind: 'number', value: '5' })).toEqual({ kind: 'number', value: '5' });
  expect(answerSchemas.maths.parse({ kind: 'maths', parts: { a: 'x' } })).toEqual({ kind: 'maths', parts: { a: 'x' } });
  const chosen = { kind: 'number', value: '1,500', reading: '1500' } as const;
  expect(answerSchemas.number.parse(chosen)).toEqual(chosen);
});

describe('parts of a maths answer', () => {
  const two: typeof maths = {
    ...maths,
    parts: [...maths.parts, { id: 'dy', label: 'dy', labelHtml: 'dy', points: 1 }],
    key: { ...maths.key, truths: { ...maths.key.truths, dy: { expected: '2*x' } } },
  };
  const grade = (parts: Record<string, string>, asking?: 'ask' | 'shown' | 'bell') =>
    gradeMaths(two, { kind: 'maths', parts }, 's', asking);

  it('one that cannot be read spends no attempt at home, and takes nothing from the others at the bell', () => {
    expect(grade({ dx: 'x + 271828', dy: '2x+' })).toMatchObject({ outcome: 'invalid', points: 0 });
    expect(grade({ dx: 'x + 271828', dy: '2x+' }, 'bell')).toMatchObject({
      outcome: 'graded',
      result: 'partial',
      points: 2,
      tests: [{ passed: true }, { passed: false, feedback: [{ code: 'maths.problem.missing-operand' }] }],
    });
  });
  it('one that was not asked about is asked about at home, and taken as it was shown where nobody can be asked', () => {
    expect(grade({ dx: 'x + 271828', dy: '4x/2' })).toMatchObject({ outcome: 'graded', result: 'pass' });
    const asked = grade({ dx: 'x + 271828', dy: '4/2x' });
    expect(asked).toMatchObject({ outcome: 'invalid', feedback: [{ code: 'feedback.partAsked' }] });
    expect(asked.tests[1]?.readings?.map((one) => one.text)).toEqual(['4/2*x', '4/(2*x)']);
    for (const asking of ['shown', 'bell'] as const)
      expect(grade({ dx: 'x + 271828', dy: '4/2x' }, asking)).toMatchObject({ outcome: 'graded', result: 'pass' });
  });
});

describe('several right options', () => {
  const letters = fc.subarray(['A', 'B', 'C', 'D'], { minLength: 1 });

  it('earn the same share at home as in a live round, by either rule', () => {
    fc.assert(
      fc.property(letters, letters, fc.constantFrom('shares', 'all', undefined), (correct, choices, credit) => {
        const { credit: _credit, ...rest } = several;
        const question = { ...rest, points: 4, ...(credit ? { credit } : {}), key: { ...several.key, correct } };
        const verdict = gradeChoice(question, { kind: 'choice', choices });
        const live = shareRight(question, { answer: { kind: 'choice', choices }, verdict: null });
        expect(verdict.points).toBeCloseTo(4 * live, 2);
        expect(verdict.result).toBe(live === 1 ? 'pass' : live > 0 ? 'partial' : 'fail');
        const exact = choices.join() === correct.join();
        expect(live === 1).toBe(exact);
        if (credit !== 'shares') expect(live).toBe(exact ? 1 : 0);
      }),
    );
  });
  it('everything picked earns no more than what is right less what is wrong', () => {
    expect(choiceShare(several, ['A', 'B', 'C', 'D'])).toBe(0);
    expect(choiceShare(several, ['A', 'B', 'D'])).toBe(0.5);
  });
  it('of a question that was stored before one could say are counted by shares', () => {
    const { credit: _credit, ...older } = viewOf(several) as typeof several;
    expect(questionDocument.read(older)).toEqual({ ...older, credit: 'shares' });
    expect(questionDocument.read(viewOf(choice))).toEqual(viewOf(choice));
  });
});

describe("Euler's number in play", () => {
  const tex = (formula: string): string => `<p><annotation encoding="application/x-tex">${formula}</annotation></p>`;
  test.for([
    [tex('e^x'), true],
    [tex('xe^{2x}'), true],
    [tex('\\exp(x)'), true],
    [tex('\\text{the mean } \\beta x'), false],
    [tex('\\operatorname{sech} x'), false],
    ['<p>Find the slope of e^x.</p>', true],
    ['<p>The derivative, please.</p>', false],
  ] as const)('%s: %s', ([promptHtml, wanted]) => {
    expect(eulerInPlay({ promptHtml })).toBe(wanted);
    expect(eulerInPlay({ promptHtml, euler: !wanted })).toBe(!wanted);
  });
});
