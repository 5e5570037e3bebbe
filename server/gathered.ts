/** Work that is cheaper for many than for each: what is asked within a moment is done together. */
interface Waiting<In, Out> {
  item: In;
  since: number;
  resolve(out: Out): void;
  reject(error: unknown): void;
}

interface Gathering<In, Out> {
  /** how long the first one waits for others; ms */
  waits: number;
  /** so many are done together, at most */
  largest: number;
  /** of what bears the same key each waits for the one before: they are not done together */
  keyOf(item: In): string;
  /** @returns what each is given, in their order */
  run(items: readonly In[]): Promise<readonly Out[]>;
}

export class Gathered<In, Out> {
  readonly #how: Gathering<In, Out>;
  #waiting: Waiting<In, Out>[] = [];
  #timer: NodeJS.Timeout | undefined;
  #running = false;

  constructor(how: Gathering<In, Out>) {
    this.#how = how;
  }

  /** Resolves when it was done, with others or alone. */
  ask(item: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, since: performance.now(), resolve, reject });
      this.#soon();
    });
  }

  /** One group after the other; the first of those that wait says when. */
  #soon(): void {
    const [first] = this.#waiting;
    if (first === undefined || this.#running || this.#timer !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#running = true;
        void this.#do(this.#take()).finally(() => {
          this.#running = false;
          this.#soon();
        });
      },
      Math.max(0, first.since + this.#how.waits - performance.now()),
    );
  }

  #take(): Waiting<In, Out>[] {
    const keys = new Set<string>();
    const group: Waiting<In, Out>[] = [];
    const later: Waiting<In, Out>[] = [];
    for (const one of this.#waiting) {
      const key = this.#how.keyOf(one.item);
      if (group.length >= this.#how.largest || keys.has(key)) later.push(one);
      else group.push(one);
      keys.add(key);
    }
    this.#waiting = later;
    return group;
  }

  async #do(group: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const outs = await this.#how.run(group.map(({ item }) => item));
      if (outs.length !== group.length) throw new Error(`${outs.length} of ${group.length} were given anything`);
      for (const [at, out] of outs.entries()) group[at]?.resolve(out);
    } catch (error) {
      // one of them may be why: the others are not to suffer for it
      if (group.length > 1) for (const one of group) await this.#do([one]);
      else for (const one of group) one.reject(error);
    }
  }
}
