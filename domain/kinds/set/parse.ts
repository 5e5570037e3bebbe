/**
 * Takes a text apart into a set whose ends are texts: intervals, lists, inequalities, and what joins them. What the ends say is read
 * later. A comma between two digits may part two values or belong to a decimal: the text is taken apart in both ways.
 */
import { Conditions, escaped, intervalOf, MOST_PIECES, RELATION, type SetAsked } from './condition.ts';
import { intervalParts } from './parts.ts';
import { CLOSE, LONGEST, OPEN, plainSet } from './signs.ts';
import type { SetTree } from './tree.ts';
import { type SetProblem, Unfit } from './unfit.ts';

export type ParsedSet = { ok: true; trees: SetTree<string>[] } | { ok: false; problem: SetProblem };

/** Most brackets in each other. */
const DEEPEST = 8;

/** All ways in which a text can be taken apart, the usual one first. */
export function parseSet(typed: string, asked: SetAsked): ParsedSet {
  if (typed.length > LONGEST) return { ok: false, problem: { code: 'Long', params: { most: LONGEST } } };
  const text = plainSet(typed, asked.variables);
  // semicolons part what is in the text, so that commas are decimals
  const tight = /\d,\d/.test(text) && !/[;\n]/.test(text);
  const trees: SetTree<string>[] = [];
  let problem: SetProblem | undefined;
  for (const commasPart of tight ? [true, false] : [false]) {
    try {
      trees.push(new Parser(text, asked, commasPart).whole());
    } catch (failure) {
      if (!(failure instanceof Unfit)) throw failure;
      problem ??= failure.problem;
    }
  }
  return trees.length > 0 ? { ok: true, trees } : { ok: false, problem: problem ?? { code: 'Empty', params: {} } };
}

const JOINS = '∪∩∨∧∖';

/** A piece of a list: `≠` and `=` may be followed by bare values that belong to them. */
type Listed = { tree: SetTree<string>; bare: boolean };

class Parser {
  readonly #text: string;
  readonly #asked: SetAsked;
  readonly #conditions: Conditions;
  /** the variable, as it may stand: a part of a regular expression */
  readonly #variable: string;
  #at = 0;
  #depth = 0;
  #pieces = 0;

  constructor(text: string, asked: SetAsked, commasPart: boolean) {
    this.#text = text;
    this.#asked = asked;
    this.#conditions = new Conditions(asked, commasPart, () => this.#before());
    this.#variable = this.#conditions.variable;
  }

  whole(): SetTree<string> {
    if (this.#text === '') throw new Unfit('Empty');
    this.#skipName();
    const tree = this.#list('');
    if (this.#at < this.#text.length) throw new Unfit('Rest', { rest: this.#text.slice(this.#at, this.#at + 12) });
    return tree;
  }

  /** `L =`, `S:`, `D(f) =`: the name of a set before it. */
  #skipName(): void {
    const named =
      /^(?:\\mathbb\s*\{?[A-Z]\}?|[𝕃𝔻𝕊]|\p{Lu}|[Ss]olutions?|[Dd]omain|[Rr]ange)(?:_\{?\w{1,3}\}?|\s*\(\s*\w\s*\))?\s*[=:]\s*/u.exec(
        this.#text,
      );
    const name = named?.[0] ?? '';
    const isVariable = new RegExp(`^(?:${[this.#variable, ...this.#asked.variables.map(escaped)].join('|')})\\s*[=:]`);
    if (name !== '' && !isVariable.test(name)) this.#at = name.length;
  }

  /** Pieces with commas, semicolons or new lines between them. */
  #list(end: string): SetTree<string> {
    const listed: Listed[] = [this.#listed(end)];
    for (;;) {
      this.#skip();
      const separator = this.#peek();
      if (!/^[,;\n]$/.test(separator)) break;
      this.#at += 1;
      this.#skip();
      // one after the last begins nothing
      if (this.#at >= this.#text.length || (end !== '' && this.#peek() === end)) break;
      listed.push(this.#listed(end));
    }
    return this.#joined(listed);
  }

  #listed(end: string): Listed {
    this.#skip();
    const from = this.#at;
    const tree = this.#or(end);
    const text = this.#text.slice(from, this.#at);
    return { tree, bare: tree.is === 'points' && !RELATION.test(text) && !text.includes(OPEN) };
  }

  /** What a list means: values are all meant, what is left out is left out by each, intervals are taken together; of bounds see `listed`. */
  #joined(listed: readonly Listed[]): SetTree<string> {
    const pieces: SetTree<string>[] = [];
    for (const { tree, bare } of listed) {
      const before = pieces.at(-1);
      const excluded = before?.is === 'not' ? before.of : before;
      if (bare && tree.is === 'points' && excluded?.is === 'points') excluded.ends.push(...tree.ends);
      else pieces.push(tree);
    }
    // `x > 2, x ∈ ℝ`: that says nothing of its own
    const telling = pieces.filter(({ is }) => is !== 'all');
    const [only, ...more] = telling;
    if (only === undefined) return pieces[0] ?? { is: 'none' };
    if (more.length === 0) return only;
    if (telling.some((piece) => piece.is === 'not')) return { is: 'and', of: telling };
    const bounds = telling.every((piece) => piece.is === 'interval' && piece.style === 'line');
    return bounds ? { is: 'and', of: telling, listed: true } : { is: 'or', of: telling };
  }

  #or(end: string): SetTree<string> {
    return this.#chain('∪∨', 'or', () => this.#chain('∩∧', 'and', () => this.#minus(end)));
  }

