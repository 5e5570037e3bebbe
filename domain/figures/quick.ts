/**
 * Formulas that are worked out at thousands of places (curves, contours, surfaces): the same values as those of a tape,
 * without one. A formula is taken apart once into functions of where x, y, … stand; what it has no way for goes by the tape.
 */
import { COMPARE, ELEMENTWISE, type Kind } from '../maths/matrix-build.ts';
import type { MatrixNode } from '../maths/matrix-parse.ts';
import { elementwise } from '../maths/matrix-reverse.ts';
import { number, numberOf, type Scope } from './scope.ts';
import { treeOf } from './trees.ts';

type Quick = () => number;
interface Made {
  kind: Kind;
  rows: number;
  columns: number;
  parts: readonly Quick[];
}

/** Thrown where a formula has no quick way. */
class Slow extends Error {}

/** Deepest calls of own functions, each of which is laid open where it stands. */
const MOST_PARTS = 4_000;

/**
 * A formula as a function of some names' numbers, in their order; NaN where it has no number.
 * @param names what it is a function of, such as x and y
 */
export function quick(text: string, names: readonly string[], scope: Scope): (...at: number[]) => number {
  const node = treeOf(text);
  const at = names.map(() => 0);
  const slots = new Map(names.map((name, index) => [name, single(() => at[index] ?? Number.NaN)]));
  try {
    const made = new Compiler(scope).build(node, slots);
    const [part] = made.parts;
    if (made.kind !== 'scalar' || part === undefined) throw new Slow();
    return (...given) => {
      for (let index = 0; index < at.length; index += 1) at[index] = given[index] ?? Number.NaN;
      return part();
    };
  } catch (error) {
    // no quick way for something in it: the tape knows all
    if (!(error instanceof Slow)) throw error;
    return (...given) =>
      numberOf(scope.value(node, new Map(names.map((name, index) => [name, number(given[index] ?? Number.NaN)]))));
  }
}

const single = (part: Quick): Made => ({ kind: 'scalar', rows: 1, columns: 1, parts: [part] });

class Compiler {
  readonly #scope: Scope;
  #count = 0;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  build(node: MatrixNode, slots: ReadonlyMap<string, Made>): Made {
    this.#count += 1;
    if (this.#count > MOST_PARTS) throw new Slow();
    const of = (one: MatrixNode): Made => this.build(one, slots);
    switch (node.op) {
      case 'number':
        return single(() => node.value);
      case 'name':
        return slots.get(node.name) ?? this.#constant(node.name);
      case 'negate':
        return each(of(node.a), (x) => -x);
      case 'transpose':
        return transposed(of(node.a));
      case 'power': {
        const { exponent } = node;
        return each(of(node.a), exponent === 2 ? (x) => x * x : (x) => x ** exponent);
      }
      case 'raise':
        return together(of(node.a), of(node.b), (x, y) => x ** y);
      case 'compare': {
        const how = COMPARE[node.how];
        return together(of(node.a), of(node.b), (x, y) => Number(how(x - y, 0)));
      }
      case 'list':
        return listed(node, node.items.map(of));
      case 'call':
        return this.#call(node, node.args.map(of));
      case 'derivative':
        throw new Slow();
      case 'add':
        return together(of(node.a), of(node.b), (x, y) => x + y);
      case 'subtract':
        return together(of(node.a), of(node.b), (x, y) => x - y);
      case 'divide':
        return together(of(node.a), of(node.b), (x, y) => x / y);
      case 'product':
        return product(of(node.a), of(node.b));
      default:
        return together(of(node.a), of(node.b), (x, y) => x * y);
    }
  }

  #constant(name: string): Made {
    const value = this.#scope.get(name);
    if (value === undefined) throw new Slow();
    const { kind, of } = value;
    return { kind, rows: of.rows, columns: of.columns, parts: [...of.data].map((one) => () => one) };
  }

  #call({ name }: Extract<MatrixNode, { op: 'call' }>, args: readonly Made[]): Made {
    const own = this.#scope.own(name);
    if (own?.params != null) {
      if (own.params.length !== args.length) throw new Slow();
      const inside = new Map(own.params.flatMap((param, index) => (args[index] ? [[param, args[index]]] : [])));
      return this.build(own.node, inside as Map<string, Made>);
    }
    const [a, b, c] = args;
    if (a === undefined) throw new Slow();
    const unary = Object.hasOwn(ELEMENTWISE, name) ? ELEMENTWISE[name] : undefined;
    if (unary !== undefined && args.length === 1) return each(a, (x) => elementwise(unary, x));
    if (args.length === 1) return whole(name, a);
    if (b === undefined) throw new Slow();
    if (name === 'max' || name === 'min') return together(a, b, name === 'max' ? Math.max : Math.min);
    if (name === 'if' && c !== undefined && [a, b, c].every(({ kind }) => kind === 'scalar')) {
      const [is, yes, no] = [a.parts[0], b.parts[0], c.parts[0]];
      if (is && yes && no) return single(() => (is() === 0 ? no() : yes()));
    }
    if (args.length > 2 || a.kind !== b.kind || a.rows !== b.rows || a.columns !== b.columns) throw new Slow();
    if (name === 'dot') return total(together(a, b, (x, y) => x * y));
    if (name === 'mse') return mean(together(a, b, (x, y) => (x - y) ** 2));
    if (name === 'bce') return mean(together(a, b, (p, y) => -(y * Math.log(p) + (1 - y) * Math.log(1 - p))));
    throw new Slow();
  }
}

