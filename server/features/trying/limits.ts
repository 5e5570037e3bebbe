/** How much strangers may try: a class that sits behind one address goes on, a machine that fills the slot waits. */
import { GrowingWait } from '../../growing-wait.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const EVERYBODY = 'all';

export class TryLimits {
  /** Of one address (an IPv6 network counts as one): thirty students try a few times each. */
  readonly #ofAddress = new GrowingWait({
    free: 90,
    first: SECOND,
    longest: MINUTE,
    forgotten: 10 * MINUTE,
    eases: 4 * SECOND,
  });
  /** Of all together, so that many addresses take no more of the one slot than it has. */
  readonly #ofAll = new GrowingWait({
    free: 300,
    first: SECOND / 2,
    longest: 15 * SECOND,
    forgotten: 10 * MINUTE,
    eases: SECOND,
  });

  /** Counts a try. @returns whether it is run */
  begin(address: string, now: number): boolean {
    if (this.#ofAddress.left(address, now) > 0 || this.#ofAll.left(EVERYBODY, now) > 0) return false;
    this.#ofAddress.begin(address, now);
    this.#ofAll.begin(EVERYBODY, now);
    return true;
  }
}
