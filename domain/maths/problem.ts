/** What can be wrong with a typed formula, and what a reading wants to tell: codes and params, the words are in messages/en/maths.json. */

export type ProblemCode =
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'too-many-parts'
  | 'too-many-digits'
  | 'number-too-large'
  | 'unknown-character'
  | 'unknown-name'
  | 'unknown-command'
  | 'imaginary'
  | 'text-not-allowed'
  | 'index-not-allowed'
  | 'derivative-left'
  | 'equation'
  | 'comparison'
  | 'percent'
  | 'letter-then-digit'
  | 'two-numbers'
  | 'two-operators'
  | 'missing-operand'
  | 'missing-argument'
  | 'needs-parentheses'
  | 'argument-count'
  | 'empty-parentheses'
  | 'unclosed'
  | 'unopened'
  | 'unclosed-bar'
  | 'comma'
  | 'several-values'
  | 'two-readings'
  | 'many-readings'
  | 'colon'
  | 'plus-minus'
  | 'placeholder'
  | 'function-power'
  | 'not-allowed'
  | 'unknown-variable'
  | 'never-defined';

/** Names as a parameter of a problem; `none` where there are none. */
export const listed = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));

/** A place in the text as the student typed it, in UTF-16 units. */
export type Problem = {
  readonly code: ProblemCode;
  readonly at: number;
  readonly length: number;
  readonly params: Readonly<Record<string, string | number>>;
};

export type ReadingNoteCode =
  | 'division-then-product'
  | 'bare-argument'
  | 'bare-argument-division'
  | 'bare-argument-product'
  | 'power-then-product'
  | 'power-then-division'
  | 'log-base'
  | 'log-digits'
  | 'root-reach'
  | 'root-then-product'
  | 'power-before-root'
  | 'bare-product'
  | 'thousands'
  | 'decimal-comma'
  | 'two-values'
  | 'scientific'
  | 'euler'
  | 'inverse-function'
  | 'mixed-number'
  | 'natural-log'
  | 'degrees'
  | 'capital'
  | 'function-or-product'
  | 'name-or-product';

/** Something read in one of two common ways; `params` say which. */
export type ReadingNote = {
  readonly code: ReadingNoteCode;
  readonly at: number;
  readonly length: number;
  readonly params: Readonly<Record<string, string | number>>;
};

/** What a check adds to its verdict: a code of the namespace `note` in messages/en/maths.json, and its params. */
export type Note = { readonly code: string; readonly params: Readonly<Record<string, string | number>> };

/** Thrown inside the reading only; `readExpression` turns it into a value. */
export class ReadingFailure extends Error {
  readonly problem: Problem;
  constructor(code: ProblemCode, at: number, length: number, params: Problem['params'] = {}) {
    super(code);
    this.problem = { code, at, length, params };
  }
}
