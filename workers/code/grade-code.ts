/** Grades code: runs it in a sandbox on inputs, the lesson's own solution in another, and judges the reports here, outside. */

import { verdictOfLoad, verdictOfTests } from '../../domain/judging/code-verdict.ts';
import { expectedOf } from '../../domain/judging/expected.ts';
import { type Draw, judgeTest } from '../../domain/judging/judge.ts';
import { hash } from '../../domain/judging/random.ts';
import type { CallReport, RunReport } from '../../domain/judging/report.ts';
import { withThrowingLines } from '../../domain/judging/thrown.ts';
import type { CodeQuestion } from '../../domain/kinds/asked.ts';
import type { CodeTest } from '../../domain/kinds/code/document.ts';
import type { Asking } from '../../domain/kinds/maths/grade.ts';
import type { Verdict } from '../../domain/results/verdict.ts';
import type { Limits } from '../sandbox/job.ts';
import type { SandboxPool } from '../sandbox/pool.ts';
import { type PlannedCall, planCalls } from './plan.ts';

/** Where jobs are run: a pool, or whatever runs them as one does. */
type Runs = Pick<SandboxPool, 'run'>;

export interface Sandboxes<Pool extends Runs = SandboxPool> {
  /** for submissions */
  pool: Pool;
  /** for the lesson's own solutions, in other processes */
  reference: Pool;
  limits: Limits;
  memoryMb: number;
}

export interface GradeOptions {
  seed: string;
  mode: 'submit' | 'run';
  /** what becomes of a number or formula that has several readings, or none; unless told its student is asked */
  asking?: Asking;
  /** other limits than the language's own */
  limits?: Partial<Limits> | undefined;
}

/** Throws for faults of ours only: a sandbox that does not start, a solution of the lesson that does not answer. */
export async function gradeSource(
  question: CodeQuestion,
  source: string,
  sandboxes: Sandboxes<Runs>,
  { seed, mode, limits: changed = {} }: GradeOptions,
): Promise<Verdict> {
  const tests = question.key.tests.filter((test) => mode === 'submit' || test.visible);
  const planned = planCalls(tests, seed, question.language);
  // what editors of some systems put before the first character is none of the code
  const code = source.replace(/^\uFEFF/, '');
  const job = { entry: question.entry, seed: hash(seed) };
  const [ran, solutions] = await Promise.all([
    sandboxes.pool.run({ ...job, source: code, calls: planned.map((call) => call.arguments) }, changed),
    runSolution(question, planned, job, sandboxes.reference),
  ]);
  const run = question.language === 'javascript' ? withThrowingLines(ran, code) : ran;
  const { memoryMb: megabytes } = sandboxes;
  const bounds = { ...sandboxes.limits, ...changed };
  const limits = { seconds: bounds.wallMs / 1000, cpuSeconds: bounds.cpuMs / 1000, megabytes };
  const loaded = { entry: question.entry, source: code, language: question.language };
  if (!run.load?.ok) return verdictOfLoad(tests, run.load, run.ending, loaded, limits);
  const context = { ...loaded, ending: run.ending };
  const judged = tests.map((test) => judgeTest(test, drawsOf(test, planned, run, solutions), context));
  return verdictOfTests(judged, run.ending, limits, loaded, run.load.printed);
}

/** What the lesson's own solution gives, by call; only the calls that are judged by it are made. */
async function runSolution(
  question: CodeQuestion,
  planned: readonly PlannedCall[],
  job: { entry: string; seed: number },
  reference: Runs,
): Promise<Map<PlannedCall, CallReport>> {
  const asked = planned.filter((call) => call.test.expect.type === 'solution');
  if (asked.length === 0) return new Map();
  const run = await reference.run({
    ...job,
    source: question.key.solution,
    calls: asked.map((call) => call.arguments),
  });
  if (run.calls.length !== asked.length) throw new Error(`the solution of ${question.id} ended with ${run.ending}`);
  return new Map(
    asked.flatMap((call, index) => {
      const report = run.calls[index];
      return report ? [[call, report]] : [];
    }),
  );
}

function drawsOf(
  test: CodeTest,
  planned: readonly PlannedCall[],
  run: RunReport,
  solutions: Map<PlannedCall, CallReport>,
): Draw[] {
  return planned.flatMap((call, index) =>
    call.test === test
      ? [
          {
            as: call.as,
            arguments: call.arguments,
            expected: expectedOf(call.as, call.arguments, solutions.get(call)),
            report: run.calls[index],
          },
        ]
      : [],
  );
}
