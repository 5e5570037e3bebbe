/**
 * Takes jobs from the queue, fairly: code has its slots, and no student holds more than one of them, so an endless loop
 * takes a slot and not the queue; what needs no sandbox never waits for one.
 */
import { Logger, type Runner, run, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { z } from 'zod';
import { CODE_FLAG, codeFlagOf, isTry, LIVE_TASK, REGRADE_TASK, TRY_FLAG, TRY_TASK } from '../db/queue.ts';
import type { Log } from './log.ts';

/** Jobs that need no sandbox (choices, numbers, maths) and are graded beside the code. */
const BESIDE = 2;

const payload = z.object({ submission: z.uuid() });
const livePayload = z.object({ session: z.uuid(), round: z.number().int(), player: z.uuid() });

const tryPayload = z.object({ try: z.uuid() });
const regradePayload = z.object({ regrade: z.uuid(), submission: z.uuid() });

export interface RunnerOptions {
  pool: pg.Pool;
  events: WorkerEvents;
  /** how many submissions of code run at the same time */
  slots: number;
  log: Log;
  /** grades one submission and stores its verdict */
  grade(submission: string): Promise<void>;
  /** grades one answer of a live round */
  gradeLive(answer: z.infer<typeof livePayload>): Promise<void>;
  /** grades one submission of a regrade and stores what it proposes */
  regrade(item: z.infer<typeof regradePayload>): Promise<void>;
  /** grades what is tried and not handed in */
  tryOut(id: string): Promise<void>;
}

/** Starts taking jobs; waits in the database are counted there, so what is held here is bounded by the slots. */
export function startRunner(options: RunnerOptions): Promise<Runner> {
  const { pool, events, slots, log, grade, gradeLive, regrade, tryOut } = options;
  /** the students whose code runs here now, once for each */
  const running: string[] = [];
  let tries = 0;
  // what was handed in finds a slot free of tries, where there is more than one
  const mostTries = Math.max(1, slots - 1);
  const forbidden = (): string[] | null => {
    if (running.length === 0) return null;
    if (running.length >= slots) return [CODE_FLAG, TRY_FLAG];
    return tries >= mostTries ? [TRY_FLAG, ...running] : running;
  };
  const inSlot = async (flags: object | null, work: () => Promise<void>): Promise<void> => {
    const student = codeFlagOf(flags);
    const tried = isTry(flags) ? 1 : 0;
    if (student !== undefined) running.push(student);
    tries += tried;
    try {
      await work();
    } finally {
      tries -= tried;
      if (student !== undefined) running.splice(running.indexOf(student), 1);
    }
  };
  // one asks for a job at a time: two at once could each get one of the same student, or one more than there are slots
  const turns = new Turns();
  for (const event of ['job:start', 'worker:getJob:empty', 'worker:getJob:error'] as const)
    events.on(event, () => turns.pass());
  return run({
    pgPool: pool,
    events,
    concurrency: slots + BESIDE,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn(message);
    }),
    forbiddenFlags: () => (turns.take() ? forbidden() : turns.wait().then(forbidden)),
    taskList: {
      grade: (received, { job }) => inSlot(job.flags, () => grade(payload.parse(received).submission)),
      [LIVE_TASK]: (received, { job }) => inSlot(job.flags, () => gradeLive(livePayload.parse(received))),
      [TRY_TASK]: (received, { job }) => inSlot(job.flags, () => tryOut(tryPayload.parse(received).try)),
      [REGRADE_TASK]: (received, { job }) => inSlot(job.flags, () => regrade(regradePayload.parse(received))),
    },
  });
}

/** Whose turn it is, in the order of asking. */
class Turns {
  #taken = false;
  readonly #waiting: (() => void)[] = [];

  /** Takes the turn where it is free. */
  take(): boolean {
    if (this.#taken) return false;
    this.#taken = true;
    return true;
  }

  wait(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  pass(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken = false;
  }
}
