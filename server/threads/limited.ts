/**
 * Computes something of a stranger's in a thread of its own, with limits of time and memory: pages, rooms and sockets go on. One thread
 * a job, so that none leaves anything to the next.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';

const LOOK_MS = 50;

/**
 * The environment of a thread that takes a stranger's work: nothing of ours, but where compiled code is kept, if it is. A thread loads
 * hundreds of modules, and that is half of its start.
 */
export function bareEnvironment(): Record<string, string> {
  const { NODE_COMPILE_CACHE: compiled } = process.env;
  return compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled };
}

export interface ThreadLimits {
  /** computing, not waiting: a busy machine makes no job too large */
  computeMs: number;
  /** by the clock, however busy the machine is */
  clockMs: number;
  /** for what lives longer; bytes come on top */
  memoryMb: number;
}

/** What the thread says. */
export type Said<Made> = { ready: true } | { made: Made } | { failed: string };
/** Why it was ended. */
export type Stopped = { stopped: 'time' | 'memory' | 'nesting' };

/**
 * @param file of the project, which takes one message and says what it made of it
 * @throws where it failed otherwise: a fault of ours
 */
export async function inThread<Made>(
  file: string,
  job: unknown,
  limits: ThreadLimits,
): Promise<{ made: Made } | Stopped> {
  // named by the project's folder, in which the server runs: this module itself may stand in a page's bundle
  const whole = path.join(/* turbopackIgnore: true */ process.cwd(), file);
  const resourceLimits = { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
  const thread = new Worker(/* turbopackIgnore: true */ whole, {
    resourceLimits,
    env: bareEnvironment(),
    execArgv: [],
  });
  const answered = Promise.withResolvers<{ made: Made } | Stopped>();
  const tooLong = (): void => answered.resolve({ stopped: 'time' });
  let looking: NodeJS.Timeout | undefined;
  const late = setTimeout(tooLong, limits.clockMs);
  thread.on('message', (said: Said<Made>) => {
    if ('ready' in said) {
      const look = async (): Promise<void> => {
        const { user, system } = await thread.cpuUsage();
        if ((user + system) / 1000 > limits.computeMs) tooLong();
      };
      // a thread that has ended tells nothing any more
      looking = setInterval(() => void look().catch(() => undefined), LOOK_MS);
      thread.postMessage(job);
    } else if (!('failed' in said)) answered.resolve(said);
    else if (said.failed === 'nesting') answered.resolve({ stopped: 'nesting' });
    else answered.reject(new Error(`${file} failed: ${said.failed}`));
  });
  thread.on('error', (error: Error & { code?: string }) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? answered.resolve({ stopped: 'memory' }) : answered.reject(error),
  );
  try {
    return await answered.promise;
  } finally {
    clearInterval(looking);
    clearTimeout(late);
    thread.removeAllListeners().on('error', () => undefined);
    await thread.terminate();
  }
}

/** What is nested too deeply ends the stack, wherever that happens to be. */
export const failedBy = (error: unknown): { failed: string } => ({
  failed: error instanceof RangeError ? 'nesting' : String(error instanceof Error ? error.stack : error),
});

/** One at a time, since each may take as much memory as there is for it; few wait. */
export class Turns {
  readonly #most: number;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @returns null: too many wait already */
  async take<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#waiting >= this.#most) return null;
    this.#waiting += 1;
    const turn = this.#last.then(work);
    // whoever asked hears of it; the next one has its turn
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }
}
