/** Verdicts of whole answers: choices, maths, and code from what a sandbox reported. */
import { describe, expect, test } from 'vitest';
import { gradeChoice } from '../kinds/choice/grade.ts';
import { codeTest } from '../kinds/code/document.ts';
import { gradeMaths } from '../kinds/maths/grade.ts';
import { gradeNumber } from '../kinds/number/grade.ts';
import type { QuestionOf } from '../question.ts';
import type { Verdict } from '../results/verdict.ts';
import { verdictOfLoad, verdictOfTests } from './code-verdict.ts';
import { expectedOf } from './expected.ts';
import { judgeTest } from './judge.ts';
import type { CallReport, Ending, Reported } from './report.ts';
import { float, tuple } from './values.ts';

const common = {
  role: 'check',
  number: 1,
  title: 'Q',
  promptHtml: '',
  hintCount: 0,
  attempts: null,
  solutionAfter: null,
  seconds: 60,
} as const;
const key = { hints: [], solutionHtml: null, explanationHtml: null };

describe('choices', () => {
  const question = (correct: string[], multiple: boolean): QuestionOf<'choice'> => ({
    kind: 'choice',
    ...common,
    id: 'c',
    points: 2,
    options: ['A', 'B', 'C'].map((letter) => ({ letter, html: letter })),
    multiple,
    key: { ...key, correct, notes: {} },
  });
  test('the right one earns all points', () => {
    expect(gradeChoice(question(['B'], false), { kind: 'choice', choices: ['B'] })).toMatchObject({
      result: 'pass',
      points: 2,
      signature: 'B',
    });
  });
  test('of several right ones all must be chosen, and no other', () => {
    const several = question(['A', 'C'], true);
    expect(gradeChoice(several, { kind: 'choice', choices: ['C', 'A'] }).result).toBe('pass');
    expect(gradeChoice(several, { kind: 'choice', choices: ['A'] })).toMatchObject({ result: 'fail', points: 0 });
    expect(gradeChoice(several, { kind: 'choice', choices: ['A', 'B', 'C'] }).result).toBe('fail');
  });
  test('two choices where one is asked for are invalid', () => {
    expect(gradeChoice(question(['B'], false), { kind: 'choice', choices: ['A', 'B'] }).outcome).toBe('invalid');
  });
});

describe('numbers', () => {
  const question: QuestionOf<'number'> = {
    kind: 'number',
    ...common,
    id: 'n',
    points: 2,
    unit: null,
    key: { ...key, value: 6, tolerance: { absolute: 0.01, relative: 0 } },
  };
  test('a value inside the tolerance is right, however it is written', () => {
    for (const value of ['6', '6.005', '12/2', '6,0']) {
      expect(gradeNumber(question, { kind: 'number', value })).toMatchObject({ result: 'pass', points: 2 });
    }
  });
  test('a wrong one is grouped by its value, and a slip is named', () => {
    expect(gradeNumber(question, { kind: 'number', value: '-6' })).toMatchObject({
      result: 'fail',
      points: 0,
      signature: '-6',
      slips: ['sign'],
    });
    expect(gradeNumber(question, { kind: 'number', value: '3.0' }).signature).toBe(
      gradeNumber(question, { kind: 'number', value: '3' }).signature,
    );
  });
  test('what is no number is invalid', () => {
    expect(gradeNumber(question, { kind: 'number', value: 'six' })).toMatchObject({
      outcome: 'invalid',
      feedback: [{ code: 'feedback.notANumber' }],
    });
  });
});

