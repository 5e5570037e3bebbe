/** Small exercises for tests of the grader, and their sandboxes' processes as the system shows them. */
import { readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type CodeTest, codeTest } from '../../../domain/kinds/code/document.ts';
import { functionQuestion } from '../../../domain/kinds/function/document.ts';
import type { QuestionOf } from '../../../domain/question.ts';

type Language = 'python' | 'javascript';

const SOLUTIONS: Record<Language, string> = {
  python: 'def double(x):\n    return 2 * x\n',
  javascript: 'function double(x) { return 2 * x; }',
};

/** `double(x)`: one visible test at 3, one hidden test at drawn numbers. */
export function doubleIn(language: Language, tests: z.input<typeof codeTest>[] = []): QuestionOf<'function'> {
  const all: CodeTest[] = [
    {
      id: 'three',
      name: 'At 3',
      visible: true,
      points: 1,
      arguments: [{ type: 'value', value: 3 }],
      expect: { type: 'value', value: 6 },
    },
    {
      id: 'any',
      name: 'Anywhere',
      visible: false,
      points: 2,
      draws: 3,
      arguments: [{ type: 'draw', shape: [], low: -5, high: 5 }],
      expect: { type: 'solution' },
      hintHtml: 'Twice as much.',
    },
    ...tests,
  ].map((test) => codeTest.parse(test));
  return functionQuestion.parse({
    kind: 'function',
    id: `double-${language}`,
    role: 'exercise',
    number: 1,
    title: 'Double',
    points: all.reduce((sum, test) => sum + test.points, 0),
    promptHtml: '',
    hintCount: 0,
    attempts: null,
    solutionAfter: null,
    seconds: 60,
    language,
    entry: 'double',
    examples: [],
    hiddenTests: 1,
    starter: '',
    key: { hints: [], solutionHtml: null, explanationHtml: null, tests: all, solution: SOLUTIONS[language] },
  });
}

/** Expected where nobody can arrive: were it known inside, a submission could tell it. */
export const SECRET_VALUE = 271_828.182_84;

/**
 * The same, for attackers: in JavaScript it is given a function and a list as well, and a hidden test expects a value that
 * has nothing to do with its input.
 */
export function baitIn(language: Language): QuestionOf<'function'> {
  const more: z.input<typeof codeTest>['arguments'] =
    language === 'python'
      ? []
      : [
          { type: 'formula', formulas: ['x^2'], variables: ['x'] },
          { type: 'value', value: [1, 2] },
        ];
  const secret: z.input<typeof codeTest> = {
    id: 'secret',
    name: 'Something else',
    visible: false,
    points: 1,
    arguments: [{ type: 'value', value: 3 }],
    expect: { type: 'value', value: SECRET_VALUE },
  };
  const question = doubleIn(language, [secret]);
  const tests = question.key.tests.map((test) => codeTest.parse({ ...test, arguments: [...test.arguments, ...more] }));
  return { ...question, key: { ...question.key, tests } };
}

/** Process ids of this process's sandboxes of a language. */
export function sandboxPids(language: Language, parent = process.pid): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const isOurs = readFileSync(`/proc/${name}/status`, 'utf8').includes(`\nPPid:\t${parent}\n`);
      return isOurs && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`workers/${language}/child.ts`)
        ? [Number(name)]
        : [];
    } catch {
      return [];
    }
  });
}
