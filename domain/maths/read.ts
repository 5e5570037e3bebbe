/** Reads what a person typed (plain, unicode or LaTeX) into an expression, and says how it was understood. */
import { joinDigitGroups, valuesIn } from './commas.ts';
import { type Ask, Decisions, hasEuler, NOTES_OF, sameValues, type Taken } from './decisions.ts';
import { joinBlanks } from './digit-groups.ts';
import type { Expression } from './expression.ts';
import { isLatex, plainFromLatex } from './latex.ts';
import { withoutLeftSide } from './lefthand.ts';
import { MAX_LENGTH } from './limits.ts';
import { locate } from './located.ts';
import { vocabulary } from './names.ts';
import { normalise } from './normalise.ts';
import { type Problem, ReadingFailure, type ReadingNote } from './problem.ts';
import { scan, type Token } from './scan.ts';
import { refuseTowers } from './size.ts';
import { toExpression } from './tree.ts';
import { toTex, toText } from './typeset.ts';
import { plainSigns } from './unicode.ts';

export type { Expression } from './expression.ts';

/** One of several ways in which a text may be meant: typeset, and in plain text, by which it is chosen. */
export type Meaning = { readonly tex: string; readonly text: string };

type Understood = {
  readonly ok: true;
  readonly tree: Expression;
  /** What was understood, for KaTeX. */
  readonly tex: string;
  /** The same in plain text, every product written. */
  readonly text: string;
  readonly notes: readonly ReadingNote[];
  /** Where the notation has several common readings, these, the one above first; else none. */
  readonly asks: readonly Meaning[];
  /** Where they part. */
  readonly asked?: Ask;
};

/** How a text was understood, or the first mistake in it. */
export type Reading = Understood | { readonly ok: false; readonly problem: Problem };

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
  /** Euler's number is in play: then it is asked whether `2e-1` is 2·e − 1. */
  readonly euler?: boolean;
  /** The meaning that was chosen of those asked about, by its text. One that is none of them is as good as none. */
  readonly chosen?: string;
  /** Nobody is asked: the usual reading is taken. For what was written and checked before. */
  readonly unasked?: boolean;
};

/** Kinds of places with two readings in one text; with more, brackets are asked for. */
const MOST_KINDS = 3;

/** One way to read a text. `reading`: undefined where it is several values, such as (2, 1). */
type Candidate = { readonly meaning: Meaning; readonly reading: Understood | undefined };
type Attempt = { readonly candidate?: Candidate; readonly problem?: Problem; readonly met: readonly Ask[] };

/**
 * Reads a formula of real numbers. Never throws, and is bounded: text, tokens, digits, nesting and nodes have limits,
 * so that hostile input is refused in a few milliseconds.
 */
export function readExpression(text: string, options: ReadOptions): Reading {
  const first = attempt(text, options, new Map());
  const [asked] = first.met;
  const { chosen: wanted, unasked = false } = options;
  if (asked === undefined || (unasked && wanted === undefined)) return plainReading(first);
  const all = everyReading(text, options, new Map(), first);
  const candidates = different(all.flatMap(({ candidate }) => (candidate === undefined ? [] : [candidate])));
  const [usual] = candidates;
  if (usual === undefined || candidates.length === 1)
    return plainReading(usual ? { candidate: usual, met: [] } : first);
  const tooMany = all.find(({ met }) => met.length > MOST_KINDS)?.met[MOST_KINDS];
  if (tooMany !== undefined && !unasked)
    return { ok: false, problem: { code: 'many-readings', at: tooMany.at, length: tooMany.length, params: {} } };
  const chosen = candidates.find(({ meaning }) => meaning.text === wanted);
  if (chosen !== undefined) return withoutNotes(plainReading({ candidate: chosen, met: [] }), all);
  if (unasked) return plainReading(first);
  const { reading } = candidates.find((one) => one.reading !== undefined) ?? usual;
  if (reading === undefined) return plainReading(first);
  return { ...reading, asks: candidates.map(({ meaning }) => meaning), asked };
}

