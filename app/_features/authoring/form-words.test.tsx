// @vitest-environment happy-dom
/** What is wrong with a question of code, as its form says it: in the words of the form, and none of the file's. */
import { renderHook } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { notesOn } from '../../../domain/lesson/check/notes.ts';
import { compileQuestion } from '../../../domain/lesson/compile-question.ts';
import authoring from '../../../messages/en/authoring.json' with { type: 'json' };
import lessonProblems from '../../../messages/en/lesson-problems.json' with { type: 'json' };
import maths from '../../../messages/en/maths.json' with { type: 'json' };
import { writtenCode } from '../../../tests/support/written-code.ts';
import { useFormWords } from './form-words.ts';

const Page = ({ children }: { children: ReactNode }) => (
  <NextIntlClientProvider locale="en" messages={{ authoring, lessonProblems, maths }}>
    {children}
  </NextIntlClientProvider>
);

const code = (tests: string): string =>
  writtenCode({
    head: '[Double]{kind=function entry=double}',
    starter: 'function double(x) {}',
    solution: 'const double = (x) => 2 * x;',
    tests,
  });
const VISIBLE = '- name: Three\n  call: [3]\n  expect: 6';
const HIDDEN = '- name: Secret\n  hidden: true\n  call: [7]\n  expect: solution\n  hint: Every number?';

it.each([
  ['all tests are', HIDDEN, 'tests.noneVisible'],
  ['a hidden one has no hint', `${VISIBLE}\n${HIDDEN.replace(/\n {2}hint.*/, '')}`, 'tests.noHint'],
  ['a visible one says no value', `${VISIBLE.replace('6', 'solution')}\n${HIDDEN}`, 'tests.visibleValue'],
  [
    'nothing can be drawn',
    `${VISIBLE}\n${HIDDEN.replace('[7]', '[{ draw: number, from: 5, to: 1 }]')}`,
    'argument.range',
  ],
  ['an argument is none', `${VISIBLE}\n${HIDDEN.replace('[7]', '[{ drawn: 1 }]')}`, 'argument.form'],
  ['nothing is expected that there is', `${VISIBLE}\n${HIDDEN.replace('solution', '{ is: 1 }')}`, 'expect.form'],
  ['no test is hidden', VISIBLE, 'check.allVisible'],
  ['a hidden one is the same for all', `${VISIBLE}\n${HIDDEN}`, 'check.fixedHidden'],
])('where %s', async (_what, tests, expected) => {
  const read = await compileQuestion(code(tests), 'question.md');
  const problems = read.ok ? notesOn([read.question], 'question.md') : read.problems;
  const problem = problems.find((one) => one.code === expected);
  if (problem === undefined) throw new Error(JSON.stringify(problems));
  const { result } = renderHook(() => useFormWords(), { wrapper: Page });
  // what stands in code there is how a file is written
  expect(result.current(problem)).not.toMatch(/`|hidden:|expect|authoring\./);
});
