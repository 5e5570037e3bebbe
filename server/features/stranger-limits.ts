/** How much one address may ask of what needs no account: a lecture of 300 joins from one, a machine that tries links waits. */
import { GrowingWait } from '../growing-wait.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export class StrangerLimits {
  /** All that was asked: a school of 1,500 joins in a few minutes; each new account costs a password's computing. */
  readonly #asked = new GrowingWait({
    free: 1_500,
    first: SECOND,
    longest: MINUTE,
    forgotten: 10 * MINUTE,
    eases: SECOND / 5,
  });
  /** What was refused: every other one of a lecture has a name that is taken, or a link that has run out. */
  readonly #refused = new GrowingWait({
    free: 150,
    first: SECOND,
    longest: MINUTE,
    forgotten: 10 * MINUTE,
    eases: 10 * SECOND,
  });

  /** Counts a request. @returns whether it is listened to */
  begin(address: string, now: number): boolean {
    if (this.#asked.left(address, now) > 0 || this.#refused.left(address, now) > 0) return false;
    this.#asked.begin(address, now);
    return true;
  }

  /**
   * What was listened to had to be refused. Looked at again now that it is known: of many at the same time, no more are told
   * than one after the other.
   * @returns whether the reason may be told
   */
  refused(address: string, now: number): boolean {
    if (this.#refused.left(address, now) > 0) return false;
    this.#refused.begin(address, now);
    return true;
  }
}
