/** Tries that were wrong cost a growing wait: so many are free, then each one doubles the time until the next is listened to. */

interface Terms {
  /** wrong tries that cost nothing */
  free: number;
  /** the wait after the first one beyond, in ms */
  first: number;
  /** no wait is longer, in ms */
  longest: number;
  /** so long after the last try all are forgotten, in ms */
  forgotten: number;
  /** in so long one try is forgiven, in ms, so that a trickle of mistakes never adds up; left out: none is */
  eases?: number;
}

/** So many keys are remembered at most: the ones tried longest ago go first. */
const MOST_KEYS = 20_000;

export class GrowingWait {
  readonly #terms: Terms;
  readonly #tries = new Map<string, { count: number; last: number }>();

  constructor(terms: Terms) {
    this.#terms = terms;
  }

  /** @returns ms until a try of this key is listened to; 0: now */
  left(key: string, now: number): number {
    const tries = this.#known(key, now);
    const { free, first, longest } = this.#terms;
    if (tries === undefined || tries.count <= free) return 0;
    return Math.max(0, tries.last + Math.min(longest, first * 2 ** (tries.count - free - 1)) - now);
  }

  /** Counts a try as wrong, before it is looked at: of many at the same time no more are heard than one after the other. */
  begin(key: string, now: number): void {
    const count = this.#weight(key, now) + 1;
    this.#tries.delete(key);
    this.#tries.set(key, { count, last: now });
    if (this.#tries.size > MOST_KEYS) this.#tries.delete(this.#tries.keys().next().value ?? key);
  }

  /** A try was right: it is not counted. */
  undo(key: string): void {
    const tries = this.#tries.get(key);
    if (tries !== undefined) tries.count -= 1;
  }

  /** All tries of this key are forgiven. */
  forgive(key: string): void {
    this.#tries.delete(key);
  }

  /** How many tries count by now: a fraction where some are forgiven with time. */
  #weight(key: string, now: number): number {
    const tries = this.#known(key, now);
    const { eases = Number.POSITIVE_INFINITY } = this.#terms;
    return tries === undefined ? 0 : Math.max(0, tries.count - (now - tries.last) / eases);
  }

  #known(key: string, now: number): { count: number; last: number } | undefined {
    const tries = this.#tries.get(key);
    if (tries === undefined || now - tries.last < this.#terms.forgotten) return tries;
    this.#tries.delete(key);
    return undefined;
  }
}
