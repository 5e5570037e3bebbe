import { expect, test } from 'vitest';
import { compileLesson } from '../../domain/lesson/compile.ts';
import type { Verdict } from '../../domain/results/verdict.ts';
import type { Grader } from '../../workers/grade.ts';
import { gradeLesson } from './grading.ts';

const LESSON = `---
title: Two
description: Two checks.
---

::::check[First]{#first kind=number}
How many?

\`\`\`yaml answer
value: 2
\`\`\`

:::explanation
So.
:::
::::

::::check[Second]{#second kind=number}
How many?

\`\`\`yaml answer
value: 3
\`\`\`

:::explanation
So.
:::
::::
`;

/** A grader that gives the first question full marks, and the second what it is told. */
const graderWith = (second: Partial<Verdict>): Grader => ({
  grade: async ({ id, points }) => ({
    outcome: 'graded',
    result: 'pass',
    points,
    maxPoints: points,
    tests: [],
    feedback: [],
    signature: '',
    slips: [],
    ...(id === 'second' ? second : {}),
  }),
  warm: async () => undefined,
  close: async () => undefined,
});

const graded = async (second: Partial<Verdict>) =>
  gradeLesson('two.md', await compileLesson(LESSON, 'two.md'), graderWith(second));

test('a lesson whose references earn full marks has no problems and leaves nothing out', async () => {
  expect(await graded({})).toEqual({ problems: [], withoutNumpy: [] });
});

test('a reference that does not earn full marks is told at its question', async () => {
  const { problems, withoutNumpy } = await graded({ result: 'fail', points: 0 });
  expect(problems).toMatchObject([{ file: 'two.md', line: 18, code: 'check.solution', params: { id: 'second' } }]);
  expect(withoutNumpy).toEqual([]);
});

test('a question that cannot be graded for want of NumPy is counted as left out, not as right or wrong', async () => {
  const missing = await graded({
    outcome: 'failed',
    result: 'error',
    points: 0,
    feedback: [{ code: 'feedback.numpyMissing', params: {} }],
  });
  expect(missing).toEqual({ problems: [], withoutNumpy: ['second'] });
});