const ROUNDING: Readonly<Record<string, (x: number) => number>> = {
  floor: Math.floor,
  round: Math.round,
  sign: Math.sign,
};

/** Functions of one argument that look at all of it. */
function whole(name: string, a: Made): Made {
  const rounding = Object.hasOwn(ROUNDING, name) ? ROUNDING[name] : undefined;
  if (rounding !== undefined) return each(a, rounding);
  if (name === 'sum') return total(a);
  if (name === 'mean') return mean(a);
  if (name === 'norm') return each(total(each(a, (x) => x * x)), Math.sqrt);
  if (name === 'count') return total(each(a, (x) => Number(x !== 0)));
  throw new Slow();
}

function each(a: Made, of: (x: number) => number): Made {
  return { ...a, parts: a.parts.map((part) => () => of(part())) };
}

function total({ parts }: Made): Made {
  return single(() => {
    let sum = 0;
    for (const part of parts) sum += part();
    return sum;
  });
}

const mean = (a: Made): Made => each(total(a), (sum) => sum / a.parts.length);

function transposed(a: Made): Made {
  const kind = a.kind === 'vector' ? 'row' : a.kind === 'row' ? 'vector' : a.kind;
  const parts = Array.from({ length: a.parts.length }, (_, index) => {
    const [row, column] = [Math.floor(index / a.rows), index % a.rows];
    return a.parts[column * a.columns + row] ?? (() => Number.NaN);
  });
  return { kind, rows: a.columns, columns: a.rows, parts };
}

/** Entry by entry, with repetition as in NumPy (matrix-build.ts says the same of tapes). */
function together(a: Made, b: Made, of: (x: number, y: number) => number): Made {
  if ((a.kind === 'vector' && b.kind === 'row') || (a.kind === 'row' && b.kind === 'vector')) throw new Slow();
  const isMatrix = a.kind === 'matrix' || b.kind === 'matrix';
  const laid = (one: Made): Made => (isMatrix && one.kind === 'vector' ? transposed(one) : one);
  const [x, y] = [laid(a), laid(b)];
  const fits = (m: number, n: number): boolean => m === n || m === 1 || n === 1;
  if (!fits(x.rows, y.rows) || !fits(x.columns, y.columns)) throw new Slow();
  const [rows, columns] = [Math.max(x.rows, y.rows), Math.max(x.columns, y.columns)];
  const at = (one: Made, i: number, j: number): Quick =>
    one.parts[(one.rows === 1 ? 0 : i) * one.columns + (one.columns === 1 ? 0 : j)] ?? (() => Number.NaN);
  const parts = Array.from({ length: rows * columns }, (_, index) => {
    const [i, j] = [Math.floor(index / columns), index % columns];
    const [one, other] = [at(x, i, j), at(y, i, j)];
    return () => of(one(), other());
  });
  return { kind: isMatrix ? 'matrix' : a.kind === 'scalar' ? b.kind : a.kind, rows, columns, parts };
}

function product(a: Made, b: Made): Made {
  const times = (x: number, y: number): number => x * y;
  if (a.kind === 'scalar' || b.kind === 'scalar') return together(a, b, times);
  if (a.kind === 'vector' && b.kind === 'vector' && a.rows === b.rows) return total(together(a, b, times));
  if (a.kind === 'vector' || a.columns !== b.rows) throw new Slow();
  const [rows, { columns }] = [a.rows, b];
  const parts = Array.from({ length: rows * columns }, (_, index) => {
    const [i, j] = [Math.floor(index / columns), index % columns];
    const pairs = Array.from({ length: a.columns }, (_none, k): [Quick, Quick] => [
      a.parts[i * a.columns + k] ?? (() => Number.NaN),
      b.parts[k * columns + j] ?? (() => Number.NaN),
    ]);
    return () => {
      let sum = 0;
      for (const [one, other] of pairs) sum += one() * other();
      return sum;
    };
  });
  const kind = a.kind === 'row' ? (b.kind === 'vector' ? 'scalar' : 'row') : b.kind === 'vector' ? 'vector' : 'matrix';
  return { kind, rows, columns, parts };
}

/** As matrix-build.ts has it: numbers are a vector, lists written in it are rows, vectors by name columns. */
function listed({ items }: Extract<MatrixNode, { op: 'list' }>, parts: readonly Made[]): Made {
  const [first] = parts;
  if (first === undefined || first.kind === 'matrix') throw new Slow();
  if (parts.some((one) => one.kind !== first.kind || one.parts.length !== first.parts.length)) throw new Slow();
  const stacked: Made = {
    kind: first.kind === 'scalar' ? 'vector' : 'matrix',
    rows: parts.length,
    columns: first.parts.length,
    parts: parts.flatMap((one) => one.parts),
  };
  if (first.kind === 'scalar' || first.kind === 'row' || items[0]?.op === 'list') return stacked;
  return { ...transposed(stacked), kind: 'matrix' };
}
