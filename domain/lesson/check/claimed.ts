/** Runs what a lesson claims in Python: each fence as the body of a function that must come to its end. */

import type { PythonClaims } from '../claims.ts';
import { compileLesson } from '../compile.ts';
import type { LessonProblem } from '../problems.ts';
import { proofsOf } from '../proof.ts';
import type { Run } from './code.ts';

/** What does not hold, told at its fence; nothing where nobody runs code. */
export async function wrongClaims(
  file: string,
  claims: readonly PythonClaims[],
  run: Run | null,
): Promise<LessonProblem[]> {
  if (run === null) return [];
  const found: LessonProblem[] = [];
  for (const { source, line } of claims) {
    const verdict = await verdictOf(source, run);
    if (verdict === null || verdict.result === 'pass') continue;
    const [failed] = verdict.tests.filter(({ passed }) => passed !== true);
    const reason = [failed?.error?.type, failed?.error?.message]
      .filter((one) => one !== undefined && one !== '')
      .join(': ');
    found.push({ file, line, column: 1, code: 'verify.python', params: { reason: reason || verdict.result } });
  }
  return found;
}

/** As a question of its own, whose solution is the claims: it is run as students' code is. */
async function verdictOf(source: string, run: Run): Promise<Awaited<ReturnType<Run>>> {
  const body = source.split('\n').map((one) => `    ${one}`);
  const lesson = [
    ...['---', 'title: Claims', 'description: Claims.', '---'],
    '::::exercise[Claims]{#claims kind=function entry=claims}',
    'Hold.',
    ...['```python starter', 'def claims():', '    return False', '```'],
    ...['```python solution', 'import numpy as np', 'def claims():', ...body, '    return True', '```'],
    ...['```yaml tests', '- name: Holds', '  call: []', '  expect: true', '```'],
    ...[':::explanation', 'So it is.', ':::', '::::'],
  ].join('\n');
  const compiled = await compileLesson(lesson, 'claims.md');
  const [question] = compiled.ok ? compiled.lesson.questions : [];
  const [proof] = question === undefined ? [] : proofsOf(question, 1);
  if (proof === undefined) throw new Error(`claims do not compile: ${JSON.stringify(compiled)}`);
  return await run(proof);
}
