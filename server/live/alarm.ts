/**
 * Wakes sessions at their deadlines: at once where this server has viewers, by a sweep for rooms that have none. Whoever
 * closes a round first has closed it; the others' ticks are refused, which is as it should be.
 */
import { inTurn, turns } from '../../domain/again-and-again.ts';
import type { LiveState } from '../../domain/live/state.ts';
import { wakesAt } from '../../domain/live/state.ts';
import type { Log } from '../log.ts';

const SWEEP_MS = 1000;

export class Alarm {
  readonly #now: () => number;
  readonly #ring: (session: string) => Promise<void>;
  readonly #due: () => Promise<string[]>;
  readonly #log: Log;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #sweep: NodeJS.Timeout | undefined;

  /** @param options `ring` does a session's step and never rejects */
  constructor(options: { now(): number; ring(session: string): Promise<void>; due(): Promise<string[]>; log: Log }) {
    this.#now = options.now;
    this.#ring = options.ring;
    this.#due = options.due;
    this.#log = options.log;
  }

  start(): void {
    let sweeping = false;
    const sweeps = turns();
    this.#sweep = setInterval(() => {
      if (sweeping) return;
      sweeping = true;
      const what = 'sessions whose time has come could not be looked for';
      void inTurn(this.#log, sweeps, what, async () => {
        await Promise.all((await this.#due()).map((session) => this.#ring(session)));
      }).finally(() => {
        sweeping = false;
      });
    }, SWEEP_MS);
  }

  /** Sets the alarm to what a state wants. */
  set(session: string, state: LiveState): void {
    clearTimeout(this.#timers.get(session));
    this.#timers.delete(session);
    const at = wakesAt(state);
    if (at === null) return;
    const timer = setTimeout(
      () => {
        this.#timers.delete(session);
        void this.#ring(session);
      },
      Math.max(0, at - this.#now()) + 5,
    );
    this.#timers.set(session, timer);
  }

  stop(): void {
    clearInterval(this.#sweep);
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }
}
