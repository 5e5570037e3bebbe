/** The board: what a cell says of a student at a question, and how wrong answers are grouped and told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWERS } from '../../tests/support/live-questions.ts';
import { answerText } from '../kinds/asked.ts';
import { type BoardScore, boardCell, groupWrong, type WrongAnswer } from './board.ts';
import type { Result, TestOutcome, Verdict } from './verdict.ts';

const score = (result: Result): BoardScore => ({ points: 1, result, attempts: 2 });

describe('a cell', () => {
  it('is untouched where nothing was typed or sent, and a draft where something waits', () => {
    expect(boardCell({ score: undefined, last: 'none', draft: false })).toEqual({
      state: 'untouched',
      points: 0,
      attempts: 0,
    });
    expect(boardCell({ score: undefined, last: 'none', draft: true }).state).toBe('draft');
    // what could not be read counts for nothing yet
    expect(boardCell({ score: undefined, last: 'invalid', draft: false }).state).toBe('draft');
  });

  it.each([
    ['pass', 'right'],
    ['partial', 'partly'],
    ['fail', 'wrong'],
    ['error', 'wrong'],
    ['timeout', 'wrong'],
    ['undecided', 'undecided'],
  ] as const)('of a score of %s is %s, with its points and attempts', (result, state) => {
    expect(boardCell({ score: score(result), last: 'graded', draft: true })).toEqual({ state, points: 1, attempts: 2 });
  });

  it('is being graded while the newest submission has no verdict, whatever counted before', () => {
    expect(boardCell({ score: score('pass'), last: 'waits', draft: false })).toMatchObject({
      state: 'grading',
      points: 1,
    });
  });

  it('is handed in where there are no points: graded, and no score', () => {
    expect(boardCell({ score: undefined, last: 'graded', draft: true }).state).toBe('received');
    expect(groupWrong([wrong('a', '', { result: 'received' })])).toEqual([]);
  });

  it('has failed where the grader failed and nothing counts', () => {
    expect(boardCell({ score: undefined, last: 'failed', draft: true }).state).toBe('failed');
    expect(boardCell({ score: score('partial'), last: 'failed', draft: true }).state).toBe('partly');
  });
});

function wrong(studentId: string, signature: string, more: Partial<Verdict> = {}): WrongAnswer {
  const verdict: Verdict = {
    outcome: 'graded',
    result: 'fail',
    points: 0,
    maxPoints: 1,
    tests: [],
    feedback: [{ code: `feedback.${signature}`, params: {} }],
    signature,
    slips: [],
    ...more,
  };
  return { studentId, answer: { kind: 'function', code: ` code of ${studentId}\n` }, verdict };
}

describe('wrong answers', () => {
  it('that do the same are one group, and the biggest group stands first', () => {
    const groups = groupWrong([wrong('1', 'few'), wrong('2', 'many'), wrong('3', 'many'), wrong('4', 'also few')]);
    expect(groups.map(({ signature, count, studentIds }) => [signature, count, studentIds])).toEqual([
      ['many', 2, ['2', '3']],
      ['also few', 1, ['4']],
      ['few', 1, ['1']],
    ]);
  });

  it('show what the first of them did and what was said of it', () => {
    const [group] = groupWrong([wrong('1', 'same'), wrong('2', 'same')]);
    expect(group).toMatchObject({ specimen: 'code of 1', feedback: [{ code: 'feedback.same' }] });
  });

  it('are told by their first failing test where nothing was said of the whole', () => {
    const test = (id: string, passed: boolean): TestOutcome => ({
      id,
      name: id,
      visible: true,
      passed,
      points: 0,
      maxPoints: 1,
      feedback: [{ code: `feedback.${id}`, params: {} }],
    });
    const tests = [test('right', true), test('first', false), test('second', false)];
    const [group] = groupWrong([wrong('1', 'same', { feedback: [], tests })]);
    expect(group?.feedback).toEqual([{ code: 'feedback.first', params: {} }]);
  });

  it('are none of those that are right, undecided by a failed grader, or were not read', () => {
    const others = [
      wrong('1', 'a', { result: 'pass' }),
      wrong('2', 'a', { outcome: 'failed' }),
      wrong('3', 'a', { outcome: 'invalid' }),
    ];
    expect(groupWrong(others)).toEqual([]);
  });

  it('are each in one group, groups in one order whatever order the answers came in', () => {
    const answers = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'))
      .map((signatures) => signatures.map((signature, index) => wrong(String(index), signature)));
    fc.assert(
      fc.property(answers, (given) => {
        const groups = groupWrong(given);
        expect(groups.flatMap((group) => group.studentIds).toSorted()).toEqual(
          given.map((one) => one.studentId).toSorted(),
        );
        const counts = groups.map((group) => group.count);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        const order = (some: typeof groups) => some.map(({ signature, count }) => [signature, count]);
        expect(order(groupWrong(given.toReversed()))).toEqual(order(groups));
      }),
    );
  });
});

it('an answer of every kind has a text, and two that differ differ in it', () => {
  for (const { right, wrong: other } of Object.values(ANSWERS)) {
    expect(answerText(right)).toMatch(/\S/);
    expect(answerText(right)).not.toBe(answerText(other));
  }
  expect(answerText({ kind: 'choice', choices: ['A', 'C'] })).toBe('A, C');
  expect(answerText({ kind: 'order', order: ['B', 'A'] })).toBe('B → A');
  expect(answerText({ kind: 'maths', parts: { dx: '2x', dy: '3' } })).toBe('dx = 2x\ndy = 3');
});
