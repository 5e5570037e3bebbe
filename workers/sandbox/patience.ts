/**
 * What is done with a run that the clock stopped before it had computed as long as it may: the machine was busy, and that is
 * no fault of the submission's. It is run again, alone and with more patience, so many times and no more.
 */
import type { RunReport } from '../../domain/judging/report.ts';

/** How many times as long the clock may go on in each of the tries after the first. */
export const PATIENCE = [4, 15] as const;

/** The machine gave a submission no time to compute, however long it was waited for. Nothing is known of the submission. */
export class TooBusy extends Error {}

/** Runs go on beside each other; one that is to be alone waits until they have ended, and others wait for it. */
export class Gate {
  #beside = 0;
  #alone = false;
  readonly #waiting: { alone: boolean; enter(): void }[] = [];

  beside<T>(work: () => Promise<T>): Promise<T> {
    return this.#pass(false, work);
  }

  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#pass(true, work);
  }

  async #pass<T>(alone: boolean, work: () => Promise<T>): Promise<T> {
    // whoever came before goes first: otherwise one that is to be alone might wait for ever
    if (this.#waiting.length > 0 || !this.#free(alone))
      await new Promise<void>((enter) => this.#waiting.push({ alone, enter }));
    else this.#enter(alone);
    try {
      return await work();
    } finally {
      if (alone) this.#alone = false;
      else this.#beside--;
      this.#next();
    }
  }

  #free(alone: boolean): boolean {
    return !this.#alone && (!alone || this.#beside === 0);
  }

  #enter(alone: boolean): void {
    if (alone) this.#alone = true;
    else this.#beside++;
  }

  #next(): void {
    for (let [first] = this.#waiting; first !== undefined && this.#free(first.alone); [first] = this.#waiting) {
      this.#waiting.shift();
      this.#enter(first.alone);
      first.enter();
    }
  }
}

/** Runs it, and again where the clock stopped it. `run` is told how many times as long the clock may go on. */
export async function patiently(gate: Gate, run: (patience: number) => Promise<RunReport>): Promise<RunReport> {
  const first = await gate.beside(() => run(1));
  if (first.ending !== 'timeout') return first;
  for (const patience of PATIENCE) {
    const report = await gate.alone(() => run(patience));
    if (report.ending !== 'timeout') return report;
  }
  throw new TooBusy('the clock stopped a submission again and again before it had computed as long as it may');
}
