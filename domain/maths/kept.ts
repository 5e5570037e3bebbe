/** Keeps what a pure function gave for the same key, so many at most: a class of thirty asks the same of one question. */

/** A memory for `make`, which must depend on nothing but what the key says. When it is full it starts over. */
export class Kept<T> {
  readonly #values = new Map<string, T>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => T): T {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (this.#values.size >= this.#most) this.#values.clear();
    this.#values.set(key, made);
    return made;
  }
}
