/**
 * What the names of a figure stand for at one state of its controls, and the value of any formula over them: numbers, vectors
 * and matrices, with exact derivatives. One of these is made anew whenever a control moves.
 */
import { type Matrix, matrix } from '../maths/matrix.ts';
import { type Built, buildMatrix, type Kind, MATRIX_FUNCTIONS, type OwnFunctions } from '../maths/matrix-build.ts';
import { MatrixFailure, type MatrixNode } from '../maths/matrix-parse.ts';
import { MatrixTape, type Tracked } from '../maths/matrix-reverse.ts';
import { BUILT_IN } from './built-in.ts';

/** A value by itself: `kind` says how its matrix is meant (a vector is a column). */
export interface Value {
  kind: Kind;
  of: Matrix;
}

/** `name(params) = node`; without parameters it is a value. */
export interface Definition {
  name: string;
  params: readonly string[] | null;
  node: MatrixNode;
}

export const number = (value: number): Value => ({ kind: 'scalar', of: matrix(1, 1, () => value) });
export const vector = (values: readonly number[]): Value => ({
  kind: 'vector',
  of: matrix(values.length, 1, (i) => values[i] ?? Number.NaN),
});
export const rows = (lists: readonly (readonly number[])[]): Value => ({
  kind: 'matrix',
  of: matrix(lists.length, lists[0]?.length ?? 0, (i, j) => lists[i]?.[j] ?? Number.NaN),
});
/** All its numbers, row by row. */
export const numbersOf = (value: Value): number[] => [...value.of.data];
/** Of a number; NaN of what has several. */
export const numberOf = ({ of: { data } }: Value): number => (data.length === 1 ? (data[0] ?? Number.NaN) : Number.NaN);
/** Rows of a matrix; the numbers of a vector, one a row. */
export function rowsOf({ kind, of }: Value): number[][] {
  if (kind !== 'matrix') return [...of.data].map((one) => [one]);
  return Array.from({ length: of.rows }, (_, i) => [...of.data.subarray(i * of.columns, (i + 1) * of.columns)]);
}

/** Step for second derivatives, which are differences of exact gradients: about the cube root of a double's precision. */
const STEP = 1e-5;

const CONSTANTS: readonly (readonly [string, Value])[] = [
  ['pi', number(Math.PI)],
  ['π', number(Math.PI)],
  ['e', number(Math.E)],
];

/** All names of a figure at one state. Formulas that do not fit throw MatrixFailure with the place in their text. */
export class Scope {
  readonly #values: Map<string, Value>;
  readonly #functions: Map<string, Definition>;

  constructor(
    values: Iterable<readonly [string, Value]> = CONSTANTS,
    functions: ReadonlyMap<string, Definition> = new Map(),
  ) {
    this.#values = new Map(values);
    this.#functions = new Map(functions);
  }

  /** The same with these names besides, which win. */
  with(names: Iterable<readonly [string, Value]>): Scope {
    return new Scope([...this.#values, ...names], this.#functions);
  }

  /** A name's value; undefined where it has none, or is a function. */
  get(name: string): Value | undefined {
    return this.#values.get(name);
  }

  /** Whether a name is a function, one that is defined or one that there is. */
  has(name: string): boolean {
    return this.#own.has(name) || MATRIX_FUNCTIONS.includes(name);
  }

  /** A function that is defined here. */
  own(name: string): Definition | undefined {
    return this.#functions.get(name);
  }

  set(name: string, value: Value): void {
    this.#values.set(name, value);
  }

  /** Works a value out now; a function is kept to be called. What comes later may use it, what came before does not. */
  define(one: Definition): void {
    if (one.params === null) this.set(one.name, this.value(one.node));
    else this.#functions.set(one.name, one);
  }

  /** @param extra names that are given for this formula alone, and win */
  value(node: MatrixNode, extra?: ReadonlyMap<string, Value>): Value {
    const tape = new MatrixTape();
    const { kind, tracked } = this.#build(node, tape, (name) =>
      this.#given(tape, extra?.get(name) ?? this.#values.get(name)),
    );
    return { kind, of: tracked.value };
  }

  /** A number at (x, y, …): what curves and contours are made of; NaN where the formula has none. */
  at(node: MatrixNode, coordinates: Readonly<Record<string, number>>): number {
    return numberOf(this.value(node, new Map(Object.entries(coordinates).map(([name, one]) => [name, number(one)]))));
  }

  /** The gradient of a number by some of its names, where they have these values: each as its name is shaped; exact. */
  slopes(node: MatrixNode, by: ReadonlyMap<string, Value>): Map<string, Value> {
    const tape = new MatrixTape();
    const inputs = [...by].map(([name, { kind, of }]) => [name, { kind, tracked: tape.input(of) }] as const);
    const given = new Map<string, Built>(inputs);
    const made = this.#build(node, tape, (name) => given.get(name) ?? this.#given(tape, this.#values.get(name)));
    if (made.kind !== 'scalar') throw new MatrixFailure('result', node, { shape: made.kind });
    const found = tape.gradients(
      made.tracked,
      inputs.map(([, { tracked }]) => tracked),
    );
    return new Map(
      inputs.map(([name, { kind, tracked }], index) => [name, { kind, of: found[index] ?? tracked.value }]),
    );
  }

  /**
   * Steps of a calculation on one tape, each over names before it: their values, and the gradients of the last by all.
   * @param inputs names that gradients are wanted of besides
   */
  calculation(
    steps: readonly { name: string; node: MatrixNode }[],
    inputs: readonly string[],
  ): { values: Map<string, Value>; gradients: Map<string, Value> } {
    const tape = new MatrixTape();
    const made = new Map<string, Built>();
    for (const name of inputs) {
      const value = this.#values.get(name);
      if (value !== undefined) made.set(name, { kind: value.kind, tracked: tape.input(value.of) });
    }
    for (const { name, node } of steps)
      made.set(
        name,
        this.#build(node, tape, (word) => made.get(word) ?? this.#given(tape, this.#values.get(word))),
      );
    const all = [...made];
    const values = new Map(all.map(([name, { kind, tracked }]) => [name, { kind, of: tracked.value }]));
    const last = steps.at(-1);
    const output = last && made.get(last.name);
    if (last === undefined || output === undefined) return { values, gradients: new Map() };
    if (output.kind !== 'scalar') throw new MatrixFailure('result', last.node, { shape: output.kind });
    const found = tape.gradients(
      output.tracked,
      all.map(([, { tracked }]) => tracked),
    );
    const gradients = new Map(
      all.map(([name, { kind, tracked }], index) => [name, { kind, of: found[index] ?? tracked.value }] as const),
    );
    return { values, gradients };
  }

  /** What there is to write, for a message: values first. */
  #named(): MapIterator<string> {
    return [...this.#values.keys(), ...this.#functions.keys()].values();
  }

  #given(tape: MatrixTape, value: Value | undefined): Built | undefined {
    return value && { kind: value.kind, tracked: tape.input(value.of) };
  }

