/**
 * What a grade costs, queue and database apart, as ratios in one run: JavaScript against a bare isolate and context; Python on an interpreter
 * that waits against starting a native `python3 -c "import numpy"`, against plain Pyodide from nothing; and how many a second.
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import path from 'node:path';
import type { Answer } from '../../domain/answer.ts';
import type { Question } from '../../domain/question.ts';
import { Exercises } from '../../tools/grading/exercises.ts';
import { createGrader, type Grader } from '../../workers/grade.ts';
import { findWheel } from '../../workers/python/numpy-wheel.ts';
import { ensurePythonRuntime, stateFolder } from '../../workers/python/setup.ts';
import type { BareOrder } from './bare-sandbox.ts';
import { percentile, print } from './figures.ts';
import { JACOBIAN, STEP_JS } from './solutions.ts';

const BARE = path.join(import.meta.dirname, 'bare-sandbox.ts');
const quiet = { execArgv: ['--no-node-snapshot', '--disable-warning=ExperimentalWarning'] };
/** As many as grade at the same time on two cores. */
const SLOTS = 2;

const rest = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const ratio = (one: number, other: number): number => Math.round((1000 * one) / other) / 1000;
const heard = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (milliseconds) => {
      child.off('error', reject);
      resolve(Number(milliseconds));
    });
  });

export async function measureSandboxes(): Promise<void> {
  const exercises = new Exercises((message) => {
    throw new Error(message);
  });
  const grader = createGrader({ slots: { python: SLOTS, javascript: SLOTS } });
  const bare = fork(BARE, quiet);
  try {
    await grader.warm();
    await measureJavascript(grader, bare, await questionOf(exercises, 'gradient-descent-step-js'));
    await measurePython(grader, bare, await questionOf(exercises, 'jacobian'));
  } finally {
    bare.kill('SIGKILL');
    await grader.close();
  }
}

async function questionOf(exercises: Exercises, name: string): Promise<Question> {
  const found = await exercises.find(name);
  if (!found.ok) throw new Error(`there is no exercise ${name}`);
  return found.question;
}

let seeds = 0;
/** Milliseconds of one grade; it has to be right. */
async function gradeOnce(grader: Grader, question: Question, answer: Answer): Promise<number> {
  const start = performance.now();
  const verdict = await grader.grade(question, answer, { seed: `bench ${++seeds}`, mode: 'submit' });
  const took = performance.now() - start;
  if (verdict.result !== 'pass') throw new Error(`a right answer got ${JSON.stringify(verdict.feedback)}`);
  return took;
}

async function perSecond(grader: Grader, question: Question, answer: Answer, count: number): Promise<number> {
  const start = performance.now();
  await Promise.all(Array.from({ length: count }, () => gradeOnce(grader, question, answer)));
  return Math.round((10 * count) / ((performance.now() - start) / 1000)) / 10;
}

async function measureJavascript(grader: Grader, bare: ChildProcess, question: Question): Promise<void> {
  const graded: number[] = [];
  const bareOnes: number[] = [];
  const order: BareOrder = { measure: 'isolate', source: STEP_JS, call: 'gradientDescentStep(1, 2)' };
  for (let turn = 0; turn < 120; turn++) {
    const answered = heard(bare);
    bare.send(order);
    bareOnes.push(await answered);
    graded.push(await gradeOnce(grader, question, { kind: 'function', code: STEP_JS }));
  }
  const [mine, theirs] = [graded.slice(20), bareOnes.slice(20)];
  print({
    bench: 'javascript',
    gradeMs: { p50: percentile(mine, 0.5), p95: percentile(mine, 0.95) },
    bareIsolateMs: { p50: percentile(theirs, 0.5), p95: percentile(theirs, 0.95) },
    againstBare: ratio(percentile(mine, 0.5), percentile(theirs, 0.5)),
    perSecond: await perSecond(grader, question, { kind: 'function', code: STEP_JS }, 200),
  });
}

async function measurePython(grader: Grader, bare: ChildProcess, question: Question): Promise<void> {
  const { image, numpy } = await ensurePythonRuntime();
  const wheel = await findWheel(path.join(stateFolder(), 'cache/wheels'), () => undefined, false);
  if (numpy === null || wheel === null) return print({ bench: 'python', skipped: 'NumPy is not here' });
  const waiting: number[] = [];
  for (let turn = 0; turn < 24; turn++) {
    await rest(900); // until an interpreter waits in every process again
    waiting.push(await gradeOnce(grader, question, { kind: 'function', code: JACOBIAN }));
  }
  await rest(900);
  const fresh: number[] = [];
  const order: BareOrder = { measure: 'fresh', image };
  for (let turn = 0; turn < 12; turn++) {
    const answered = heard(bare);
    bare.send(order);
    fresh.push(await answered);
  }
  const cold: number[] = [];
  for (let turn = 0; turn < 4; turn++) cold.push(await heard(fork(BARE, ['cold', wheel.file], quiet)));
  const native = measureNative();
  const p50 = {
    waiting: percentile(waiting.slice(4), 0.5),
    fresh: percentile(fresh.slice(2), 0.5),
    cold: percentile(cold, 0.5),
  };
  print({
    bench: 'python',
    gradeOnWaitingMs: { p50: p50.waiting, p95: percentile(waiting.slice(4), 0.95) },
    freshInterpreterMs: { p50: p50.fresh, p95: percentile(fresh.slice(2), 0.95) },
    coldPyodideMs: p50.cold,
    nativeStartMs: native,
    waitingAgainstNative: native === null ? null : ratio(p50.waiting, native),
    coldAgainstWaiting: ratio(p50.cold, p50.waiting),
    coldAgainstFresh: ratio(p50.cold, p50.fresh),
    perSecond: await perSecond(grader, question, { kind: 'function', code: JACOBIAN }, 60),
  });
}

/** Milliseconds of `python3 -c "import numpy"`; null where the machine has no such Python. NABLA_NATIVE_PYTHON names another. */
function measureNative(): number | null {
  const python = process.env.NABLA_NATIVE_PYTHON ?? 'python3';
  const took: number[] = [];
  try {
    for (let turn = 0; turn < 9; turn++) {
      const start = performance.now();
      execFileSync(python, ['-c', 'import numpy'], { stdio: 'ignore' });
      took.push(performance.now() - start);
    }
  } catch {
    return null;
  }
  return percentile(took.slice(2), 0.5);
}
