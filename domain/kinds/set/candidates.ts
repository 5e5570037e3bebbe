/**
 * Reads the ends of a set by the checker, and finds all that a text may mean: where a comma, a list of bounds or an end has two
 * readings that are different sets, its student is asked. Doubles are enough for that; what is right is told elsewhere, and precisely.
 */
import { say } from '../../judging/codes.ts';
import type { Expression } from '../../maths/expression.ts';
import { lower } from '../../maths/lower.ts';
import { tapeValues } from '../../maths/numbers.ts';
import type { ReadingNote } from '../../maths/problem.ts';
import { type Meaning, readExpression } from '../../maths/read.ts';
import { TapeBuilder, TapeLimit } from '../../maths/tape.ts';
import type { QuestionViewOf } from '../../question.ts';
import type { Feedback } from '../../results/verdict.ts';
import { eulerInPlay } from '../common/euler.ts';
import { parseSet } from './parse.ts';
import { isAll, isEmpty, relation } from './reals.ts';
import { LONGEST } from './signs.ts';
import { endsOf, evaluate, intervalsOf, mapEnds, type SetTree, valuesOf } from './tree.ts';
import { setTex, setText } from './typeset.ts';

/** A value or an end, as it was read. */
export interface End {
  tree: Expression;
  tex: string;
  text: string;
  notes: readonly ReadingNote[];
  /** as a double; of a value with variables not a number */
  about: number;
}

type Candidate = Meaning & { tree: SetTree<End>; notes: readonly ReadingNote[] };

export type ReadSet = { ok: true; read: Candidate; asks: readonly Candidate[] } | { ok: false; feedback: Feedback };

export type Asked = Pick<QuestionViewOf<'set'>, 'asks' | 'variable' | 'variables' | 'promptHtml' | 'euler'>;

interface ReadHow {
  chosen?: string | undefined;
  /** nobody can be asked any more: the reading that is shown first is taken */
  unasked?: boolean;
}

/** Each may have to be compared with each. */
const MOST_ENDS = 24;
/** Most readings that anybody is asked about. */
const MOST = 6;

/** What a text means; `asks` are all that it may mean, where there are several. */
export function readSet(asked: Asked, text: string, { chosen, unasked = false }: ReadHow = {}): ReadSet {
  const parsed = parseSet(text, asked);
  if (!parsed.ok) return { ok: false, feedback: say(`set${parsed.problem.code}`, parsed.problem.params) };
  const found: Candidate[] = [];
  let problem: Feedback | undefined;
  for (const tree of parsed.trees) {
    if (endsOf(tree).length > MOST_ENDS) return { ok: false, feedback: say('setLong', { most: LONGEST }) };
    const read = readEnds(tree, asked);
    if (read.ok) found.push(...read.candidates);
    else problem ??= read.feedback;
  }
  const all = different(found, asked);
  const [first] = all;
  if (first === undefined) return { ok: false, feedback: problem ?? say('setEmpty') };
  if (all.length > MOST && !unasked) return { ok: false, feedback: say('setMany') };
  const meant = all.find((one) => one.text === chosen);
  if (meant !== undefined) return { ok: true, read: meant, asks: [] };
  return { ok: true, read: first, asks: all.length > 1 && !unasked ? all : [] };
}

type Read = { ok: true; candidates: Candidate[] } | { ok: false; feedback: Feedback };

function readEnds(tree: SetTree<string>, asked: Asked): Read {
  const meanings = new Map<string, End[]>();
  let ways = 1;
  for (const text of endsOf(tree)) {
    if (meanings.has(text)) continue;
    const read = readEnd(text, asked);
    if (!read.ok) return read;
    meanings.set(text, read.ends);
    ways *= read.ends.length;
  }
  if (ways > 2 * MOST) return { ok: false, feedback: say('setMany') };
  let picks: ReadonlyMap<string, End>[] = [new Map()];
  for (const [text, ends] of meanings) picks = picks.flatMap((pick) => ends.map((end) => new Map(pick).set(text, end)));
  const candidates: Candidate[] = [];
  for (const pick of picks) {
    const whole = mapEnds(tree, (text) => pick.get(text) ?? UNREAD);
    if (!isRising(whole)) continue;
    for (const one of joins(whole)) candidates.push(candidateOf(one, asked));
  }
  return candidates.length > 0 ? { ok: true, candidates } : { ok: false, feedback: say('setReversed') };
}

