/** A fixed number of sandbox processes and a queue before them. A process that dies is replaced at once. */
import type { RunReport } from '../../domain/judging/report.ts';
import type { Command } from './command.ts';
import type { Job, Limits } from './job.ts';
import { Gate, patiently } from './patience.ts';
import { SandboxFault, SandboxProcess } from './process.ts';

export interface PoolOptions {
  slots: number;
  /** the command of slot 0, 1, 2 … */
  command(slot: number): Command;
  limits: Limits;
  log(message: string): void;
  /** shared by the pools of a machine: what is run again because of a busy machine is run alone */
  gate?: Gate | undefined;
}

/** Starts that may fail in a row before a job is told so. */
const START_ATTEMPTS = 3;
/** Processes that may go away under a job before it is given back as a fault of ours. */
const RUN_ATTEMPTS = 3;

export class SandboxPool {
  readonly #options: PoolOptions;
  readonly #free: number[] = [];
  readonly #waiting: { take(slot: number): void; refuse(error: Error): void }[] = [];
  readonly #processes: (Promise<SandboxProcess> | null)[];
  readonly #gate: Gate;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#gate = options.gate ?? new Gate();
    this.#processes = Array.from({ length: options.slots }, () => null);
    for (let slot = 0; slot < options.slots; slot++) this.#free.push(slot);
  }

  /** Starts every process; resolves when the first jobs would run at once. */
  async warm(): Promise<void> {
    await Promise.all(this.#processes.map((_process, slot) => this.#process(slot)));
  }

  /**
   * Runs a job in the next free process. Rejects only for faults of ours; `TooBusy` where the machine had no time for it. A report
   * that comes back never ended with `timeout`: what the clock stopped was run again.
   */
  async run(job: Job, changed: Partial<Limits> = {}): Promise<RunReport> {
    const limits = { ...this.#options.limits, ...changed };
    const slot = await this.#take();
    try {
      // the slot is kept: whoever runs alone waits for those that run, not for those that wait
      return await patiently(this.#gate, (patience) => {
        if (patience > 1) this.#options.log(`sandbox ${slot}, job run again: the machine was too busy for it`);
        return this.#runIn(slot, job, { ...limits, wallMs: limits.wallMs * patience });
      });
    } finally {
      this.#give(slot);
    }
  }

  /** A process that somebody else killed says nothing of the job: it is run again in the next one. */
  async #runIn(slot: number, job: Job, limits: Limits): Promise<RunReport> {
    for (let attempt = 1; ; attempt++) {
      const process = await this.#process(slot);
      try {
        return await process.run(job, limits);
      } catch (error) {
        if (!(error instanceof SandboxFault) || attempt >= RUN_ATTEMPTS || this.#closed) throw error;
        this.#options.log(`sandbox ${slot}, job run again: ${error.message}`);
        await process.stop();
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse(new Error('the pool is closed'));
    await Promise.allSettled(this.#processes.map(async (starting) => (await starting)?.stop()));
  }

  async #process(slot: number): Promise<SandboxProcess> {
    const known = await this.#processes[slot];
    if (known && !known.dead) return known;
    const starting = this.#start(slot);
    this.#processes[slot] = starting;
    starting.catch(() => {
      this.#processes[slot] = null;
    });
    return starting;
  }

  async #start(slot: number): Promise<SandboxProcess> {
    for (let attempt = 1; ; attempt++) {
      if (this.#closed) throw new Error('the pool is closed');
      try {
        return await SandboxProcess.start(this.#options.command(slot));
      } catch (error) {
        this.#options.log(`sandbox ${slot} did not start: ${error instanceof Error ? error.message : String(error)}`);
        if (attempt >= START_ATTEMPTS) throw error;
      }
    }
  }

  #take(): Promise<number> {
    const slot = this.#free.shift();
    if (slot !== undefined) return Promise.resolve(slot);
    return new Promise((take, refuse) => this.#waiting.push({ take, refuse }));
  }

  #give(slot: number): void {
    const next = this.#waiting.shift();
    if (next) next.take(slot);
    else {
      this.#free.push(slot);
      void this.#replaceDead(slot);
    }
  }

  /** Replaces a process that its job brought down before the next job asks for it. */
  async #replaceDead(slot: number): Promise<void> {
    if (this.#closed) return;
    // the next job asks for it again, and hears why
    await this.#process(slot).catch(() => undefined);
  }
}