describe('maths', () => {
  const question: QuestionOf<'maths'> = {
    kind: 'maths',
    ...common,
    id: 'm',
    points: 3,
    variables: ['x', 'y', 'z'],
    positive: [],
    parts: ['dx', 'dy', 'dz'].map((id) => ({ id, labelHtml: id, label: id, points: 1 })),
    key: {
      ...key,
      truths: Object.fromEntries(['x', 'y', 'z'].map((by) => [`d${by}`, { derivativeOf: 'x^2*y + y*z^3', by }])),
    },
  };
  const graded = (parts: Record<string, string>): Verdict => gradeMaths(question, { kind: 'maths', parts }, 'seed');

  test('right parts earn their points', () => {
    expect(graded({ dx: '2xy', dy: 'x^2+z^3', dz: '3yz^2' })).toMatchObject({ result: 'pass', points: 3 });
    expect(graded({ dx: '2xy', dy: 'x^2', dz: '3yz^2' })).toMatchObject({ result: 'partial', points: 2 });
  });
  test('an empty part is wrong, but an empty answer is invalid', () => {
    expect(graded({ dx: '2xy', dy: 'x^2+z^3' })).toMatchObject({ outcome: 'graded', result: 'partial', points: 2 });
    expect(graded({ dx: '  ' })).toMatchObject({ outcome: 'invalid', points: 0 });
  });
  test('a part that cannot be read makes the answer invalid, names the place and tells nothing of the others', () => {
    const verdict = graded({ dx: '2xy', dy: 'x^2 +', dz: '1' });
    expect(verdict.outcome).toBe('invalid');
    expect(verdict.tests.map((part) => part.passed)).toEqual([null, null, null]);
    expect(verdict.tests[1]?.feedback[0]).toMatchObject({
      code: expect.stringMatching(/^maths\.problem\./),
      params: { at: expect.any(Number) },
    });
    expect(JSON.stringify(verdict.tests)).not.toMatch(/witness|slip/);
  });
});

