/** Small exercises for tests of the grader, and their sandboxes' processes as the system shows them. */
import { readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type CodeTest, codeTest, functionQuestion, type QuestionOf } from '../../../domain/question.ts';

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
