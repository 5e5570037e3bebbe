/**
 * Reads formulas of scalars, vectors and matrices, as a lesson writes them: `sum((W x + b)^2)`, `X^T Y`, `mse(x @ w + b, y)`.
 *
 * A product without a sign, `@` and `·` are products of matrices; `⊙` and `.*` go entry by entry. Whole words are names,
 * so factors stand apart: `W x`, not `Wx`.
 *
 * Figures read more: lists in square brackets, comparisons, names with a point (`walk.x`), powers of any exponent, and
 * derivatives of functions that are defined beside them (`grad(L)(x, y)`).
 */
import { MAX_DEPTH, MAX_DIGITS, MAX_LENGTH, MAX_TOKENS } from './limits.ts';

type MatrixOperator = 'add' | 'subtract' | 'product' | 'entrywise' | 'divide' | 'times';
export type MatrixNode = { readonly at: number; readonly length: number } & (
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: MatrixOperator; readonly a: MatrixNode; readonly b: MatrixNode }
  | { readonly op: 'negate' | 'transpose'; readonly a: MatrixNode }
  | { readonly op: 'power'; readonly a: MatrixNode; readonly exponent: number }
  | { readonly op: 'call'; readonly name: string; readonly args: readonly MatrixNode[] }
  | { readonly op: 'list'; readonly items: readonly MatrixNode[] }
  | { readonly op: 'compare'; readonly how: Comparison; readonly a: MatrixNode; readonly b: MatrixNode }
  | { readonly op: 'raise'; readonly a: MatrixNode; readonly b: MatrixNode }
  | { readonly op: 'derivative'; readonly which: Derivative; readonly of: string; readonly args: readonly MatrixNode[] }
);
export type Comparison = '<' | '>' | '<=' | '>=' | '=';
/** The gradient of a function, or its matrix of second derivatives. */
export type Derivative = 'grad' | 'hess';
/** What is read: the formulas of answers, or those of figures as well. */
export type Grammar = 'answer' | 'figure';

/** Codes of messages/en/lesson-problems.json under `matrix`. */
export type MatrixProblemCode =
  | 'empty'
  | 'tooLong'
  | 'tooDeep'
  | 'character'
  | 'unclosed'
  | 'operand'
  | 'rest'
  | 'exponent'
  | 'name'
  | 'function'
  | 'count'
  | 'axis'
  | 'product'
  | 'star'
  | 'vectorProduct'
  | 'together'
  | 'same'
  | 'shape'
  | 'by'
  | 'result'
  | 'upstream'
  | 'compare'
  | 'pair'
  | 'number';

