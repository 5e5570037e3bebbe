/** What is said of an import: codes of `messages/en/exchange.json` with parameters, never sentences. */
import type { LessonProblem } from '../lesson/problems.ts';

export interface Remark {
  code: string;
  params: Readonly<Record<string, string | number>>;
  /** of a question that the compiler does not take: what it says */
  problem?: LessonProblem;
}

export const remark = (code: string, params: Remark['params'] = {}): Remark => ({ code, params });

export const isRemark = (value: object): value is Remark => 'params' in value;

/** Nothing of the file is taken. */
export class FileRefused extends Error {
  readonly remark: Remark;

  /** @param problem what the compiler says, where it is one of its own files that is broken */
  constructor(code: string, params: Remark['params'] = {}, problem?: LessonProblem) {
    super(code);
    this.remark = problem === undefined ? remark(code, params) : { ...remark(code, params), problem };
  }
}

/** One item is not taken. */
export class ItemRefused extends Error {
  readonly remark: Remark;

  constructor(code: string, params: Remark['params'] = {}) {
    super(code);
    this.remark = remark(code, params);
  }
}

/** A text so short that it fits into a sentence. */
export function brief(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
