/**
 * Compares two sets as sets, their ends by the checker in as many digits as it takes, and finds the slip that makes the difference.
 * Where no precision tells, it is undecided.
 */
import { compareTapes } from '../../maths/compare.ts';
import type { Expression } from '../../maths/expression.ts';
import { lower } from '../../maths/lower.ts';
import { type Tape, TapeBuilder, TapeLimit } from '../../maths/tape.ts';
import type { End } from './candidates.ts';
import type { AsksFor } from './document.ts';
import { complement, difference, isAll, isEmpty, type RealSet, relation } from './reals.ts';
import { evaluate, type SetTree, treeOf, turnedWords, valuesOf } from './tree.ts';

/**
 * - ends: right but for whether ends belong
 * - words: `and` in the place of `or`, or the other way round
 * - outside: just what does not belong
 * - sign: all signs are the wrong way round
 * - missing: what is there is right, and something is missing
 * - extra: all that belongs is there, and something else
 */
export type SetSlip = 'ends' | 'words' | 'outside' | 'sign' | 'missing' | 'extra';

export interface SetCheck {
  verdict: 'equal' | 'different' | 'undecided' | 'never-defined';
  /** of the values that are asked for, what is right less what is wrong; of a part of the line all or nothing */
  share: number;
  slip?: SetSlip;
  /** equal for answers that are the same set, as text */
  shape?: SetTree<End>;
}

export interface SetCheckOptions {
  asks: AsksFor;
  variables: readonly string[];
  positive: readonly string[];
  seed: number;
  decimals?: number | undefined;
}

/** No precision tells, or there is no such number. */
class Untold extends Error {
  readonly why: 'undecided' | 'never-defined';
  constructor(why: 'undecided' | 'never-defined') {
    super(why);
    this.why = why;
  }
}

export function checkSet(wanted: SetTree<End>, given: SetTree<End>, options: SetCheckOptions): SetCheck {
  try {
    return options.asks === 'values' ? checkValues(wanted, given, options) : checkReals(wanted, given, options);
  } catch (failure) {
    if (failure instanceof TapeLimit) return { verdict: 'undecided', share: 0 };
    if (!(failure instanceof Untold)) throw failure;
    return { verdict: failure.why, share: 0 };
  }
}

/** Values, whatever their order, each once. */
function checkValues(wanted: SetTree<End>, given: SetTree<End>, options: SetCheckOptions): SetCheck {
  const compare = new Compare(options);
  const key = compare.once(valuesOf(wanted) ?? []);
  const mine = compare.once(valuesOf(given) ?? []);
  const belongs = (value: End): boolean => key.some((one) => compare.isNear(value, one));
  const right = key.filter((one) => mine.some((value) => compare.isNear(value, one))).length;
  const extra = mine.filter((value) => !belongs(value)).length;
  if (right === key.length && extra === 0) return { verdict: 'equal', share: 1 };
  const turned = mine.map(negated);
  const isTurned = turned.length === key.length && turned.every(belongs);
  const slip = isTurned
    ? 'sign'
    : extra === 0 && mine.length > 0
      ? 'missing'
      : right === key.length && right > 0
        ? 'extra'
        : undefined;
  const share = key.length === 0 ? 0 : Math.max(0, (right - extra) / key.length);
  return { verdict: 'different', share, ...(slip === undefined ? {} : { slip }) };
}

function checkReals(wanted: SetTree<End>, given: SetTree<End>, options: SetCheckOptions): SetCheck {
  const compare = new Compare({ ...options, variables: [], positive: [] });
  const key = evaluate(wanted, compare.order);
  const mine = evaluate(given, compare.order);
  const shape = treeOf(mine);
  const how = (set: RealSet<End>) => relation(set, key, compare.isNear);
  const found = how(mine);
  if (found === 'equal') return { verdict: 'equal', share: 1, shape };
  const turned = turnedWords(given);
  const minus: RealSet<End> = {
    points: mine.points.map(negated).reverse(),
    at: [...mine.at].reverse(),
    between: [...mine.between].reverse(),
  };
  const isIn = (one: RealSet<End>, other: RealSet<End>): boolean => isEmpty(difference(one, other, compare.order));
  const slips: [SetSlip, () => boolean][] = [
    ['ends', () => found === 'ends'],
    ['words', () => turned !== null && how(evaluate(turned, compare.order)) === 'equal'],
    ['outside', () => mine.points.length > 0 && how(complement(mine)) !== 'different'],
    ['sign', () => mine.points.length > 0 && how(minus) === 'equal'],
    ['missing', () => !isEmpty(mine) && isIn(mine, key)],
    ['extra', () => !isAll(mine) && !isEmpty(key) && isIn(key, mine)],
  ];
  const slip = slips.find(([, is]) => is())?.[0];
  return { verdict: 'different', share: 0, shape, ...(slip === undefined ? {} : { slip }) };
}

function negated(end: End): End {
  const { nodes } = end.tree;
  const tree: Expression = { nodes: [...nodes, { op: 'negate', args: [nodes.length - 1] }] };
  return { ...end, tree, text: `-(${end.text})`, about: -end.about };
}

/** Compares ends, each pair once. */
class Compare {
  readonly #options: SetCheckOptions;
  readonly #known = new Map<string, number>();
  readonly #near = new Map<string, boolean>();

  constructor(options: SetCheckOptions) {
    this.#options = options;
  }

  readonly order = (one: End, other: End): number => {
    if (one.text === other.text) return 0;
    const key = `${one.text}\n${other.text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const side = this.#side(one, other);
    this.#known.set(key, side);
    return side;
  };

  /** Equal, within what the question forgives. */
  readonly isNear = (one: End, other: End): boolean => {
    if (one.text === other.text) return true;
    const key = `${one.text}\n${other.text}`;
    const known = this.#near.get(key);
    if (known !== undefined) return known;
    const { decimals } = this.#options;
    const allowed = decimals === undefined ? 0 : 0.5 * 10 ** -decimals * (1 + 1e-9);
    const { verdict } = this.#compared(tapeOf(one.tree), tapeOf(other.tree), allowed);
    if (verdict === 'undecided' || verdict === 'never-defined') throw new Untold(verdict);
    this.#near.set(key, verdict === 'equal');
    return verdict === 'equal';
  };

  /** Each value once. */
  once(values: readonly End[]): End[] {
    const kept: End[] = [];
    for (const value of values) if (!kept.some((one) => this.isNear(value, one))) kept.push(value);
    return kept;
  }

  /** By their difference, so that what doubles cannot part still has a side. */
  #side(one: End, other: End): number {
    const builder = new TapeBuilder();
    const [left, right] = [lower(one.tree, builder), lower(other.tree, builder)];
    const gap = builder.finish(builder.binary('sub', left, right));
    const zero = new TapeBuilder();
    const nothing = zero.finish(zero.number(0));
    const { verdict, witness } = this.#compared(gap, nothing, 0);
    if (verdict === 'equal') return 0;
    if (verdict !== 'different') throw new Untold(verdict);
    const side = Math.sign(witness?.student ?? Number.NaN) || Math.sign(one.about - other.about);
    if (!side) throw new Untold('undecided');
    return side;
  }

  #compared(one: Tape, other: Tape, allowed: number) {
    const { variables, positive, seed } = this.#options;
    return compareTapes(one, other, { variables, positive, seed, allowed });
  }
}

function tapeOf(tree: Expression): Tape {
  const builder = new TapeBuilder();
  return builder.finish(lower(tree, builder));
}
