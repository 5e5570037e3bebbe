import { expect, test } from 'vitest';
import { writtenCode } from '../../../tests/support/written-code.ts';
import { compileLesson } from '../compile.ts';
import { notesOn } from './notes.ts';

const LESSON = `---
title: Two
description: One exercise.
---

${writtenCode({
  head: '[Double it]{#double kind=function entry=double}',
  starter: 'function double(x) {}',
  solution: 'const double = (x) => 2 * x;',
  tests: `- name: Three
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
  hint: Does it double every number?`,
})}`;

test('a hidden test whose inputs are fixed is warned of, by its name', async () => {
  const compiled = await compileLesson(LESSON, 'two.md');
  if (!compiled.ok) throw new Error('it does not compile');
  expect(notesOn(compiled.lesson.questions, 'two.md', compiled.spots)).toMatchObject([
    { line: 6, code: 'check.fixedHidden', params: { id: 'double', name: 'A secret number' } },
  ]);
});

test('code without a hidden test is noted: it may be meant', async () => {
  const code = writtenCode({
    head: '[Double it]{#double kind=function entry=double}',
    starter: 'function double(x) {}',
    solution: 'const double = (x) => 2 * x;',
    tests: '- name: Three\n  call: [3]\n  expect: 6',
  });
  const compiled = await compileLesson(`---\ntitle: Two\ndescription: One.\n---\n\n${code}`, 'two.md');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  expect(notesOn(compiled.lesson.questions, 'two.md')).toMatchObject([
    { code: 'check.allVisible', params: { id: 'double' } },
  ]);
});

test('what is worked out and has no value with some draws is told, where its question stands', async () => {
  const drawn = `---
title: Two
description: One question.
---

Text.

::::check[Reciprocal]{#r kind=number}
What is $1/({a} - 3)$?

\`\`\`yaml variants
a: { from: 1, to: 8 }
r: 1/(a - 3)
\`\`\`

\`\`\`yaml answer
value: {r}
\`\`\`

:::explanation
So.
:::
::::
`;
  const compiled = await compileLesson(drawn, 'two.md');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  expect(notesOn(compiled.lesson.questions, 'two.md', compiled.spots)).toMatchObject([
    { line: 8, code: 'variants.lost', params: { name: 'r', count: 1, of: 8, values: 'a = 3' } },
  ]);
});