/** Never met: each end was read. */
const UNREAD: End = { tree: { nodes: [] }, tex: '', text: '', notes: [], about: Number.NaN };

function candidateOf(tree: SetTree<End>, { variable, asks }: Asked): Candidate {
  // of values the order and the way are no matter: `x = 1 or x = 2` is shown as it is written all the same
  const values = asks === 'values' && tree.is === 'or' ? valuesOf(tree) : null;
  const shown: SetTree<End> = values === null ? tree : { is: 'points', line: false, ends: values };
  return {
    tree,
    tex: setTex(
      mapEnds(shown, ({ tex }) => tex),
      variable,
    ),
    text: setText(
      mapEnds(shown, ({ text }) => text),
      variable,
    ),
    // a decimal comma everybody knows
    notes: endsOf(tree).flatMap(({ notes }) => notes.filter(({ code }) => code !== 'decimal-comma')),
  };
}

/** All that an end may mean. */
function readEnd(text: string, asked: Asked): { ok: true; ends: End[] } | { ok: false; feedback: Feedback } {
  const variables = asked.asks === 'values' ? asked.variables : [];
  const how = { variables, euler: eulerInPlay(asked) };
  const reading = readExpression(text, how);
  if (!reading.ok) {
    const { code, params, at, length } = reading.problem;
    if (code === 'unknown-name' && params.name === asked.variable)
      return { ok: false, feedback: say('setUnsolved', { variable: asked.variable }) };
    return { ok: false, feedback: { code: `maths.problem.${code}`, params: { ...params, at, length } } };
  }
  const meant =
    reading.asked === undefined
      ? [reading]
      : reading.asks.map(({ text: chosen }) => readExpression(text, { ...how, chosen }));
  const ends = meant.flatMap((one) =>
    one.ok ? [{ tree: one.tree, tex: one.tex, text: one.text, notes: one.notes, about: about(one.tree) }] : [],
  );
  if (ends.length === 0) return { ok: false, feedback: { code: 'maths.problem.several-values', params: {} } };
  // without variables a value either is a number or there is none
  if (variables.length === 0 && ends.every((end) => Number.isNaN(end.about)))
    return { ok: false, feedback: { code: 'maths.problem.never-defined', params: { at: 0, length: text.length } } };
  return { ok: true, ends };
}

function about(tree: Expression): number {
  try {
    const builder = new TapeBuilder();
    const tape = builder.finish(lower(tree, builder));
    return tapeValues(tape, [], [])[tape.root] ?? Number.NaN;
  } catch (failure) {
    if (failure instanceof TapeLimit) return Number.NaN;
    throw failure;
  }
}

/** Clearly greater, beyond what rounding explains. */
const isGreater = (one: number, other: number): boolean =>
  one - other > 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));

/** No interval begins after its end; those of |x| < −1 may. */
const isRising = (tree: SetTree<End>): boolean =>
  intervalsOf(tree).every(
    ({ style, from, to }) => style === 'bars' || from === null || to === null || !isGreater(from.about, to.about),
  );

const order = (one: End, other: End): number =>
  isGreater(one.about, other.about) ? 1 : isGreater(other.about, one.about) ? -1 : 0;
const isSame = (one: End, other: End): boolean => order(one, other) === 0;

/** What a list of bounds may mean: both hold, or one of them does; never nothing and never everything where the other is neither. */
function joins(tree: SetTree<End>): SetTree<End>[] {
  if (tree.is !== 'and' || tree.listed === undefined) return [tree];
  const both: SetTree<End>[] = [
    { is: 'and', of: tree.of },
    { is: 'or', of: tree.of },
  ];
  const says = both.filter((one) => {
    const set = evaluate(one, order);
    return !isEmpty(set) && !isAll(set);
  });
  return says.length > 0 ? says : both.slice(0, 1);
}

/** Those that differ, in order: by text, and as sets. */
function different(found: readonly Candidate[], asked: Asked): Candidate[] {
  const kept: Candidate[] = [];
  for (const one of found)
    if (!kept.some((other) => other.text === one.text || sameSet(one, other, asked))) kept.push(one);
  return kept;
}

function sameSet(one: Candidate, other: Candidate, { variables }: Asked): boolean {
  if (variables.length > 0) return false;
  return relation(evaluate(one.tree, order), evaluate(other.tree, order), isSame) === 'equal';
}
