/**
 * Work that many ask for at once is done once for all of them. Whoever comes while it runs waits for the next run, which
 * begins after they asked: nobody is given what was read before they came.
 */
interface Line<T> {
  running: Promise<T>;
  /** begins when `running` has ended, for all who came meanwhile */
  next: Promise<T> | undefined;
}

export class OneForAll<T> {
  readonly #lines = new Map<string, Line<T>>();

  /** @param work is done for this caller or for another one with the same key */
  do(key: string, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(key);
    if (line === undefined) return this.#run(key, work);
    line.next ??= line.running.then(
      () => this.#run(key, work),
      () => this.#run(key, work),
    );
    return line.next;
  }

  #run(key: string, work: () => Promise<T>): Promise<T> {
    const line: Line<T> = { running: work(), next: undefined };
    this.#lines.set(key, line);
    const over = (): void => {
      if (line.next === undefined) this.#lines.delete(key);
    };
    line.running.then(over, over);
    return line.running;
  }
}
