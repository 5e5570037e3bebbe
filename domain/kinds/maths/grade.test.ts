/** How a part of a maths question may be checked otherwise than usual. */
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../results/verdict.ts';
import { type MathsChecking, mathsQuestion } from './document.ts';
import { gradeMaths } from './grade.ts';

function graded(answer: string, expected: string, checking?: MathsChecking): Verdict {
  const question = mathsQuestion.parse({
    kind: 'maths',
    id: 'm',
    role: 'check',
    number: 1,
    title: 'M',
    points: 1,
    promptHtml: '',
    hintCount: 0,
    attempts: null,
    solutionAfter: null,
    seconds: 60,
    variables: ['x'],
    positive: [],
    parts: [{ id: 'a', labelHtml: 'a', label: 'a', points: 1 }],
    key: {
      hints: [],
      solutionHtml: null,
      explanationHtml: null,
      truths: { a: { expected } },
      ...(checking ? { checking: { a: checking } } : {}),
    },
  });
  return gradeMaths(question, { kind: 'maths', parts: { a: answer } }, 'seed');
}

describe('decimals', () => {
  test('without them a rounded answer is wrong', () => {
    expect(graded('1.41', 'sqrt(2)').result).toBe('fail');
  });
  test('half a unit of the last one is forgiven, more is not', () => {
    expect(graded('1.41', 'sqrt(2)', { decimals: 2 }).result).toBe('pass');
    expect(graded('1.4', 'sqrt(2)', { decimals: 2 }).result).toBe('fail');
    expect(graded('1.42', 'sqrt(2)', { decimals: 2 }).result).toBe('fail');
  });
});

describe('strict', () => {
  test('an answer that is undefined where the truth is defined is right with a note, and wrong where the question is strict', () => {
    const usual = graded('x^2/x', 'x');
    expect(usual.result).toBe('pass');
    expect(graded('sqrt(x)^2', 'x').tests[0]).toMatchObject({ passed: true });
    const strict = graded('sqrt(x)^2', 'x', { strict: true });
    expect(strict).toMatchObject({ result: 'fail', points: 0 });
    expect(strict.tests[0]?.feedback).toContainEqual(
      expect.objectContaining({ code: expect.stringMatching(/^maths\.note\./) }),
    );
  });
  test('what is defined in more places than the truth stays right', () => {
    expect(graded('x', 'sqrt(x)^2', { strict: true }).result).toBe('pass');
  });
});

describe("the lesson's own slips", () => {
  const slips = [
    { expression: '2*x + 5', words: 'The constant falls away.' },
    { expression: 'x^2', words: 'This is the area.' },
  ];
  test('are told in the words of the lesson, before the known ones, and tell answers apart', () => {
    const first = graded('5 + 2x', '2*x', { slips });
    expect(first).toMatchObject({ result: 'fail', slips: ['lesson'] });
    expect(first.tests[0]?.feedback).toContainEqual({
      code: 'maths.slip.lesson',
      params: { words: 'The constant falls away.' },
    });
    const second = graded('x*x', '2*x', { slips });
    expect(second.tests[0]?.feedback).toContainEqual({
      code: 'maths.slip.lesson',
      params: { words: 'This is the area.' },
    });
    expect(second.signature).not.toBe(first.signature);
  });
  test('say nothing of other answers', () => {
    expect(JSON.stringify(graded('3x + 1', '2*x', { slips }))).not.toContain('constant falls');
  });
});
