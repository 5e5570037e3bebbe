/** Answers as students type them: numbers, and gaps of a template. */
import { describe, expect, test } from 'vitest';
import type { QuestionOf } from '../question.ts';
import { fillGaps } from './blanks/gaps.ts';
import { readNumber } from './number/grade.ts';

describe('numbers', () => {
  test.for([
    ['3', 3],
    ['3.0', 3],
    [' −2.5 ', -2.5],
    ['1/2', 0.5],
    ['½', 0.5],
    ['2,5', 2.5],
    ['1.5e3', 1500],
    ['-3/4', -0.75],
    ['.5', 0.5],
  ] as const)('%s is read as %d', ([typed, value]) => {
    expect(readNumber(typed)).toMatchObject({ ok: true, value });
  });
  test.for([
    ['three', 'notANumber'],
    ['1,000', 'twoReadings'],
    ['(2, 1)', 'oneNumberOnly'],
    ['2 + 1', 'workOut'],
    ['√2', 'workOut'],
    ['3²', 'workOut'],
    ['1+1/2', 'workOut'],
    ['1/0', 'zeroDivision'],
    ['', 'notANumber'],
    ['0x10', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['1e999', 'notANumber'],
    ['2 3/4x', 'notANumber'],
  ] as const)('%s is refused as %s', ([typed, code]) => {
    expect(readNumber(typed)).toMatchObject({ ok: false, feedback: { code: `feedback.${code}` } });
  });
});

describe('gaps', () => {
  const question = (language: 'python' | 'javascript'): QuestionOf<'blanks'> => ({
    kind: 'blanks',
    id: 'q',
    role: 'exercise',
    number: 1,
    title: 'Q',
    points: 1,
    promptHtml: '',
    hintCount: 0,
    attempts: null,
    solutionAfter: null,
    seconds: 60,
    language,
    entry: 'f',
    examples: [],
    hiddenTests: 0,
    template: [{ text: 'a = ' }, { gap: 'a', width: 4 }, { text: '\nb = ' }, { gap: 'b', width: 4 }, { text: '\n' }],
    key: { hints: [], solutionHtml: null, explanationHtml: null, tests: [], solution: '', gaps: {} },
  });
  const told = (text: string, language: 'python' | 'javascript' = 'python'): string | null => {
    const filled = fillGaps(question(language), { kind: 'blanks', gaps: { a: text, b: '1' } });
    return filled.ok ? null : (filled.feedback[0]?.code ?? '');
  };

  test('are filled in their places', () => {
    expect(fillGaps(question('python'), { kind: 'blanks', gaps: { a: ' 2*x ', b: 'y' } })).toEqual({
      ok: true,
      source: 'a = 2*x\nb = y\n',
    });
  });
  test('one left empty is named', () => {
    expect(fillGaps(question('python'), { kind: 'blanks', gaps: { a: '1' } })).toEqual({
      ok: false,
      feedback: [{ code: 'feedback.gapEmpty', params: { gap: 'b' } }],
    });
    expect(told('____')).toBe('feedback.gapEmpty');
  });
  test.for([
    ['1\nimport os', 'gapLines'],
    ['1\rimport os', 'gapLines'],
    ['1; import os', 'gapStatement'],
    ['1 # rest', 'gapComment'],
    ['"""', 'gapOpenText'],
    ["'a", 'gapOpenText'],
    ['1 \\', 'gapOpenText'],
    ['(1', 'gapBrackets'],
    ['1)', 'gapBrackets'],
    ['1) + (2', 'gapBrackets'],
  ] as const)('%j is refused in Python as %s', ([text, code]) => {
    expect(told(text)).toBe(`feedback.${code}`);
  });
  test.for([
    ['1 // rest', 'gapComment'],
    ['1 /* rest', 'gapComment'],
    ['`a', 'gapOpenText'],
  ] as const)('%j is refused in JavaScript as %s', ([text, code]) => {
    expect(told(text, 'javascript')).toBe(`feedback.${code}`);
  });
  test('brackets, semicolons and comment signs inside a string are text', () => {
    expect(told(`len("a;b#(")`)).toBeNull();
    expect(told(`'//;'.length`, 'javascript')).toBeNull();
    expect(told('7 // 2')).toBeNull();
  });
});
