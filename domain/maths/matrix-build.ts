/**
 * Builds a formula of matrices on a tape: what each operation means, and which shapes it takes.
 *
 * Kinds: a vector is kept as a column and is neither row nor column until it is transposed (`x^T` is a `row`). Beside a
 * matrix a vector is added to every row, as NumPy does it and as a bias is.
 */
import { mapped, matrix } from './matrix.ts';
import { type Comparison, type Derivative, MatrixFailure, type MatrixNode } from './matrix-parse.ts';
import type { Elementwise, MatrixTape, Tracked } from './matrix-reverse.ts';

export type Kind = 'scalar' | 'vector' | 'row' | 'matrix';
export type Built = { readonly kind: Kind; readonly tracked: Tracked };
type Inputs = Pick<ReadonlyMap<string, Built>, 'get' | 'keys'>;
/** Functions that are defined beside a formula. */
export interface OwnFunctions {
  has(name: string): boolean;
  /** @param tape on which the arguments are, and the result has to be */
  call(name: string, args: readonly Built[], tape: MatrixTape, node: MatrixNode): Built;
  derivative(which: Derivative, name: string, args: readonly Built[], tape: MatrixTape, node: MatrixNode): Built;
}

/** Functions of each entry, by the names that formulas have for them. */
export const ELEMENTWISE: Readonly<Record<string, Elementwise>> = {
  exp: 'exp',
  ln: 'ln',
  log: 'ln',
  sqrt: 'sqrt',
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  asin: 'asin',
  acos: 'acos',
  atan: 'atan',
  arctan: 'atan',
  sinh: 'sinh',
  cosh: 'cosh',
  tanh: 'tanh',
  abs: 'abs',
  relu: 'relu',
  sigmoid: 'sigmoid',
};
/** Functions by how many arguments they take. */
const COUNTS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  sum: [1, 2],
  mean: [1, 2],
  softmax: [1, 1],
  dot: [2, 2],
  mse: [2, 2],
  bce: [2, 2],
  cross_entropy: [2, 2],
};
/** Names a formula can call, for messages. */
export const MATRIX_FUNCTIONS: readonly string[] = [...Object.keys(COUNTS), ...Object.keys(ELEMENTWISE)];

/** What a comparison asks. */
export const COMPARE: Readonly<Record<Comparison, (x: number, y: number) => boolean>> = {
  '<': (x, y) => x < y,
  '>': (x, y) => x > y,
  '<=': (x, y) => x <= y,
  '>=': (x, y) => x >= y,
  '=': (x, y) => x === y,
};

/**
 * Throws MatrixFailure, with the place, where shapes do not fit.
 * @param own functions that are defined beside the formula; they win over those that there are
 */
