/**
 * Conditions on what is put: `2x + y = 0 and (x, y) != (0, 0)`. Sides are formulas of figures; they are compared by `=`, `!=`, `<`,
 * `<=`, `>`, `>=`, also in chains, and joined by `and`, `or`, `not` and brackets.
 */
import { quick } from '../../figures/quick.ts';
import type { Scope } from '../../figures/scope.ts';
import { mentions, treeOf } from '../../figures/trees.ts';
import { MatrixFailure } from '../../maths/matrix-parse.ts';
import { distanceToZero } from './near.ts';

type How = '=' | '!=' | '<' | '<=' | '>' | '>=';
/** A side is a formula, or two in brackets. */
type Side = readonly string[];
export type Condition =
  | { is: 'all' | 'any'; of: readonly Condition[] }
  | { is: 'not'; of: Condition }
  | { is: 'compare'; how: How; left: Side; right: Side };

const SIGN = /!=|≠|<=|>=|≤|≥|==|=|<|>/g;
const HOW: Readonly<Record<string, How>> = { '==': '=', '≠': '!=', '≤': '<=', '≥': '>=' };
const MOST_DEPTH = 20;

/** Throws MatrixFailure with the place in the text. */
export function readCondition(text: string): Condition {
  return read(text, 0, 0);
}

function read(text: string, at: number, depth: number): Condition {
  if (depth > MOST_DEPTH) throw new MatrixFailure('tooDeep', { at, length: 1 }, { limit: MOST_DEPTH });
  for (const [word, is] of [
    ['or', 'any'],
    ['and', 'all'],
  ] as const) {
    const parts = parted(text, at, new RegExp(`(?<![\\p{L}\\p{Nd}_.])${word}(?![\\p{L}\\p{Nd}_.])`, 'gu'));
    if (parts.length > 1) return { is, of: parts.map((part) => read(part.text, part.at, depth + 1)) };
  }
  const { text: bare, at: from } = trimmed(text, at);
  const negated = /^not(?![\p{L}\p{Nd}_.])/u.exec(bare);
  if (negated !== null) return { is: 'not', of: read(bare.slice(3), from + 3, depth + 1) };
  if (wraps(bare, from) && /[=≠<>≤≥]/.test(bare)) return read(bare.slice(1, -1), from + 1, depth + 1);
  return compared(bare, from);
}

function compared(text: string, at: number): Condition {
  const signs: string[] = [];
  const sides = parted(text, at, SIGN, (sign) => signs.push(sign));
  if (signs.length === 0) throw new MatrixFailure('compare', { at: at + text.length, length: 1 });
  const read = sides.map(sideOf);
  const of = signs.map((sign, index): Condition => {
    const [left = [], right = []] = [read[index], read[index + 1]];
    const how = HOW[sign] ?? (sign as How);
    const place = { at: sides[index]?.at ?? at, length: 1 };
    if (left.length !== right.length || (left.length === 2 && how !== '=' && how !== '!='))
      throw new MatrixFailure('pair', place);
    return { is: 'compare', how, left, right };
  });
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { is: 'all', of };
}

function sideOf(part: Part): Side {
  const { text, at } = trimmed(part.text, part.at);
  const isPair = (text.startsWith('(') || text.startsWith('[')) && wraps(text, at);
  const items = isPair ? parted(text.slice(1, -1), at + 1, /,/g) : [];
  const sides = items.length === 2 ? items : [{ text, at }];
  return sides.map((one) => {
    checked(one.text, one.at);
    return one.text.trim();
  });
}

/** A formula that cannot be read is told at its place in the whole. */
function checked(text: string, at: number): void {
  try {
    treeOf(text);
  } catch (error) {
    if (!(error instanceof MatrixFailure)) throw error;
    const { code, at: inside, length, params } = error.problem;
    throw new MatrixFailure(code, { at: at + inside, length }, params);
  }
}

interface Part {
  text: string;
  at: number;
}

