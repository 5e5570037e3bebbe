import { expect, test } from 'vitest';
import { compileLesson } from '../compile.ts';
import { notesOn } from './notes.ts';

const LESSON = `---
title: Two
description: One exercise.
---

::::exercise[Double it]{#double kind=function entry=double}
Write it.

\`\`\`javascript starter
function double(x) {}
\`\`\`

\`\`\`javascript solution
const double = (x) => 2 * x;
\`\`\`

\`\`\`yaml tests
- name: Three
  call: [3]
  expect: 6
- name: A secret number
  hidden: true
  call: [2718281]
  expect: solution
  hint: Does it double every number?
- name: Any number
  hidden: true
  call: [{ draw: number, from: -9, to: 9 }]
  expect: solution
  hint: Does it double every number?
\`\`\`

:::explanation
So.
:::
::::
`;

test('a hidden test whose inputs are fixed is warned of, by its name', async () => {
  const compiled = await compileLesson(LESSON, 'two.md');
  if (!compiled.ok) throw new Error('it does not compile');
  expect(notesOn(compiled.lesson.questions, 'two.md', compiled.spots)).toMatchObject([
    { line: 6, code: 'check.fixedHidden', params: { id: 'double', name: 'A secret number' } },
  ]);
});