  #build(node: MatrixNode, tape: MatrixTape, get: (name: string) => Built | undefined): Built {
    try {
      return buildMatrix(node, tape, { get, keys: () => this.#named() }, this.#own);
    } catch (error) {
      // the innermost formula is the one that does not fit: who called it is not told
      if (error instanceof MatrixFailure) error.within ??= node;
      throw error;
    }
  }

  /** A function's body over its arguments, on their tape: the derivative goes through. */
  #apply(one: Definition, args: readonly Built[], tape: MatrixTape, node: MatrixNode): Built {
    const { name, params, node: body } = one;
    if (params === null || params.length !== args.length)
      throw new MatrixFailure('count', node, { name, found: args.length, expected: params?.length ?? 0 });
    return this.#build(body, tape, (word) => args[params.indexOf(word)] ?? this.#given(tape, this.#values.get(word)));
  }

  readonly #own: OwnFunctions = {
    has: (name) => this.#functions.has(name) || Object.hasOwn(BUILT_IN, name),
    call: (name, args, tape, node) => {
      const own = this.#functions.get(name);
      if (own !== undefined) return this.#apply(own, args, tape, node);
      const made = BUILT_IN[name]?.(args, tape);
      if (made === undefined) throw new MatrixFailure('count', node, { name, found: args.length, expected: 1 });
      return made;
    },
    derivative: (which, name, args, tape, node) => {
      const own = this.#functions.get(name);
      if (own === undefined)
        throw new MatrixFailure('function', node, { name, known: [...this.#functions.keys()].join(', ') });
      const at = args.map(({ kind, tracked }): Value => ({ kind, of: tracked.value }));
      const found = which === 'grad' ? this.#gradient(own, at, node) : this.#hessian(own, at, node);
      return { kind: found.kind, tracked: tape.input(found.of) };
    },
  };

  /** By several numbers a vector; by one vector or matrix of its shape. */
  #gradient(own: Definition, at: readonly Value[], node: MatrixNode): Value {
    const tape = new MatrixTape();
    const inputs = at.map(({ kind, of }): Built => ({ kind, tracked: tape.input(of) }));
    const made = this.#apply(own, inputs, tape, node);
    if (made.kind !== 'scalar') throw new MatrixFailure('result', node, { shape: made.kind });
    const tracked = inputs.map((one): Tracked => one.tracked);
    const slopes = tape.gradients(made.tracked, tracked);
    const [first] = at;
    if (at.length === 1 && first !== undefined && first.kind !== 'scalar')
      return { kind: first.kind, of: slopes[0] ?? first.of };
    return vector(slopes.flatMap(({ data }) => [...data]));
  }

  #hessian(own: Definition, at: readonly Value[], node: MatrixNode): Value {
    const all = at.flatMap(({ of }) => [...of.data]);
    const moved = (which: number, by: number): Value[] => {
      let from = 0;
      return at.map(({ kind, of }) => {
        const data = of.data.map((one, index) => (from + index === which ? one + by : one));
        from += data.length;
        return { kind, of: { ...of, data } };
      });
    };
    const lists = all.map((one, which) => {
      const step = STEP * Math.max(1, Math.abs(one));
      const [more, less] = [step, -step].map((by) => numbersOf(this.#gradient(own, moved(which, by), node)));
      return all.map((_, index) => ((more?.[index] ?? 0) - (less?.[index] ?? 0)) / (2 * step));
    });
    return rows(lists);
  }
}
