/**
 * Reads a file of questions in a thread of its own, with limits of time and memory: whatever is in it, pages, rooms and sockets go on.
 * One thread a file, so that no file leaves anything to the next.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { MOST } from '../../domain/exchange/limits.ts';
import type { Preview } from '../../domain/exchange/preview.ts';
import { type Remark, remark } from '../../domain/exchange/remark.ts';

/** Computing, not waiting: a busy machine makes no file too large. */
const COMPUTE_MS = 8_000;
/** By the clock, however busy the machine is. */
const CLOCK_MS = 60_000;
const LOOK_MS = 50;
/** For what lives longer; bytes of the file and of what is unpacked come on top, within their own bounds. */
const MEMORY_MB = 128;

export interface ImportLimits {
  computeMs: number;
  clockMs: number;
  memoryMb: number;
}

const LIMITS: ImportLimits = { computeMs: COMPUTE_MS, clockMs: CLOCK_MS, memoryMb: MEMORY_MB };

/** What the thread says. */
export type Said = { ready: true } | Read | { failed: string };
/** What would be taken, or why nothing of the file can be. */
export type Read = { preview: Preview } | { refused: Remark };

/** One at a time: each may take as much memory as there is for it. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
const MOST_WAITING = 8;

/** The same where several people may ask at once. @returns null: too many wait already */
export async function readInTurn(bytes: Uint8Array): Promise<Read | null> {
  if (waiting >= MOST_WAITING) return null;
  waiting += 1;
  const turn = last.then(() => readQuestions(bytes));
  last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}

/** Looks at a file of questions; nothing is written. @param tighter limits than the usual ones */
export async function readQuestions(bytes: Uint8Array, tighter: Partial<ImportLimits> = {}): Promise<Read> {
  const limits = { ...LIMITS, ...tighter };
  if (bytes.length > MOST.bytes) return { refused: remark('file.large', { most: MOST.bytes / 2 ** 20 }) };
  // named by the project's folder, in which the server runs: this module itself may stand in a page's bundle
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'server/importing/thread.ts');
  const resourceLimits = { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
  const thread = new Worker(/* turbopackIgnore: true */ file, { resourceLimits, env: {}, execArgv: [] });
  const answered = Promise.withResolvers<Read>();
  const stop = (code: string, params: Remark['params'] = {}): void =>
    answered.resolve({ refused: remark(`file.${code}`, params) });
  const tooLong = (): void => stop('time', { seconds: Math.round(limits.computeMs / 1000) });
  let looking: NodeJS.Timeout | undefined;
  const late = setTimeout(tooLong, limits.clockMs);
  thread.on('message', (said: Said) => {
    if ('ready' in said) {
      const look = async (): Promise<void> => {
        const { user, system } = await thread.cpuUsage();
        if ((user + system) / 1000 > limits.computeMs) tooLong();
      };
      looking = setInterval(() => void look().catch(() => undefined), LOOK_MS);
      thread.postMessage(bytes);
    } else if (!('failed' in said)) answered.resolve(said);
    else if (said.failed === 'nesting') stop('nesting');
    else answered.reject(new Error(`reading the file failed: ${said.failed}`));
  });
  thread.on('error', (error: Error & { code?: string }) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? stop('memory') : answered.reject(error),
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
