/** Reads what a person typed (plain, unicode or LaTeX) into an expression, and says how it was understood. */
import { joinDigitGroups } from './commas.ts';
import type { Expression } from './expression.ts';
import { isLatex, plainFromLatex } from './latex.ts';
import { withoutLeftSide } from './lefthand.ts';
import { MAX_LENGTH } from './limits.ts';
import { locate } from './located.ts';
import { vocabulary } from './names.ts';
import { normalise } from './normalise.ts';
import { type Problem, ReadingFailure, type ReadingNote } from './problem.ts';
import { scan } from './scan.ts';
import { refuseTowers } from './size.ts';
import { toExpression } from './tree.ts';
import { toTex, toText } from './typeset.ts';
import { plainSigns } from './unicode.ts';

export type { Expression } from './expression.ts';
export type { Problem, ReadingNote } from './problem.ts';

/** How a text was understood, or the first mistake in it. */
export type Reading =
  | {
      readonly ok: true;
      readonly tree: Expression;
      /** What was understood, for KaTeX. */
      readonly tex: string;
      /** The same in plain text, every product written. */
      readonly text: string;
      readonly notes: readonly ReadingNote[];
    }
  | { readonly ok: false; readonly problem: Problem };

/** How a text is to be read. */
export type ReadOptions = {
  /** The declared variables; they decide how letters are split. */
  readonly variables: readonly string[];
  /** Further names that may occur, such as a constant of integration. */
  readonly alsoVariables?: readonly string[];
  /**
   * `true` for what a formula editor such as MathLive gives: always LaTeX, and `x^23` is x²·3 as LaTeX has it.
   * Otherwise text with a backslash is LaTeX, and an exponent takes all its digits, as people mean it.
   */
  readonly latex?: boolean;
};

/**
 * Reads a formula of real numbers. Never throws, and is bounded: text, tokens, digits, nesting and nodes have limits,
 * so that hostile input is refused in a few milliseconds.
 */
export function readExpression(text: string, options: ReadOptions): Reading {
  try {
    return understand(text, options);
  } catch (failure) {
    if (failure instanceof ReadingFailure) return { ok: false, problem: failure.problem };
    throw failure;
  }
}

function understand(text: string, options: ReadOptions): Reading {
  const { variables, alsoVariables = [], latex = false } = options;
  if (text.length > MAX_LENGTH)
    throw new ReadingFailure('too-long', MAX_LENGTH, text.length - MAX_LENGTH, { limit: MAX_LENGTH });
  const plain = plainSigns(latex || isLatex(text) ? plainFromLatex(text, latex) : locate(text));
  const source = withoutLeftSide(plain, variables);
  const { tokens, notes: scanned } = scan(source, vocabulary([...variables, ...alsoVariables]), variables);
  const first = tokens[0];
  if (first === undefined) throw new ReadingFailure('empty', 0, Math.max(1, text.length));
  const notes: ReadingNote[] = [...scanned, ...raisedRoots(text)];
  const normalised = normalise(joinDigitGroups(tokens, notes), variables, notes);
  const tree = toExpression(normalised, text.length);
  refuseTowers(tree, text.length);
  notes.sort((a, b) => a.at - b.at);
  return { ok: true, tree, tex: toTex(tree), text: toText(tree), notes: notes.filter(unlikeBefore) };
}

/** `2³√x` may be meant as 2·∛x: a raised number right before a root belongs to what stands before it. */
function raisedRoots(text: string): ReadingNote[] {
  const found = /(?<=[\p{L}\p{Nd})\]}])[³⁴⁵⁶⁷⁸⁹]√/u.exec(text);
  return found ? [{ code: 'power-before-root', at: found.index, length: 2, params: {} }] : [];
}

/** One note a code is enough for a reader. */
function unlikeBefore(note: ReadingNote, index: number, notes: readonly ReadingNote[]): boolean {
  return notes.findIndex((other) => other.code === note.code) === index;
}
