/** A machine that does much else: what is right is right, however long it has to wait for a processor. */
import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../../domain/verdict.ts';
import { createGrader } from '../../workers/grade.ts';

import { ensurePythonRuntime } from '../../workers/python/setup.ts';
import { doubleIn } from './grading/questions.ts';

const LOOPS = 6;
const loops: ChildProcess[] = [];
const log: string[] = [];
await ensurePythonRuntime({ log: () => undefined });
const grader = createGrader({ slots: { python: 2, javascript: 2 }, log: (line) => log.push(line) });

/** Right, and it computes on the processor for about a third of what it may: with these loops longer by the clock. */
const COMPUTES = {
  javascript: `const sum = (() => { let sum = 0; for (let i = 0; i < 4e8; i++) sum = (sum + i) | 0; return sum; })();
function double(x) { return sum === 1 ? 0 : 2 * x; }`,
  python: `def work():
    total = 0
    for i in range(2_500_000): total = (total + i) % 1000003
    return total
total = work()
def double(x): return 2 * x if total >= 0 else 0`,
};
const MAY = {
  javascript: { cpuMs: 1_200, wallMs: 2_400 },
  python: { cpuMs: 1_500, wallMs: 3_000 },
};
const LOOPS_FOR_EVER = {
  javascript: 'function double(x) { for (;;); }',
  python: 'def double(x):\n    while True: pass',
};

const grade = (language: 'javascript' | 'python', code: string, limits = {}): Promise<Verdict> =>
  grader.grade(doubleIn(language), { code }, { seed: 1, mode: 'submit', limits });

beforeAll(async () => {
  await grader.warm();
  for (let count = 0; count < LOOPS; count++)
    loops.push(
      spawn(
        process.execPath,
        [
          '-e',
          'process.on("disconnect", () => process.exit()); setInterval(() => { const end = Date.now() + 500; while (Date.now() < end); }, 0)',
        ],
        { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
      ),
    );
});

afterAll(async () => {
  for (const loop of loops) loop.kill('SIGKILL');
  await grader.close();
});

describe(`beside ${LOOPS} loops`, () => {
  test('right answers that compute long are right, two at a time in each language', { timeout: 180_000 }, async () => {
    const languages = ['javascript', 'python', 'javascript', 'python'] as const;
    const verdicts = await Promise.all(languages.map((language) => grade(language, COMPUTES[language], MAY[language])));
    for (const verdict of verdicts)
      expect(verdict, JSON.stringify(verdict)).toMatchObject({ outcome: 'graded', result: 'pass' });
  });

  test('what the clock stops before it has computed as long as it may is run again', { timeout: 180_000 }, async () => {
    // the first try is over before it has computed
    const limits = { wallMs: 200 };
    expect(await grade('javascript', COMPUTES.javascript, limits)).toMatchObject({
      result: 'pass',
    });
    expect(log.join('\n')).toContain('job run again: the machine was too busy');
  });

  test('a loop that does not end is told as one: it has computed as long as it may', { timeout: 180_000 }, async () => {
    const verdicts = await Promise.all(
      (['javascript', 'python'] as const).map((one) => grade(one, LOOPS_FOR_EVER[one], MAY[one])),
    );
    for (const verdict of verdicts)
      expect(verdict).toMatchObject({ outcome: 'graded', result: 'timeout', feedback: [{ code: 'feedback.cpuTime' }] });
  });

  test('where there is never time, the grader has failed and no attempt is spent', { timeout: 60_000 }, async () => {
    const verdict = await grade('javascript', LOOPS_FOR_EVER.javascript, { wallMs: 20 });
    expect(verdict).toMatchObject({ outcome: 'failed', feedback: [{ code: 'feedback.tooBusy' }] });
  });
});
