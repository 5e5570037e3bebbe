/** What is told of an answer before it is handed in, of each kind; and one rule for several right options. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { choice, maths, number, order, several, text } from '../../tests/support/live-questions.ts';
import { answerSchemas } from '../answer.ts';
import { wholeQuestion } from '../lesson/compiled.ts';
import { shareRight } from '../live/score.ts';
import { type Question, viewOf } from '../question.ts';
import { choiceShare, gradeChoice } from './choice.ts';
import { eulerInPlay } from './euler.ts';
import { gradeMaths } from './maths.ts';
import { firstUnread } from './readable.ts';

const unread = (question: Question, answer: Parameters<typeof firstUnread>[1]): string => {
  const found = firstUnread(viewOf(question), answer);
  return found === undefined ? 'read' : `${found.field}:${found.feedback.code}:${found.asked ? 'asked' : 'told'}`;
};

describe('the first field that cannot be read', () => {
  test.for([
    ['a number in words', number, { value: 'jacobien' }, ':feedback.notANumber:told'],
    ['a number that can be two', number, { value: '1,500' }, ':feedback.twoReadings:asked'],
    ['a number that was chosen', number, { value: '1,500', reading: '1.500' }, 'read'],
    ['a half-typed part', maths, { parts: { dx: 'x^2+' } }, 'dx:maths.problem.missing-operand:told'],
    ['a part that can be two', maths, { parts: { dx: '1/2x' } }, 'dx:maths.problem.two-readings:asked'],
    ['a part that was chosen', maths, { parts: { dx: '1/2x' }, readings: { dx: '1/2*x' } }, 'read'],
    ['a part with a constant of integration, which only the key forbids', maths, { parts: { dx: 'x + C' } }, 'read'],
    ['a part left empty', maths, { parts: { dx: '' } }, 'read'],
    ['an order with an item left', order, { order: ['B', 'A', 'C'] }, ':feedback.orderUnfinished:told'],
    ['a whole order', order, { order: ['A', 'B', 'C', 'D'] }, 'read'],
    ['nothing but a mark of width zero', text, { text: '\u200b' }, ':feedback.noText:told'],
    ['a sign, which may be what is asked for', text, { text: ';' }, 'read'],
    ['two options where one is asked for', choice, { choices: ['A', 'B'] }, ':feedback.oneOption:told'],
    ['two options where several are', several, { choices: ['A', 'B'] }, 'read'],
  ] as const)('%s', ([, question, answer, wanted]) => {
    expect(unread(question, structuredClone(answer) as Parameters<typeof firstUnread>[1])).toBe(wanted);
  });
});

it('a choice of a reading is part of a stored answer, and answers from before have none', () => {
  expect(answerSchemas.number.parse({ value: '5' })).toEqual({ value: '5' });
  expect(answerSchemas.maths.parse({ parts: { a: 'x' } })).toEqual({ parts: { a: 'x' } });
  expect(answerSchemas.number.parse({ value: '1,500', reading: '1500' })).toEqual({ value: '1,500', reading: '1500' });
});

describe('parts of a maths answer', () => {
  const two: typeof maths = {
    ...maths,
    parts: [...maths.parts, { id: 'dy', label: 'dy', labelHtml: 'dy', points: 1 }],
    key: { ...maths.key, truths: { ...maths.key.truths, dy: { expected: '2*x' } } },
  };
  const grade = (parts: Record<string, string>, asking?: 'ask' | 'shown' | 'bell') =>
    gradeMaths(two, { parts }, 's', asking);

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
        const verdict = gradeChoice(question, { choices });
        const live = shareRight(question, { answer: { choices }, verdict: null });
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
    expect(wholeQuestion(older, several.key)).toMatchObject({ credit: 'shares' });
    expect(wholeQuestion(viewOf(choice), choice.key)).not.toHaveProperty('credit');
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
