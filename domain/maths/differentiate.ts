/** Forward mode on a tape: for each node a node that holds its derivative, so that a derivative is a tape like any other. */
import { type Algebra, binaryPartials, unaryPartial } from './derivatives.ts';
import { type Binary, type TapeBuilder, TapeLimit, type Unary } from './tape.ts';

/** The builder as an algebra that leaves out what multiplies by one or zero; only derivatives are built with it. */
function tapeAlgebra(to: TapeBuilder): Algebra<number> {
  const is = (index: number, value: number): boolean => to.valueOf(index) === value;
  const folded = (op: Binary, a: number, b: number): number | undefined => {
    const x = to.valueOf(a);
    const y = to.valueOf(b);
    if (x === undefined || y === undefined || !Number.isInteger(x) || !Number.isInteger(y)) return undefined;
    const value = op === 'add' ? x + y : op === 'sub' ? x - y : op === 'mul' ? x * y : Number.NaN;
    return Number.isSafeInteger(value) ? to.number(value) : undefined;
  };
  return {
    number: (value) => to.number(value),
    unary: (op: Unary, a: number) => {
      const value = to.valueOf(a);
      return op === 'neg' && value !== undefined && Number.isInteger(value) ? to.number(-value) : to.unary(op, a);
    },
    binary: (op: Binary, a: number, b: number) => {
      const constant = folded(op, a, b);
      if (constant !== undefined) return constant;
      if (op === 'mul' && is(a, 1)) return b;
      if ((op === 'mul' || op === 'div' || op === 'pow') && is(b, 1)) return a;
      if ((op === 'add' || op === 'sub') && is(b, 0)) return a;
      if (op === 'add' && is(a, 0)) return b;
      return to.binary(op, a, b);
    },
  };
}

/** How a product, a call … is differentiated; the wrong rules of `slips` are given in the same shape. */
export type Rule = {
  readonly unary: (op: Unary, a: number, self: number, da: number, of: Algebra<number>) => number;
  readonly binary: (
    op: Binary,
    a: number,
    b: number,
    self: number,
    da: number | undefined,
    db: number | undefined,
    of: Algebra<number>,
  ) => number;
};

export const chainRule: Rule = {
  unary: (op, a, self, da, of) => {
    const partial = unaryPartial(op, a, self, of);
    if (partial === undefined) throw new TapeLimit();
    return of.binary('mul', partial, da);
  },
  binary: (op, a, b, self, da, db, of) => {
    const partials = binaryPartials(op, a, b, self, of);
    // (u/v)' = u'/v − (u/v)·v'/v and so on: only the parts that vary are made.
    const left = da === undefined ? undefined : of.binary('mul', partials.a(), da);
    const right = db === undefined ? undefined : of.binary('mul', partials.b(), db);
    if (left === undefined) return right ?? of.number(0);
    return right === undefined ? left : of.binary('add', left, right);
  },
};

/** Adds the derivative of node `root` by `variable` and returns its node. Throws TapeLimit where it grows too large. */
export function differentiate(to: TapeBuilder, root: number, variable: string, rule: Rule = chainRule): number {
  const of = tapeAlgebra(to);
  const derivatives: (number | undefined)[] = [];
  for (let i = 0; i <= root; i += 1) {
    const node = to.nodes[i];
    let derivative: number | undefined;
    if (node === undefined) continue;
    if (node.op === 'variable') derivative = node.name === variable ? of.number(1) : undefined;
    else if ('b' in node) {
      const da = derivatives[node.a];
      const db = derivatives[node.b];
      if (da !== undefined || db !== undefined) derivative = rule.binary(node.op, node.a, node.b, i, da, db, of);
    } else if ('a' in node) {
      const da = derivatives[node.a];
      if (da !== undefined) derivative = rule.unary(node.op, node.a, i, da, of);
    }
    derivatives[i] = derivative !== undefined && to.valueOf(derivative) === 0 ? undefined : derivative;
  }
  return derivatives[root] ?? of.number(0);
}
