/**
 * For editors that hold their own text: tells a value that comes back from React because the editor itself said it
 * (an echo, perhaps late, while more has been typed) from one that somebody else put in.
 */
export class Echo {
  #waiting: string[] = [];

  /** The editor has told this value and waits for it to come back. */
  said(value: string): void {
    this.#waiting.push(value);
  }

  /** Whether `value` is one of those; earlier ones will not come back after it. */
  isEcho(value: string): boolean {
    const index = this.#waiting.indexOf(value);
    this.#waiting = index < 0 ? [] : this.#waiting.slice(index + 1);
    return index >= 0;
  }
}