function trimmed(text: string, at: number): Part {
  return { text: text.trim(), at: at + (text.length - text.trimStart().length) };
}

/** Parts a text where something stands outside of all brackets. */
function parted(text: string, at: number, sign: RegExp, each: (sign: string) => void = () => undefined): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const found of text.matchAll(sign)) {
    if (depthAt(text, found.index) !== 0) continue;
    each(found[0]);
    parts.push({ text: text.slice(from, found.index), at: at + from });
    from = found.index + found[0].length;
  }
  return [...parts, { text: text.slice(from), at: at + from }];
}

function depthAt(text: string, end: number): number {
  let depth = 0;
  for (let index = 0; index < end; index += 1) {
    const sign = text.charAt(index);
    if ('(['.includes(sign)) depth += 1;
    if (')]'.includes(sign)) depth -= 1;
  }
  return depth;
}

/** Whether the bracket that a text begins with is closed by its last sign. */
function wraps(text: string, at: number): boolean {
  if (!/^[([]/.test(text)) return false;
  for (let end = 1; end < text.length; end += 1) if (depthAt(text, end) === 0) return false;
  if (depthAt(text, text.length) !== 0) throw new MatrixFailure('unclosed', { at, length: 1 });
  return true;
}

/** What a condition is asked of. */
export interface Asked {
  scope: Scope;
  /** names and their numbers, what one of each is worth in units of the plane, and how far off is still equal */
  names: readonly string[];
  at: readonly number[];
  units: readonly number[];
  tolerance: number;
}

/** What rounding does is nothing, however near two sides are. */
const ROUNDING = 1e-9;

/** Throws MatrixFailure where a formula does not fit. */
export function holds(condition: Condition, asked: Asked): boolean {
  switch (condition.is) {
    case 'all':
      return condition.of.every((one) => holds(one, asked));
    case 'any':
      return condition.of.some((one) => holds(one, asked));
    case 'not':
      return !holds(condition.of, asked);
    default:
      return compare(condition, asked);
  }
}

type Compare = Extract<Condition, { is: 'compare' }>;

function compare({ how, left, right }: Compare, asked: Asked): boolean {
  const { scope, names, at, units, tolerance } = asked;
  const [one = () => Number.NaN, ...more] = left.map((text, index) => {
    const [a, b] = [quick(text, names, scope), quick(right[index] ?? '', names, scope)];
    return (...given: number[]): number => a(...given) - b(...given);
  });
  if (how === '=' || how === '!=') {
    const apart =
      more.length === 0 ? distanceToZero(one, at, units) : Math.hypot(...[one, ...more].map((of) => of(...at)));
    return apart <= tolerance + ROUNDING === (how === '=');
  }
  const value = one(...at);
  if (how === '<') return value < -ROUNDING;
  if (how === '<=') return value <= ROUNDING;
  return how === '>' ? value > ROUNDING : value >= -ROUNDING;
}

/** All sides of a condition. */
export function sidesOf(condition: Condition): string[] {
  if (condition.is === 'compare') return [...condition.left, ...condition.right];
  return condition.is === 'not' ? sidesOf(condition.of) : condition.of.flatMap(sidesOf);
}

/** So much work a condition may be, counted in parts of its formulas with what they call laid open. */
export const MOST_WORK = 2_000;

/** How much work it is to see whether a condition holds. */
export function workOf(condition: Condition, scope: Scope): number {
  const known = new Map<string, number>();
  const ofText = (text: string, depth: number): number => {
    const tree = treeOf(text);
    return 1 + mentions(tree).reduce((sum, name) => sum + ofName(name, depth + 1), 0);
  };
  const ofName = (name: string, depth: number): number => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const own = scope.own(name);
    if (own === undefined || depth > MOST_DEPTH * 3) return 1;
    const work = 1 + mentions(own.node).reduce((sum, word) => sum + ofName(word, depth + 1), 0);
    known.set(name, work);
    return work;
  };
  return sidesOf(condition).reduce((sum, side) => sum + ofText(side, 0), 0);
}
