/** What has to be stopped at the end: last started, first stopped. What comes once the end has begun is stopped at once. */
import { Refusal } from './refusal.ts';

type Stop = () => Promise<void> | void;

export class CleanUp {
  readonly #stops: Stop[] = [];
  readonly #late: Promise<void>[] = [];
  #ending = false;

  /**
   * Notes what stops something, as soon as it has been started: not once it is ready.
   * @returns forgets it again, for what ended by itself
   * @throws Refusal once the end has begun, so that whoever is still starting things goes no further
   */
  add(stop: Stop): () => void {
    if (this.#ending) {
      this.#late.push(quietly(stop));
      throw new Refusal('Stopped while starting.');
    }
    this.#stops.push(stop);
    return () => {
      const at = this.#stops.indexOf(stop);
      if (at >= 0) this.#stops.splice(at, 1);
    };
  }

  /** Stops everything, one after the other. What cannot be stopped does not keep the others from it. */
  async run(): Promise<void> {
    this.#ending = true;
    for (let stop = this.#stops.pop(); stop !== undefined; stop = this.#stops.pop()) await quietly(stop);
    await Promise.all(this.#late);
  }
}

async function quietly(stop: Stop): Promise<void> {
  try {
    await stop();
  } catch {
    // it is gone already, or will not go: the next one is stopped all the same
  }
}
