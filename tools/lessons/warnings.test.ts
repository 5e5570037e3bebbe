import { expect, test } from 'vitest';
import { compileLesson } from '../../domain/lesson/compile.ts';
import { fixedHiddenTests } from './warnings.ts';
import { warningOf } from './words.ts';

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

test('a hidden test whose inputs are fixed is warned of, by its name and with what to write', async () => {
  const compiled = await compileLesson(LESSON, 'two.md');
  expect(compiled.ok).toBe(true);
  const warnings = fixedHiddenTests('two.md', compiled);
  expect(warnings).toMatchObject([
    { line: 6, code: 'check.fixedHidden', params: { id: 'double', name: 'A secret number' } },
  ]);
  expect(warnings.map(warningOf)).toEqual([
    'two.md:6:1: warning: the hidden test “A secret number” of “double” has the same inputs for everybody. Draw one of them, so that nobody can write the answers down: `{ draw: number, from: -5, to: 5 }`.',
  ]);
});
