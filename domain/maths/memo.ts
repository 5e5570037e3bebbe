/** Keeps what a pure function gave for the same key, so many at most: a class of thirty asks the same of one question. */

/** A memory for `make`, which must depend on nothing but what the key says. When it is full the oldest goes. */
export class Memo<T> {
  readonly #values = new Map<string, T>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => T): T {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (this.#values.size >= this.#most) forgetFirst(this.#values);
    this.#values.set(key, made);
    return made;
  }
}

/** Forgets what was kept first. */
export function forgetFirst<K>(kept: Map<K, unknown>): void {
  const { value, done } = kept.keys().next();
  if (done !== true) kept.delete(value);
}
