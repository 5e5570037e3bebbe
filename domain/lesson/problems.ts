/**
 * Problems of a lesson file: what is wrong, where, and what was expected instead.
 *
 * A problem is a code of `messages/en/lesson-problems.json` with parameters, never a sentence. All problems of a file
 * are collected and told at once.
 */

export interface LessonProblem {
  file: string;
  /** 1-based */
  line: number;
  /** 1-based */
  column: number;
  code: string;
  params: Record<string, string | number>;
}

/** A place in the file, 1-based. */
export interface Spot {
  line: number;
  column: number;
}

/** Anything with a position as unist knows it (mdast nodes). */
export interface Positioned {
  position?: { start: Spot } | undefined;
}

export const START: Spot = { line: 1, column: 1 };

/** Where a node starts; the start of the file where that is not known. */
export function spotOf(node: Positioned | undefined): Spot {
  const start = node?.position?.start;
  return start ? { line: start.line, column: start.column } : START;
}

/** Collects the problems of one file. */
export class Problems {
  readonly file: string;
  readonly #found: LessonProblem[] = [];

  constructor(file: string) {
    this.file = file;
  }

  add(at: Spot, code: string, params: LessonProblem['params'] = {}): void {
    const found = { file: this.file, line: at.line, column: at.column, code, params };
    const same = JSON.stringify(found);
    // what is rendered twice has each of its problems once
    if (!this.#found.some((one) => JSON.stringify(one) === same)) this.#found.push(found);
  }

  get none(): boolean {
    return this.#found.length === 0;
  }

  /** In the order of the file. */
  get sorted(): LessonProblem[] {
    return this.#found.toSorted((one, other) => one.line - other.line || one.column - other.column);
  }
}
