/** A text whose every character knows where in the typed text it came from. */

export type Located = {
  readonly text: string;
  /** `from[i]` is where character i came from; one entry more for the end. */
  readonly from: readonly number[];
};

/** A text in which nothing has moved yet. */
export function locate(text: string): Located {
  const from: number[] = [];
  for (let index = 0; index <= text.length; index += 1) from.push(index);
  return { text, from };
}

/** The part from one character up to another. */
export function between({ text, from }: Located, start: number, end: number): Located {
  return { text: text.slice(start, end), from: from.slice(start, end + 1) };
}

/** Collects a rewritten text with its places. */
export class LocatedWriter {
  #text = '';
  readonly #from: number[] = [];

  write(text: string, at: number): void {
    this.#text += text;
    for (let i = 0; i < text.length; i += 1) this.#from.push(at);
  }

  get length(): number {
    return this.#text.length;
  }

  finish(end: number): Located {
    return { text: this.#text, from: [...this.#from, end] };
  }
}

/** Where character `index` of the text was typed. */
export function placeOf(located: Located, index: number): number {
  return located.from[Math.min(Math.max(index, 0), located.from.length - 1)] ?? 0;
}
