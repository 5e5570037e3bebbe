/**
 * One sandbox process at a time, with what it computes looked at from outside: a machine may be as busy as it likes, the
 * time on the processor is the submission's own.
 */
import path from 'node:path';
import type { RunReport } from '../../../../domain/judging/report.ts';
import type { Verdict } from '../../../../domain/results/verdict.ts';
import { gradeSource } from '../../../../workers/code/grade-code.ts';
import { DATA_MB as JAVASCRIPT_DATA, JAVASCRIPT_LIMITS } from '../../../../workers/javascript/limits.ts';
import { PYTHON_LIMITS } from '../../../../workers/python/limits.ts';
import { pythonCommand } from '../../../../workers/python/sandbox.ts';
import { ensurePythonRuntime } from '../../../../workers/python/setup.ts';
import { type Command, childCommand, PROJECT } from '../../../../workers/sandbox/command.ts';
import type { Job, Limits } from '../../../../workers/sandbox/job.ts';
import { SandboxProcess } from '../../../../workers/sandbox/process.ts';
import { computedMs } from '../../../../workers/sandbox/resident.ts';
import { FIRST_USER } from '../../../../workers/sandbox/rights.ts';
import { doubleIn } from '../questions.ts';
import type { Language } from '../shared.ts';

const LIMITS = { javascript: JAVASCRIPT_LIMITS, python: PYTHON_LIMITS };
/** Users of sandboxes that nobody else starts. */
const FIRST_LANE = FIRST_USER + 80;
const LOOK_MS = 15;
const QUIET_MS = 3_000;

export interface Measured {
  verdict: Verdict;
  /** what the process computed while the submission ran, and what it computed beside it */
  computedMs: number;
  /** by the clock, from the order to the report */
  wallMs: number;
}

async function command(language: Language, number: number): Promise<Command> {
  if (language === 'python') {
    const { image } = await ensurePythonRuntime();
    return pythonCommand(FIRST_LANE + number + 10, image, '1');
  }
  const module = path.join(PROJECT, 'workers/javascript/child.ts');
  return childCommand({ module, reads: [], dataMb: JAVASCRIPT_DATA, parameters: [String(FIRST_LANE + number)] });
}

export class Lane {
  readonly #language: Language;
  readonly #number: number;
  #process: SandboxProcess | null = null;

  constructor(language: Language, number: number) {
    this.#language = language;
    this.#number = number;
  }

  /** Grades a submission in this lane's process, or in a new one where the last has died. */
  async grade(code: string, changed: Partial<Limits> = {}): Promise<Measured> {
    let measured = { computedMs: 0, wallMs: 0 };
    const question = doubleIn(this.#language);
    const limits = { ...LIMITS[this.#language], ...changed };
    const pool = {
      run: async (job: Job): Promise<RunReport> => {
        const { report, ...figures } = await this.#run(job, limits);
        measured = figures;
        return report;
      },
    };
    // what the lesson's solution gives is known here, so that no other process computes meanwhile
    const reference = { run: (job: Job): Promise<RunReport> => Promise.resolve(doubled(job)) };
    const verdict = await gradeSource(
      question,
      code,
      { pool, reference, limits, memoryMb: 0 },
      { seed: code.slice(0, 50), mode: 'submit', limits: changed },
    );
    return { verdict, ...measured };
  }

  async close(): Promise<void> {
    await this.#process?.stop();
  }

  async #run(job: Job, limits: Limits): Promise<{ report: RunReport; computedMs: number; wallMs: number }> {
    if (this.#process === null || this.#process.dead)
      this.#process = await SandboxProcess.start(await command(this.#language, this.#number));
    const process = this.#process;
    const computed = (): number => computedMs(process.pid ?? 0) ?? 0;
    await quiet(computed);
    const [before, start] = [computed(), performance.now()];
    let most = before;
    const looking = setInterval(() => {
      most = Math.max(most, computed());
    }, LOOK_MS);
    try {
      const report = await process.run(job, limits);
      return { report, computedMs: Math.max(most, computed()) - before, wallMs: performance.now() - start };
    } finally {
      clearInterval(looking);
    }
  }
}

/** The next interpreter boots beside a submission; waits until that is done. */
async function quiet(computed: () => number): Promise<void> {
  const end = performance.now() + QUIET_MS;
  for (let [last, now] = [-1, computed()]; last !== now && performance.now() < end; [last, now] = [now, computed()])
    await new Promise((resolve) => setTimeout(resolve, 2 * LOOK_MS));
}

/** The report of a right submission. */
function doubled(job: Job): RunReport {
  const calls = job.calls.map(([given]) => {
    const x = given && 'value' in given ? Number(given.value) : Number.NaN;
    return { ok: true as const, value: { t: 'float' as const, v: 2 * x }, changed: [false], printed: '' };
  });
  return { ending: 'finished', load: { ok: true, printed: '' }, calls };
}
