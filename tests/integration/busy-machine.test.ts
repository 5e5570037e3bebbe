/** A machine that does much else: what is right is right, however long it has to wait for a processor. */
import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../../domain/results/verdict.ts';
import { createGrader } from '../../workers/grade.ts';
import { ensurePythonRuntime } from '../../workers/python/setup.ts';
import { Lane, type Measured } from './grading/bombs/lane.ts';
import { doubleIn } from './grading/questions.ts';

const LANGUAGES = ['javascript', 'python'] as const;
type Language = (typeof LANGUAGES)[number];

const LOOPS = 3 * availableParallelism();
const loops: ChildProcess[] = [];
const log: string[] = [];
await ensurePythonRuntime({ log: () => undefined });
const grader = createGrader({ slots: { python: 2, javascript: 2 }, log: (line) => log.push(line) });

/**
 * Right, and it computes for about a second: how long is measured, since that depends on the machine and on what else it does. It
 * is computed by what was compiled long before: a loop of its own takes ten times as long where V8 compiles it a moment too late.
 */
const COMPUTES = {
  javascript: `const big = 3n ** 100_000n;
let product = 0n;
for (let i = 0n; i < 500n; i++) product = big * (big + i);
function double(x) { return product === 1n ? 0 : 2 * x; }`,
  python: `import numpy as np
numbers = np.random.default_rng(1)
for _ in range(8):
    least = np.sort(numbers.random(500_000))[0]
def double(x): return 2 * x if least >= 0 else 0`,
};
const LOOPS_FOR_EVER = {
  javascript: 'function double(x) { for (;;); }',
  python: 'def double(x):\n    while True: pass',
};
/**
 * So many times what the work computes it may compute. Beside these loops it gets a processor for about a fifth of the time:
 * whoever took the clock for the computing would find that it had computed twice as long as it may.
 */
const MAY = 2.5;
const AMPLE = { cpuMs: 120_000, wallMs: 240_000 };

const grade = (language: Language, code: string, limits = {}): Promise<Verdict> =>
  grader.grade(doubleIn(language), { kind: 'function', code }, { seed: 1, mode: 'submit', limits });

/** What the work takes here and now, two at a time in each language: of each language the one that took longer. */
async function measure(): Promise<Record<Language, Measured>> {
  const longest = async (language: Language): Promise<Measured> => {
    const lanes = [0, 1].map((number) => new Lane(language, number));
    // each process is there before any of them begins
    await Promise.all(lanes.map((lane) => lane.grade('')));
    const measured = await Promise.all(lanes.map((lane) => lane.grade(COMPUTES[language], AMPLE)));
    await Promise.all(lanes.map((lane) => lane.close()));
    return measured.reduce((one, other) => (one.computedMs > other.computedMs ? one : other));
  };
  const [javascript, python] = await Promise.all([longest('javascript'), longest('python')]);
  return { javascript, python };
}
let takes: Record<Language, Measured>;

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
  takes = await measure();
}, 300_000);

afterAll(async () => {
  for (const loop of loops) loop.kill('SIGKILL');
  await grader.close();
});

describe(`beside ${LOOPS} loops`, () => {
  test('right answers that compute long are right, two at a time in each language', async () => {
    const verdicts = await Promise.all(
      [...LANGUAGES, ...LANGUAGES].map((language) => {
        const cpuMs = MAY * takes[language].computedMs;
        return grade(language, COMPUTES[language], { cpuMs, wallMs: 2 * cpuMs });
      }),
    );
    for (const verdict of verdicts)
      expect(verdict, JSON.stringify([verdict, takes])).toMatchObject({ outcome: 'graded', result: 'pass' });
  });

  test('what the clock stops before it has computed as long as it may is run again', async () => {
    // far less than it takes anywhere, then more by steps that are smaller than what a run gains by being run again: so it is
    // what is run again that passes, however quick the machine is and however much it has to do
    let verdict: Verdict | undefined;
    for (let wallMs = 10; verdict?.result !== 'pass' && wallMs < 10 * takes.javascript.computedMs; wallMs *= 3) {
      log.length = 0;
      verdict = await grade('javascript', COMPUTES.javascript, { ...AMPLE, wallMs });
    }
    expect(verdict).toMatchObject({ outcome: 'graded', result: 'pass' });
    expect(log.join('\n')).toContain('job run again: the machine was too busy');
  });

  test('a loop that does not end is told as one: it has computed as long as it may', async () => {
    const limits = { cpuMs: 500, wallMs: 1_000 };
    const verdicts = await Promise.all(LANGUAGES.map((one) => grade(one, LOOPS_FOR_EVER[one], limits)));
    for (const verdict of verdicts)
      expect(verdict).toMatchObject({ outcome: 'graded', result: 'timeout', feedback: [{ code: 'feedback.cpuTime' }] });
  });

  test('where there is never time, the grader has failed and no attempt is spent', async () => {
    const verdict = await grade('javascript', LOOPS_FOR_EVER.javascript, { wallMs: 20 });
    expect(verdict).toMatchObject({ outcome: 'failed', feedback: [{ code: 'feedback.tooBusy' }] });
  });
});