  #chain(signs: string, is: 'or' | 'and', next: () => SetTree<string>): SetTree<string> {
    const of = [next()];
    for (;;) {
      this.#skip();
      if (this.#peek() === '' || !signs.includes(this.#peek())) break;
      this.#at += 1;
      of.push(next());
    }
    const [only] = of;
    if (of.length === 1 && only !== undefined) return only;
    // `1 and 2` are two values
    const values = is === 'and' && of.every((one) => one.is === 'points');
    if (values) return { is: 'or', of: this.#carried(of, 'or') };
    return { is, of: this.#carried(of, is) };
  }

  /** `x = 1 or 2`, `x ≠ 1 and 2`: a bare value says what the first says. */
  #carried(of: SetTree<string>[], is: 'or' | 'and'): SetTree<string>[] {
    const [first] = of;
    return of.map((one, index) => {
      if (index === 0 || one.is !== 'points' || one.line) return one;
      if (is === 'or') return first?.is === 'points' && first.line ? { ...one, line: true } : one;
      return first?.is === 'not' ? { is: 'not', of: { ...one, line: true } } : one;
    });
  }

  #minus(end: string): SetTree<string> {
    const first = this.#atom(end);
    const taken: SetTree<string>[] = [];
    for (;;) {
      this.#skip();
      const sign = this.#peek();
      const isMinus = /^[-−–]$/.test(sign) && /^[-−–]\s*[⦃([\]]/.test(this.#text.slice(this.#at)) && first.is === 'all';
      if (sign !== '∖' && !isMinus) break;
      this.#at += 1;
      taken.push(this.#atom(end));
    }
    if (taken.length === 0) return first;
    const [only] = taken;
    if (first.is === 'all' && taken.length === 1 && only !== undefined) return { is: 'not', of: only };
    return { is: 'minus', of: [first, ...taken] };
  }

  #atom(end: string): SetTree<string> {
    this.#skip();
    this.#pieces += 1;
    if (this.#pieces > MOST_PIECES || this.#depth > DEEPEST) throw new Unfit('Long', { most: LONGEST });
    const sign = this.#peek();
    if (sign === '' || JOINS.includes(sign)) throw new Unfit('Operand', { sign: sign || this.#before() });
    if (sign === 'ℝ') {
      this.#at += 1;
      return this.#half();
    }
    if (sign === '∅') {
      this.#at += 1;
      return { is: 'none' };
    }
    if (sign === OPEN) return this.#braces();
    if ('([]'.includes(sign)) {
      const interval = this.#bracketed();
      if (interval !== null) return interval;
      if (sign !== '(') throw new Unfit('Unclosed', { sign });
      const group = this.#group();
      if (group !== null) return group;
    }
    // `x = [1; 3)` is written as well
    const member = new RegExp(`^${this.#variable}\\s*(?:([∈∉])|[=:]\\s*(?=[⦃[\\]ℝ∅])|(≠)\\s*(?=[⦃[\\]]))`).exec(
      this.#text.slice(this.#at),
    );
    if (member !== null) {
      this.#at += member[0].length;
      const of = this.#minus(end);
      return member[1] === '∉' || member[2] === '≠' ? { is: 'not', of } : of;
    }
    return this.#condition(end);
  }

  /** All of ℝ, or with a star all but 0. Whether 0 belongs to ℝ⁺ is yes in some countries and no in others: it is to be written out. */
  #half(): SetTree<string> {
    const half = /^(?:\s*[\^_]\s*(?:\{[^{}]*\}|[-+*0])|\s*[⁺⁻₊₋]|[+*](?!\s*[\d⦃]))/.exec(this.#text.slice(this.#at));
    if (half !== null) {
      if (!/^[\s^{}*]+$/.test(half[0])) throw new Unfit('Half');
      this.#at += half[0].length;
      return { is: 'not', of: { is: 'points', line: false, ends: ['0'] } };
    }
    return { is: 'all' };
  }

  /** An interval in brackets of any country, or several values in them; null: these brackets are something else. */
  #bracketed(): SetTree<string> | null {
    const open = this.#peek();
    let depth = 0;
    let i = this.#at + 1;
    for (; i < this.#text.length; i += 1) {
      const sign = this.#text.charAt(i);
      if (sign === '\\' && this.#text.startsWith('\\sqrt[', i)) {
        i = Math.max(i, this.#text.indexOf(']', i));
        continue;
      }
      if (depth === 0 && (sign === ')' || sign === ']' || sign === '[')) break;
      if (sign === '(' || sign === '{') depth += 1;
      else if (sign === ')' || sign === '}') depth -= 1;
      else if (
        JOINS.includes(sign) ||
        sign === OPEN ||
        sign === CLOSE ||
        RELATION.test(sign) ||
        sign === '∈' ||
        sign === '∉'
      )
        return null;
    }
    const close = this.#text.charAt(i);
    if (close === '') {
      if (open === '(') return null;
      throw new Unfit('Unclosed', { sign: open });
    }
    const inside = this.#text.slice(this.#at + 1, i);
    // `([1; 2] ∪ …)`
    if (open === '(' && inside.trim() === '') return null;
    if (this.#asked.asks === 'values') {
      // no interval is asked for: brackets hold values
      const parts = this.#conditions.values(inside);
      const after = this.#text
        .slice(i + 1)
        .trimStart()
        .charAt(0);
      const ends = after === '' || JOINS.includes(after) || /[,;\n⦄]/.test(after);
      if (!ends || close === '[' || (open === '(') !== (close === ')') || (parts.length < 2 && open === '('))
        return null;
      this.#at = i + 1;
      return this.#conditions.points(parts, false);
    }
    const parts = intervalParts(inside);
    if (parts.length < 2) {
      // a formula in round brackets, or conditions in them
      if (open === '(' && close === ')') return null;
      throw new Unfit('Ends', {});
    }
    if (parts.length > 2) throw new Unfit('Commas', {});
    this.#at = i + 1;
    const [left = '', right = ''] = parts;
    return intervalOf(left, right, open === '[', close === ']', open === ']' || close === '[' ? 'outward' : 'round');
  }

  /** Round brackets around pieces; null: they are part of a formula. */
  #group(): SetTree<string> | null {
    const { length } = this.#text;
    let depth = 0;
    let i = this.#at;
    let holds = false;
    for (; i < length; i += 1) {
      const sign = this.#text.charAt(i);
      if (JOINS.includes(sign) || RELATION.test(sign) || /[⦃ℝ∅∈∉;[\]]/.test(sign)) holds = true;
      if (sign === '(') depth += 1;
      if (sign === ')') depth -= 1;
      if (depth === 0) break;
    }
    if (!holds) return null;
    this.#at += 1;
    this.#depth += 1;
    const tree = this.#list(')');
    this.#depth -= 1;
    this.#skip();
    if (this.#peek() !== ')') throw new Unfit('Unclosed', { sign: '(' });
    this.#at += 1;
    return tree;
  }

  /** `{1; 2}`, or `{x | x > 2}`. */
  #braces(): SetTree<string> {
    let depth = 0;
    let end = this.#at;
    for (; end < this.#text.length; end += 1) {
      const sign = this.#text.charAt(end);
      if (sign === OPEN) depth += 1;
      if (sign === CLOSE) depth -= 1;
      if (depth === 0) break;
    }
    if (end >= this.#text.length) throw new Unfit('Unclosed', { sign: '{' });
    const inside = this.#text.slice(this.#at + 1, end);
    const builder = new RegExp(`^\\s*${this.#variable}\\s*(?:∈\\s*ℝ\\s*)?[|:;,]`).exec(inside);
    const rest = builder === null ? '' : inside.slice(builder[0].length);
    if (builder !== null && /[<≤>≥=≠∈∉]/.test(rest)) {
      this.#at += 1 + builder[0].length;
      this.#depth += 1;
      const tree = this.#list(CLOSE);
      this.#depth -= 1;
      this.#skip();
      if (this.#peek() !== CLOSE) throw new Unfit('Rest', { rest: this.#text.slice(this.#at, this.#at + 12) });
      this.#at += 1;
      return tree;
    }
    if (/[∪∩∖<≤>≥≠⦃∈∉ℝ]/.test(inside)) throw new Unfit('Rest', { rest: inside.trim().slice(0, 12) });
    this.#at = end + 1;
    return this.#conditions.points(this.#conditions.values(inside.replace(/[∨∧]/g, ';')), false);
  }

  /** What says something about the variable, or a value alone. */
  #condition(end: string): SetTree<string> {
    const from = this.#at;
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const sign = this.#text.charAt(this.#at);
      if (depth === 0 && (JOINS.includes(sign) || sign === CLOSE || (end !== '' && sign === end))) break;
      if (depth === 0 && /[;\n]/.test(sign)) break;
      if (depth === 0 && sign === ',' && !/\d,\d/.test(this.#text.slice(this.#at - 1, this.#at + 2))) break;
      if (/[({[]/.test(sign)) depth += 1;
      if (/[)}\]]/.test(sign)) depth -= 1;
    }
    const text = this.#text.slice(from, this.#at).trim();
    if (text === '') throw new Unfit('Operand', { sign: this.#peek() || this.#before() });
    return this.#conditions.condition(text);
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #before(): string {
    return this.#text.slice(0, this.#at).trim().slice(-1);
  }

  #skip(): void {
    while (/[^\S\n]/.test(this.#peek())) this.#at += 1;
  }
}
