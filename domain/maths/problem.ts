/** What can be wrong with a typed formula, and what a reading wants to tell: codes and params, the words are in messages/en/maths.json. */

/** What the words of each problem name: a code without its params is shown as the code itself. */
interface ProblemParams {
  empty: object;
  'too-long': { limit: number };
  'too-deep': { limit: number };
  'too-many-parts': object;
  'too-many-digits': { limit: number };
  'number-too-large': object;
  'unknown-character': { sign: string };
  'unknown-name': { name: string; variables: string };
  'unknown-command': { name: string };
  imaginary: { name: string };
  'text-not-allowed': object;
  'index-not-allowed': object;
  'derivative-left': { name: string };
  equation: object;
  comparison: { sign: string };
  percent: object;
  'letter-then-digit': { name: string; digit: string };
  'two-numbers': { left: string; right: string };
  'two-operators': { left: string; sign: string };
  'missing-operand': { sign: string };
  'missing-argument': { name: string };
  'needs-parentheses': { name: string };
  'argument-count': { name: string; least: number; most: number; given: number };
  'empty-parentheses': object;
  unclosed: { sign: string };
  unopened: { sign: string };
  'unclosed-bar': object;
  comma: object;
  'several-values': object;
  'two-readings': object;
  'many-readings': object;
  colon: object;
  'plus-minus': { sign: string };
  placeholder: object;
  'function-power': object;
  'not-allowed': object;
  'unknown-variable': { name: string; variables: string };
  'never-defined': object;
}

export type ProblemCode = keyof ProblemParams;

/** What a problem of that code says at least; left out where its words name nothing. */
export type ParamsOf<C extends ProblemCode> = object extends ProblemParams[C]
  ? [params?: Problem['params']]
  : [params: ProblemParams[C] & Problem['params']];

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
export class ReadingFailure<C extends ProblemCode = ProblemCode> extends Error {
  readonly problem: Problem;
  constructor(code: C, at: number, length: number, ...[params]: ParamsOf<C>) {
    super(code);
    this.problem = { code, at, length, params: params ?? {} };
  }
}