/** Whether Euler's number occurs in a formula that can be read. */
export function mentionsEuler(text: string, variables: readonly string[]): boolean {
  const reading = readExpression(text, { variables, unasked: true });
  return reading.ok && hasEuler(reading.tree);
}

function plainReading({ candidate, problem }: Attempt): Reading {
  if (candidate?.reading !== undefined) return candidate.reading;
  const several: Problem = { code: 'several-values', at: 0, length: 1, params: {} };
  return { ok: false, problem: problem ?? several };
}

/** What was chosen needs no telling. */
function withoutNotes(reading: Reading, all: readonly Attempt[]): Reading {
  if (!reading.ok) return reading;
  const told = new Set<string>(all.flatMap(({ met }) => met.flatMap(({ code }) => NOTES_OF[code])));
  return { ...reading, notes: reading.notes.filter(({ code }) => !told.has(code)) };
}

/** All readings of a text: wherever one meets a place that may be read in two ways, both are tried. */
function everyReading(text: string, options: ReadOptions, taken: Taken, first: Attempt): Attempt[] {
  const open = first.met.find(({ code }) => !taken.has(code));
  if (open === undefined || taken.size >= MOST_KINDS) return [first];
  const second = new Map(taken).set(open.code, 1 as const);
  return [
    ...everyReading(text, options, new Map(taken).set(open.code, 0 as const), first),
    ...everyReading(text, options, second, attempt(text, options, second)),
  ];
}

/** Those that differ, in order: by text, and by value. */
function different(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const one of candidates) if (!kept.some((other) => isSame(one, other))) kept.push(one);
  return kept;
}

function isSame(one: Candidate, other: Candidate): boolean {
  if (one.meaning.text === other.meaning.text) return true;
  return one.reading !== undefined && other.reading !== undefined && sameValues(one.reading.tree, other.reading.tree);
}

/** Reads a text once. */
function attempt(text: string, options: ReadOptions, taken: Taken): Attempt {
  const decisions = new Decisions(taken);
  try {
    return { candidate: understand(text, options, decisions, taken.get('values') === 1), met: decisions.met };
  } catch (failure) {
    if (failure instanceof ReadingFailure) return { problem: failure.problem, met: decisions.met };
    throw failure;
  }
}

function understand(text: string, options: ReadOptions, decisions: Decisions, several: boolean): Candidate {
  const { variables, alsoVariables = [], latex = false, euler = false } = options;
  if (text.length > MAX_LENGTH)
    throw new ReadingFailure('too-long', MAX_LENGTH, text.length - MAX_LENGTH, { limit: MAX_LENGTH });
  const plain = plainSigns(latex || isLatex(text) ? plainFromLatex(text, latex) : locate(text));
  const source = withoutLeftSide(plain, variables);
  const words = vocabulary([...variables, ...alsoVariables]);
  const { tokens: scanned, notes: told } = scan(source, { words, variables, euler, decisions });
  const first = scanned[0];
  if (first === undefined) throw new ReadingFailure('empty', 0, Math.max(1, text.length));
  const notes: ReadingNote[] = [...told, ...raisedRoots(text)];
  const tokens = joinBlanks(scanned, notes);
  const treeOf = (part: readonly Token[]): Expression => {
    const joined = joinDigitGroups(part, notes, decisions);
    const tree = toExpression(normalise(joined, variables, notes, decisions), text.length);
    refuseTowers(tree, text.length);
    return tree;
  };
  if (several) return { meaning: severalValues(valuesIn(tokens).map(treeOf)), reading: undefined };
  const tree = treeOf(tokens);
  notes.sort((a, b) => a.at - b.at);
  const meaning = { tex: toTex(tree), text: toText(tree) };
  return { meaning, reading: { ok: true, tree, ...meaning, notes: notes.filter(unlikeBefore), asks: [] } };
}

/** `(2,1)` as two values: with a blank after the comma. */
function severalValues(trees: readonly Expression[]): Meaning {
  return {
    tex: `\\left(${trees.map(toTex).join(',\\;')}\\right)`,
    text: `(${trees.map(toText).join(', ')})`,
  };
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
