/**
 * Compiles what somebody edits in a thread of its own, with limits of time and memory: whatever stands in it, pages, rooms and
 * sockets go on. One lesson at a time; who asks for a preview while another one of theirs waits gets the newer one.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Compiled } from '../../domain/lesson/compile.ts';
import type { CompiledQuestion } from '../../domain/lesson/compile-question.ts';
import type { CompiledWords } from '../../domain/lesson/compile-words.ts';
import type { Bank } from '../../domain/lesson/pins.ts';
import type { LessonProblem } from '../../domain/lesson/problems.ts';
import type { WrongVariant } from '../../domain/lesson/variants.ts';
import type { Pictures } from '../../domain/pictures/address.ts';
import type { Question } from '../../domain/question.ts';
import { bareEnvironment } from '../threads/limited.ts';

/** Computing, not waiting: a busy machine makes no lesson too large. */
const COMPUTE_MS = 2_000;
/** By the clock, however busy the machine is. */
const CLOCK_MS = 20_000;
const LOOK_MS = 100;
/** For the modules of the compiler, once. */
const START_MS = 60_000;
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/**
 * What is compiled, with the pictures that may stand in it: a lesson with what its lines may pin, a question by itself, some of the
 * variants of one that compiled, or words alone.
 */
export type Job = ({ what: 'lesson'; bank: Bank } & Text) | OfQuestion | OfVariants | OfWords;
type OfQuestion = { what: 'question' } & Text;
type OfVariants = { what: 'variants'; question: Question; from: number; to: number; most: number; file: string };
type OfWords = { what: 'words'; source: string; file: string };
interface Text {
  source: string;
  file: string;
  pictures: Pictures;
  /** misconceptions that may be named */
  known: readonly string[];
}
/** What is wrong with the first of them that is wrong; a limit is told like a problem. */
type LookedAt = { ok: true; wrong: WrongVariant | null } | Broken;
/** What comes of it. */
export type Made<J extends Job> = J extends OfVariants
  ? LookedAt
  : J extends OfWords
    ? CompiledWords
    : J extends OfQuestion
      ? CompiledQuestion
      : Compiled;
/** What the thread says. */
export type Said = { ready: true } | { made: Made<Job> } | { failed: string };
type Broken = { ok: false; problems: LessonProblem[] };

interface Waiting {
  job: Job;
  /** whose preview it is; null: it is not to be replaced */
  person: string | null;
  resolve(made: Made<Job> | 'replaced'): void;
  reject(error: unknown): void;
}

export interface CompilerLimits {
  computeMs: number;
  clockMs: number;
}

export class Compiler {
  readonly #limits: CompilerLimits;
  readonly #waiting: Waiting[] = [];
  #thread: Promise<Worker> | null = null;
  #busy = false;

  constructor(limits: CompilerLimits = { computeMs: COMPUTE_MS, clockMs: CLOCK_MS }) {
    this.#limits = limits;
  }

  /**
   * @param person whose preview it is; null for what is published
   * @returns `replaced`: a newer preview of the same person took its place in the queue
   */
  async compile<J extends Job>(job: J, person: string | null): Promise<Made<J> | 'replaced'> {
    // the thread makes of a job what belongs to it
    return (await this.#queue(job, person)) as Made<J> | 'replaced';
  }

  #queue(of: Job, person: string | null): Promise<Made<Job> | 'replaced'> {
    return new Promise((resolve, reject) => {
      const job: Waiting = { job: of, person, resolve, reject };
      const place = person === null ? -1 : this.#waiting.findIndex((one) => one.person === person);
      if (place < 0) this.#waiting.push(job);
      else for (const old of this.#waiting.splice(place, 1, job)) old.resolve('replaced');
      void this.#work();
    });
  }

  async close(): Promise<void> {
    // one that did not come up was told when it was asked for
    const thread = await this.#thread?.catch(() => null);
    this.#thread = null;
    await thread?.terminate();
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) {
      try {
        this.#thread ??= startThread();
        job.resolve(await this.#run(await this.#thread, job.job));
      } catch (error) {
        this.#thread = null;
        job.reject(error);
      }
    }
    this.#busy = false;
  }

  async #run(thread: Worker, job: Job): Promise<Made<Job>> {
    const stopped = (code: string, params = {}): Broken => ({
      ok: false,
      problems: [{ file: job.file, line: 1, column: 1, code: `limits.${code}`, params }],
    });
    const { computeMs, clockMs } = this.#limits;
    const tooLong = stopped('time', { seconds: computeMs / 1000 });
    const before = await thread.cpuUsage();
    const began = performance.now();
    const answered = Promise.withResolvers<Made<Job>>();
    // a thread that has ended tells nothing any more
    const looking = setInterval(() => void look().catch(() => undefined), LOOK_MS);
    const look = async (): Promise<void> => {
      const { user, system } = await thread.cpuUsage(before);
      const isLate = performance.now() - began > clockMs;
      if ((user + system) / 1000 > computeMs || isLate) answered.resolve(tooLong);
    };
    const late = setTimeout(() => answered.resolve(tooLong), clockMs);
    const hear = (said: Said): void => {
      if ('made' in said) answered.resolve(said.made);
      else if ('failed' in said && said.failed === 'nesting') answered.resolve(stopped('nesting'));
      else answered.reject(new Error(`the compiler failed: ${JSON.stringify(said)}`));
    };
    const fail = (error: Error & { code?: string }): void =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? answered.resolve(stopped('memory')) : answered.reject(error);
    thread.on('message', hear).on('error', fail);
    thread.postMessage(job);
    let keeps = false;
    try {
      const compiled = await answered.promise;
      keeps = compiled.ok || !compiled.problems.some(({ code }) => code.startsWith('limits.'));
      return compiled;
    } finally {
      clearInterval(looking);
      clearTimeout(late);
      thread.off('message', hear).off('error', fail);
      if (!keeps) {
        this.#thread = null;
        thread.on('error', () => undefined);
        await thread.terminate();
      }
    }
  }
}

/** The file is named by the project's folder, in which the server runs: this module itself may stand in a page's bundle. */
function startThread(): Promise<Worker> {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'server/compiling/thread.ts');
  const thread = new Worker(/* turbopackIgnore: true */ file, {
    resourceLimits: MEMORY,
    env: bareEnvironment(),
    execArgv: [],
  });
  // it waits for work, and keeps nobody from leaving
  thread.unref();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      void thread.terminate();
      reject(new Error('the compiler did not start'));
    }, START_MS);
    thread.once('error', reject);
    thread.once('message', () => {
      clearTimeout(timer);
      thread.off('error', reject);
      resolve(thread);
    });
  });
}

export const compiler = new Compiler();