export function buildMatrix(root: MatrixNode, tape: MatrixTape, inputs: Inputs, own?: OwnFunctions): Built {
  return build(root);

  function build(node: MatrixNode): Built {
    switch (node.op) {
      case 'number':
        return constant(node.value);
      case 'name': {
        const found = inputs.get(node.name);
        if (found === undefined)
          throw new MatrixFailure('name', node, { name: node.name, known: [...inputs.keys()].join(', ') });
        return found;
      }
      case 'negate': {
        const a = build(node.a);
        return { kind: a.kind, tracked: tape.scale(a.tracked, -1) };
      }
      case 'transpose':
        return transpose(build(node.a));
      case 'power': {
        const a = build(node.a);
        return { kind: a.kind, tracked: tape.power(a.tracked, node.exponent) };
      }
      case 'call':
        return call(node);
      case 'list':
        return listed(node);
      case 'compare': {
        const [a, b] = [build(node.a), build(node.b)];
        const { kind, tracked } = together('subtract', a, b, node);
        // how two compare is a step: it has no slope
        return { kind, tracked: tape.input(mapped(tracked.value, (x) => Number(COMPARE[node.how](x, 0)))) };
      }
      case 'raise': {
        const [a, b] = [build(node.a), build(node.b)];
        if (b.kind !== 'scalar' && a.kind !== b.kind) throw new MatrixFailure('together', node, both(a, b));
        return { kind: a.kind, tracked: tape.raise(a.tracked, b.tracked) };
      }
      case 'derivative': {
        if (own === undefined)
          throw new MatrixFailure('function', node, { name: node.which, known: MATRIX_FUNCTIONS.join(', ') });
        return own.derivative(node.which, node.of, node.args.map(build), tape, node);
      }
      default: {
        const [a, b] = [build(node.a), build(node.b)];
        if (node.op === 'product') return product(a, b, node);
        if (node.op === 'times') {
          if (a.kind !== 'scalar' && b.kind !== 'scalar') throw new MatrixFailure('star', node, both(a, b));
          return together('multiply', a, b, node);
        }
        if (node.op === 'divide') return together('multiply', a, { ...b, tracked: tape.power(b.tracked, -1) }, node);
        return together(node.op === 'entrywise' ? 'multiply' : node.op, a, b, node);
      }
    }
  }

  /** Numbers are a vector; lists written in it are the rows of a matrix, and vectors by name its columns. */
  function listed({ items, ...node }: Extract<MatrixNode, { op: 'list' }>): Built {
    const parts = items.map(build);
    const [first] = parts;
    if (first === undefined) throw new MatrixFailure('operand', node, { found: ']' });
    const odd = parts.find((part) => part.kind !== first.kind || !sameSize(part, first));
    if (odd !== undefined || first.kind === 'matrix')
      throw new MatrixFailure('together', node, both(first, odd ?? first));
    const stacked = tape.stack(parts.map(({ tracked }) => tracked));
    if (first.kind === 'scalar') return { kind: 'vector', tracked: stacked };
    const areRows = first.kind === 'row' || items[0]?.op === 'list';
    return { kind: 'matrix', tracked: areRows ? stacked : tape.transpose(stacked) };
  }

  function constant(value: number): Built {
    return { kind: 'scalar', tracked: tape.input(matrix(1, 1, () => value)) };
  }

  function transpose(a: Built): Built {
    if (a.kind === 'scalar') return a;
    const kind = a.kind === 'vector' ? 'row' : a.kind === 'row' ? 'vector' : 'matrix';
    return { kind, tracked: tape.transpose(a.tracked) };
  }

  function product(a: Built, b: Built, node: MatrixNode): Built {
    if (a.kind === 'scalar' || b.kind === 'scalar') return together('multiply', a, b, node);
    // between two vectors it is the sum of their products where figures are drawn; answers write dot(a, b)
    if (own !== undefined && a.kind === 'vector' && b.kind === 'vector' && sameSize(a, b))
      return { kind: 'scalar', tracked: tape.sum(tape.multiply(a.tracked, b.tracked)) };
    if (a.kind === 'vector' && b.kind !== 'row') throw new MatrixFailure('vectorProduct', node, both(a, b));
    if (a.tracked.value.columns !== b.tracked.value.rows) throw new MatrixFailure('product', node, both(a, b));
    const kind =
      a.kind === 'row' ? (b.kind === 'vector' ? 'scalar' : 'row') : b.kind === 'vector' ? 'vector' : 'matrix';
    return { kind, tracked: tape.product(a.tracked, b.tracked) };
  }

  /** Entry by entry, with repetition as in NumPy. */
  function together(how: 'add' | 'subtract' | 'multiply', a: Built, b: Built, node: MatrixNode): Built {
    if ((a.kind === 'vector' && b.kind === 'row') || (a.kind === 'row' && b.kind === 'vector'))
      throw new MatrixFailure('together', node, both(a, b));
    const isMatrix = a.kind === 'matrix' || b.kind === 'matrix';
    const laid = (one: Built): Tracked =>
      isMatrix && one.kind === 'vector' ? tape.transpose(one.tracked) : one.tracked;
    const [x, y] = [laid(a), laid(b)];
    const fits = (m: number, n: number): boolean => m === n || m === 1 || n === 1;
    if (!fits(x.value.rows, y.value.rows) || !fits(x.value.columns, y.value.columns))
      throw new MatrixFailure('together', node, both(a, b));
    const kind = isMatrix ? 'matrix' : a.kind === 'scalar' ? b.kind : a.kind;
    return { kind, tracked: tape[how](x, y) };
  }

  function call(node: Extract<MatrixNode, { op: 'call' }>): Built {
    if (own?.has(node.name)) return own.call(node.name, node.args.map(build), tape, node);
    const elementwise = Object.hasOwn(ELEMENTWISE, node.name) ? ELEMENTWISE[node.name] : undefined;
    const count = elementwise ? ([1, 1] as const) : Object.hasOwn(COUNTS, node.name) ? COUNTS[node.name] : undefined;
    if (count === undefined)
      throw new MatrixFailure('function', node, { name: node.name, known: MATRIX_FUNCTIONS.join(', ') });
    const [first, second] = node.args;
    if (first === undefined || node.args.length < count[0] || node.args.length > count[1])
      throw new MatrixFailure('count', node, { name: node.name, found: node.args.length, expected: count[1] });
    const a = build(first);
    if (elementwise) return { kind: a.kind, tracked: tape.apply(elementwise, a.tracked) };
    if (node.name === 'softmax') return softmax(a);
    if (node.name === 'sum' || node.name === 'mean') return sum(node.name, a, second);
    if (second === undefined) throw new MatrixFailure('count', node, { name: node.name, found: 1, expected: 2 });
    const b = build(second);
    if (a.kind !== b.kind || !sameSize(a, b)) throw new MatrixFailure('same', node, { name: node.name, ...both(a, b) });
    switch (node.name) {
      case 'dot':
        return { kind: 'scalar', tracked: tape.sum(tape.multiply(a.tracked, b.tracked)) };
      case 'mse':
        return mean(tape.power(tape.subtract(a.tracked, b.tracked), 2));
      case 'bce':
        return bce(a.tracked, b.tracked);
      default:
        return crossEntropy(a, b);
    }
  }

  /** `sum(A)`, `sum(A, 0)` over the rows (one value a column), `sum(A, 1)`; means likewise. */
  function sum(name: 'sum' | 'mean', a: Built, axis: MatrixNode | undefined): Built {
    const { rows, columns } = a.tracked.value;
    if (axis === undefined) return name === 'mean' ? mean(a.tracked) : { kind: 'scalar', tracked: tape.sum(a.tracked) };
    const over = axis.op === 'number' && a.kind === 'matrix' ? axis.value : undefined;
    if (over !== 0 && over !== 1) throw new MatrixFailure('axis', axis, { name, shape: textOf(a) });
    const summed = tape.sum(a.tracked, over === 0 ? 'rows' : 'columns');
    const scaled = name === 'mean' ? tape.scale(summed, 1 / (over === 0 ? rows : columns)) : summed;
    return { kind: 'vector', tracked: over === 0 ? tape.transpose(scaled) : scaled };
  }

  function mean(a: Tracked): Built {
    return { kind: 'scalar', tracked: tape.scale(tape.sum(a), 1 / (a.value.rows * a.value.columns)) };
  }

  /** Mean of −y ln p − (1 − y) ln(1 − p), p given first. */
  function bce(p: Tracked, y: Tracked): Built {
    const one = constant(1).tracked;
    const hit = tape.multiply(y, tape.apply('ln', p));
    const miss = tape.multiply(tape.subtract(one, y), tape.apply('ln', tape.subtract(one, p)));
    return mean(tape.scale(tape.add(hit, miss), -1));
  }

  /** z − ln Σ exp z along each row (a vector is one), its largest entry taken out first: nothing overflows. */
  function logSoftmax({ kind, tracked }: Built): Tracked {
    const z = kind === 'vector' ? tape.transpose(tracked) : tracked;
    const { rows, columns, data } = z.value;
    const peak = tape.input(matrix(rows, 1, (row) => Math.max(...data.subarray(row * columns, (row + 1) * columns))));
    const low = tape.subtract(z, peak);
    const result = tape.subtract(low, tape.apply('ln', tape.sum(tape.apply('exp', low), 'columns')));
    return kind === 'vector' ? tape.transpose(result) : result;
  }

  function softmax(a: Built): Built {
    return { kind: a.kind, tracked: tape.apply('exp', logSoftmax(a)) };
  }

  /** −Σ y ln softmax(z), the mean over rows; z given first. */
  function crossEntropy(z: Built, y: Built): Built {
    const samples = z.kind === 'matrix' ? z.tracked.value.rows : 1;
    const hits = tape.sum(tape.multiply(y.tracked, logSoftmax(z)));
    return { kind: 'scalar', tracked: tape.scale(hits, -1 / samples) };
  }
}

function sameSize(a: Built, b: Built): boolean {
  return a.tracked.value.rows === b.tracked.value.rows && a.tracked.value.columns === b.tracked.value.columns;
}

/** A shape in words of a lesson's author: `4×3`, `3`, `3 (transposed)`, `number`. */
function textOf({ kind, tracked: { value } }: Built): string {
  if (kind === 'scalar') return 'number';
  if (kind === 'matrix') return `${value.rows}×${value.columns}`;
  return kind === 'vector' ? String(value.rows) : `${value.columns} (transposed)`;
}

const both = (a: Built, b: Built): { left: string; right: string } => ({ left: textOf(a), right: textOf(b) });
