/** Child side: takes orders one at a time and tells what the sandbox says. Shared by both languages. */

import type { Ending } from '../../domain/judging/report.ts';
import { LONGEST_REPORT, type News, type Order } from './job.ts';
import { dieWithThePool, giveUpRights } from './rights.ts';

/** One submission in its own interpreter. Each step resolves to the report's text; throws `Stopped` where there is none. */
export interface Interpreter {
  load(source: string, entry: string, seed: number, milliseconds: number): Promise<string>;
  call(parameters: string, milliseconds: number): Promise<string>;
  /** milliseconds that it has been at work so far, also while it is: by the clock, whoever had the processor */
  atWork(): number;
  /** a reason to stop it that only the interpreter knows of; `computed`: milliseconds so far */
  overdue?(computed: number): Ending | null;
  /** ends it, also in the middle of a step */
  dispose(): void;
}

/** The interpreter could not finish a step. */
export class Stopped extends Error {
  readonly ending: Ending;
  /** a last report, where there is something to tell */
  readonly text: string | undefined;
  constructor(ending: Ending, text?: string) {
    super(ending);
    this.ending = ending;
    this.text = text;
  }
}

/** What a kind of sandbox brings: `prepare` reads all it needs from disk; `open` gives a fresh interpreter. */
export interface Workshop {
  prepare(): Promise<void>;
  /** called with rights given up, before the first order: first interpreter ready */
  warm(): Promise<void>;
  open(printed: number, source: string): Promise<Interpreter>;
  /** called after each submission */
  closed?(): void;
}

/** How often a running interpreter is looked at; it runs beside this thread, not on it. */
const LOOK_MS = 20;

/** Runs a child process's life. */
export async function serve(workshop: Workshop, user: number): Promise<void> {
  dieWithThePool();
  try {
    await workshop.prepare();
    giveUpRights(user);
    await workshop.warm();
  } catch (error) {
    tell({ type: 'unable', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return;
  }
  process.on('message', (order: Order) => {
    obey(workshop, order).catch((error: unknown) => {
      tell({ type: 'unable', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    });
  });
  tell({ type: 'ready' });
}

async function obey(workshop: Workshop, { id, job, limits }: Order): Promise<void> {
  const interpreter = await workshop.open(limits.printed, job.source);
  tell({ type: 'began', id });
  const end = performance.now() + limits.wallMs;
  const left = (): number => {
    const milliseconds = end - performance.now();
    if (milliseconds < 1) throw new Stopped('timeout');
    return Math.ceil(milliseconds);
  };
  let ending: Ending = 'finished';
  let stopped: Ending | null = null;
  const computed = computing(interpreter);
  const looking = setInterval(() => {
    const milliseconds = computed();
    stopped ??= interpreter.overdue?.(milliseconds) ?? (milliseconds > limits.cpuMs ? 'cpu' : null);
    if (stopped !== null) interpreter.dispose();
  }, LOOK_MS);
  let loaded = '';
  try {
    loaded = bounded(await interpreter.load(job.source, job.entry, job.seed, left()));
    tell({ type: 'loaded', id, text: loaded });
    for (const parameters of loaded.startsWith('{"ok":true') ? job.calls : []) {
      tell({ type: 'called', id, text: bounded(await interpreter.call(JSON.stringify(parameters), left())) });
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    ending = stopped ?? error.ending;
    if (error.text !== undefined) tell({ type: loaded ? 'called' : 'loaded', id, text: error.text });
  }
  clearInterval(looking);
  interpreter.dispose();
  tell({ type: 'ended', id, ending });
  workshop.closed?.();
}

/**
 * Milliseconds that a submission has computed from now on. It cannot have computed longer than it was at work, nor longer than
 * this process had a processor: on a busy machine the second is the smaller one, beside other threads of this process
 * (collecting garbage) the first.
 */
function computing(interpreter: Interpreter): () => number {
  const [atWork, used] = [interpreter.atWork(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return Math.min(interpreter.atWork() - atWork, (user + system) / 1000);
  };
}

function bounded(text: string): string {
  return text.length <= LONGEST_REPORT ? text : '';
}

function tell(message: News): void {
  process.send?.(message);
}