/** What is wrong, and where in the text (UTF-16 units). */
export type MatrixProblem = {
  readonly code: MatrixProblemCode;
  readonly at: number;
  readonly length: number;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Thrown inside the reading only; `compileMatrixFormula` turns it into a value. */
export class MatrixFailure extends Error {
  readonly problem: MatrixProblem;
  /** the formula in which it is, where there are several */
  within?: MatrixNode;
  constructor(
    code: MatrixProblemCode,
    { at, length }: { at: number; length: number },
    params: MatrixProblem['params'] = {},
  ) {
    super(code);
    this.problem = { code, at, length, params };
  }
}

type Token = { readonly text: string; readonly at: number; readonly length: number };
const TOKEN =
  /\s+|(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+|[\p{L}_][\p{L}\p{Nd}_]*|\.\*|\*\*|\^T(?![\p{L}\p{Nd}_])|[-+−*/^()@⊙·⋅×ᵀ²³,])/uy;
/** With a name's members, square brackets and comparisons. */
const FIGURE_TOKEN =
  /\s+|(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+|[\p{L}_][\p{L}\p{Nd}_]*(?:\.[\p{L}_][\p{L}\p{Nd}_]*)*|\.\*|\*\*|\^T(?![\p{L}\p{Nd}_])|[<>]=|[-+−*/^()[\]<>=≤≥@⊙·⋅×ᵀ²³,])/uy;
const isName = (text: string): boolean => /^[\p{L}_]/u.test(text) && text !== 'ᵀ';
const isNumber = (text: string): boolean => /^\.?\d/.test(text);

function tokens(text: string, sign: RegExp): Token[] {
  const whole = { at: 0, length: text.length };
  if (text.length > MAX_LENGTH) throw new MatrixFailure('tooLong', whole, { limit: MAX_LENGTH });
  const found: Token[] = [];
  sign.lastIndex = 0;
  while (sign.lastIndex < text.length) {
    const at = sign.lastIndex;
    const match = sign.exec(text);
    if (match === null) throw new MatrixFailure('character', { at, length: 1 }, { sign: text.charAt(at) });
    const [, token] = match;
    if (token === undefined) continue;
    if (isNumber(token) && token.length > MAX_DIGITS) throw new MatrixFailure('tooLong', whole, { limit: MAX_DIGITS });
    // ᵀ is a letter to Unicode: it ends the name that it stands at
    const cut = isName(token) ? token.indexOf('ᵀ') : -1;
    const taken = cut > 0 ? token.slice(0, cut) : token;
    sign.lastIndex = at + taken.length;
    found.push({ text: taken, at, length: taken.length });
  }
  if (found.length > MAX_TOKENS) throw new MatrixFailure('tooLong', whole, { limit: MAX_TOKENS });
  if (found.length === 0) throw new MatrixFailure('empty', { at: 0, length: 1 });
  return found;
}

const PRODUCTS = new Map<string, MatrixOperator>([
  ['@', 'product'],
  ['·', 'product'],
  ['⋅', 'product'],
  ['×', 'product'],
  ['⊙', 'entrywise'],
  ['.*', 'entrywise'],
  ['*', 'times'],
  ['/', 'divide'],
]);

const COMPARISONS = new Map<string, Comparison>([
  ['<', '<'],
  ['>', '>'],
  ['<=', '<='],
  ['≤', '<='],
  ['>=', '>='],
  ['≥', '>='],
  ['=', '='],
]);

/** The tree of a formula; throws MatrixFailure. Nesting is bounded, so that recursion is. */
export function parseMatrixFormula(text: string, grammar: Grammar = 'answer'): MatrixNode {
  const inFigure = grammar === 'figure';
  const list = tokens(text, inFigure ? FIGURE_TOKEN : TOKEN);
  let place = 0;
  let depth = 0;
  const end: Token = { text: '', at: text.length, length: 1 };
  const here = (): Token => list[place] ?? end;
  const from = (a: MatrixNode, b: { at: number; length: number }) => ({ at: a.at, length: b.at + b.length - a.at });

  const tree = whole();
  if (here() !== end) throw new MatrixFailure('rest', here(), { found: here().text });
  return tree;

  /** A sum, or two that are compared. */
  function whole(): MatrixNode {
    const left = sum();
    const how = inFigure ? COMPARISONS.get(here().text) : undefined;
    if (how === undefined) return left;
    place += 1;
    const right = sum();
    return { op: 'compare', how, a: left, b: right, ...from(left, right) };
  }

  function sum(): MatrixNode {
    depth += 1;
    if (depth > MAX_DEPTH) throw new MatrixFailure('tooDeep', here(), { limit: MAX_DEPTH });
    let left = product();
    for (let sign = here().text; sign === '+' || sign === '-' || sign === '−'; sign = here().text) {
      place += 1;
      const right = product();
      left = { op: sign === '+' ? 'add' : 'subtract', a: left, b: right, ...from(left, right) };
    }
    depth -= 1;
    return left;
  }

  function product(): MatrixNode {
    let left = signed();
    for (;;) {
      const next = here().text;
      const written = PRODUCTS.get(next);
      if (written !== undefined) place += 1;
      else if (!isName(next) && !isNumber(next) && next !== '(' && next !== '[') return left;
      const right = written === undefined ? power() : signed();
      left = { op: written ?? 'product', a: left, b: right, ...from(left, right) };
    }
  }

  /** A sign binds less than a power: −x^2 is −(x^2). */
  function signed(): MatrixNode {
    const { text: sign, at } = here();
    if (sign !== '-' && sign !== '−' && sign !== '+') return power();
    place += 1;
    depth += 1;
    if (depth > MAX_DEPTH) throw new MatrixFailure('tooDeep', here(), { limit: MAX_DEPTH });
    const a = signed();
    depth -= 1;
    return sign === '+' ? a : { op: 'negate', a, at, length: a.at + a.length - at };
  }

  function power(): MatrixNode {
    let base = atom();
    for (;;) {
      const token = here();
      if (token.text === '^T' || token.text === 'ᵀ') base = { op: 'transpose', a: base, ...from(base, token) };
      else if (token.text === '²' || token.text === '³')
        base = { op: 'power', a: base, exponent: token.text === '²' ? 2 : 3, ...from(base, token) };
      else if (token.text === '^' || token.text === '**') {
        place += 1;
        const negative = here().text === '-' || here().text === '−';
        if (negative) place += 1;
        const exponent = here();
        if (inFigure && !isNumber(exponent.text)) {
          const raised = atom();
          const b: MatrixNode = negative ? { ...raised, op: 'negate', a: raised } : raised;
          base = { op: 'raise', a: base, b, ...from(base, b) };
          continue;
        }
        if (!isNumber(exponent.text)) throw new MatrixFailure('exponent', exponent, { found: exponent.text || 'end' });
        base = { op: 'power', a: base, exponent: Number(exponent.text) * (negative ? -1 : 1), ...from(base, exponent) };
      } else return base;
      place += 1;
    }
  }

  function atom(): MatrixNode {
    const token = here();
    const { at, length } = token;
    if (isNumber(token.text)) {
      place += 1;
      return { op: 'number', value: Number(token.text), at, length };
    }
    if (token.text === '(') {
      place += 1;
      const inside = whole();
      close(token, ')');
      return { ...inside, at, length: here().at - at };
    }
    if (token.text === '[') {
      place += 1;
      const items = listed();
      close(token, ']');
      return { op: 'list', items, at, length: (list[place - 1]?.at ?? at) + 1 - at };
    }
    if (!isName(token.text)) throw new MatrixFailure('operand', token, { found: token.text || 'end' });
    place += 1;
    if (here().text !== '(' || here().at !== at + length) return { op: 'name', name: token.text, at, length };
    const open = here();
    place += 1;
    const args = listed();
    close(open, ')');
    const [of] = args;
    const which = inFigure && isDerivative(token.text) ? token.text : undefined;
    if (which !== undefined && args.length === 1 && of?.op === 'name' && here().text === '(') {
      const second = here();
      place += 1;
      const places = listed();
      close(second, ')');
      return { op: 'derivative', which, of: of.name, args: places, at, length: (list[place - 1]?.at ?? at) + 1 - at };
    }
    return { op: 'call', name: token.text, args, at, length: (list[place - 1]?.at ?? at) + 1 - at };
  }

  function listed(): MatrixNode[] {
    const found = [whole()];
    while (here().text === ',') {
      place += 1;
      found.push(whole());
    }
    return found;
  }

  function close(open: Token, sign: string): void {
    if (here().text !== sign) throw new MatrixFailure('unclosed', open);
    place += 1;
  }
}

function isDerivative(word: string): word is Derivative {
  return word === 'grad' || word === 'hess';
}