describe('code', () => {
  const tests = [true, false].map((visible) =>
    codeTest.parse({
      id: visible ? 'shown' : 'hidden',
      name: 'A step',
      visible,
      points: visible ? 1 : 2,
      arguments: [
        { type: 'value', value: 3 },
        { type: 'value', value: 4 },
      ],
      expect: { type: 'value', value: [2.4, 3.2] },
      hintHtml: 'Against the gradient.',
    }),
  );
  const came = (value: Reported, printed = ''): CallReport => ({ ok: true, value, changed: [false, false], printed });
  const raised = (type: string): CallReport => ({
    ok: false,
    error: { type, message: 'no', line: 2, column: 5, traceback: '' },
    printed: '',
  });
  const loaded = { entry: 'step', source: '', language: 'python' } as const;
  const graded = (reports: (CallReport | undefined)[], ending: Ending = 'finished'): Verdict => {
    const judged = tests.map((one, index) => {
      const expected = expectedOf(one, [], undefined);
      const draws = [{ arguments: [], expected, report: reports[index] }];
      return judgeTest(one, draws, { ...loaded, ending });
    });
    return verdictOfTests(judged, ending, { seconds: 4, cpuSeconds: 2, megabytes: 256 }, loaded);
  };
  const right = came(tuple(float(2.4), float(3.2)));
  const uphill = came(tuple(float(3.6), float(4.8)));

  test('points are those of the tests that pass', () => {
    expect(graded([right, right])).toMatchObject({ result: 'pass', points: 3, maxPoints: 3 });
    expect(graded([right, uphill])).toMatchObject({ result: 'partial', points: 1 });
    expect(graded([uphill, uphill])).toMatchObject({ result: 'fail', points: 0 });
  });
  test('an error in every test is the result, in some it is partial', () => {
    expect(graded([raised('NameError'), raised('NameError')]).result).toBe('error');
    expect(graded([right, raised('NameError')]).result).toBe('partial');
    expect(graded([raised('MemoryError'), raised('MemoryError')]).result).toBe('memory');
  });
  test('a slip that explains one test by chance, and not the other, is not named', () => {
    // 2.4 and 3.2, doubled; but elsewhere it is something else
    const doubled = came(tuple(float(4.8), float(6.4)));
    const other = came(tuple(float(1), float(3.3)));
    expect(graded([doubled, doubled])).toMatchObject({ slips: ['doubled'] });
    expect(graded([doubled, right])).toMatchObject({ slips: ['doubled'] });
    // the hidden test is explained by nothing in the visible one; what is said of that one does not tell of the hidden one
    const codes = (verdict: Verdict): string[] => verdict.tests[0]?.feedback.map(({ code }) => code) ?? [];
    expect(graded([other, doubled]).slips).toEqual([]);
    expect(codes(graded([doubled, other]))).toEqual(codes(graded([doubled, doubled])));
    // nobody turns the sign by chance
    expect(graded([came(tuple(float(-2.4), float(-3.2))), other])).toMatchObject({ slips: ['sign'] });
  });
  test('a comma between two values is asked about where one value is asked for, and not where two are', () => {
    const source = 'def step(x, y):\n    return 2,5';
    const two = came(tuple(float(2), float(5)));
    const codes = (expect: unknown): (string | undefined)[] => {
      const one = codeTest.parse({ ...tests[0], expect: { type: 'value', value: expect } });
      const draws = [{ arguments: [], expected: expectedOf(one, [], undefined), report: two }];
      return judgeTest(one, draws, { ...loaded, source, ending: 'finished' }).outcome.feedback.map(({ code }) => code);
    };
    expect(codes(2.5)).toContain('feedback.decimalComma');
    expect(codes([2.4, 3.2])).not.toContain('feedback.decimalComma');
    // three are asked for: one of the two may be two
    expect(codes([1, 2, 5])).toContain('feedback.decimalComma');
  });
  test('running out of time is the result, and what passed before keeps its points', () => {
    expect(graded([right, undefined], 'timeout')).toMatchObject({ result: 'timeout', points: 1 });
  });
  test('what is printed in hidden tests is left out', () => {
    const [shown, hidden] = graded([came(float(1), 'seen'), came(float(1), 'secret')]).tests;
    expect(shown?.printed).toBe('seen');
    expect(JSON.stringify(hidden)).not.toContain('secret');
  });
  test('answers that go wrong in the same way have the same signature, others have another', () => {
    expect(graded([right, uphill]).signature).toBe(graded([right, uphill]).signature);
    expect(graded([right, uphill]).signature).not.toBe(graded([uphill, right]).signature);
    expect(graded([came(float(1)), uphill]).signature).not.toBe(graded([uphill, uphill]).signature);
  });
  test('code that is written as maths is told how code is written', () => {
    const told = (type: string, message: string): string[] => {
      const error = { type, message, line: 1, column: 3, traceback: '' };
      const limits = { seconds: 4, cpuSeconds: 2, megabytes: 256 };
      return verdictOfLoad(tests, { ok: false, error, printed: '' }, 'finished', loaded, limits).feedback.map(
        ({ code }) => code.replace('feedback.', ''),
      );
    };
    expect(told('SyntaxError', 'invalid decimal literal')).toEqual(['raised', 'starMissing']);
    expect(told('SyntaxError', "invalid character '²' (U+00B2)")).toEqual(['raised', 'notCode']);
    expect(told('SyntaxError', 'invalid non-printable character U+00A0')).toEqual(['raised', 'notCode']);
    expect(told('SyntaxError', 'Invalid or unexpected token')).toEqual(['raised', 'notCode']);
    expect(told('TypeError', "unsupported operand type(s) for ^: 'float' and 'int'")).toEqual(['raised', 'caret']);
    expect(told('SyntaxError', 'invalid syntax')).toEqual(['raised']);
  });
  const withoutFunction = (source: string): Verdict =>
    verdictOfLoad(
      tests,
      { ok: false, missing: true, printed: '' },
      'finished',
      { entry: 'step', source, language: 'python' },
      { seconds: 4, cpuSeconds: 2, megabytes: 256 },
    );
  test('a source without the function says its name', () => {
    const verdict = withoutFunction('def walk(x): return x');
    expect(verdict).toMatchObject({
      outcome: 'graded',
      result: 'error',
      feedback: [{ code: 'feedback.missingFunction', params: { name: 'step' } }],
    });
  });
  test('a misspelt function is told with the name that was meant', () => {
    expect(withoutFunction('def setp(x): return x')).toMatchObject({
      result: 'error',
      feedback: [{ code: 'feedback.misspeltFunction', params: { name: 'step', near: 'setp' } }],
    });
  });
});
