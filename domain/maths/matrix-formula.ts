/**
 * Formulas of scalars, vectors and matrices with their exact derivatives: gradients, vector-Jacobian products, Jacobians.
 *
 * Glossary
 * - shape: as in NumPy. [] is a scalar, [n] a vector, [m, n] a matrix.
 * - upstream: the gradient of some loss by the formula's own value (v in v·J); it has that value's shape.
 */
import { type Matrix, matrix } from './matrix.ts';
import { type Built, buildMatrix, type Kind } from './matrix-build.ts';
import { MatrixFailure, type MatrixProblem, parseMatrixFormula } from './matrix-parse.ts';
import { MatrixTape } from './matrix-reverse.ts';

/** Numbers row by row. */
export type Tensor = { readonly shape: readonly number[]; readonly data: readonly number[] };

export type MatrixFormula = {
  readonly ok: true;
  /** of the formula's value */
  readonly shape: readonly number[];
  evaluate(values: Values): Tensor;
  /**
   * ∂/∂name of Σ upstream ⊙ formula for each of `by`, in the name's own shape: by reverse mode, exact to rounding.
   * Without `upstream` the formula must be a scalar (RangeError).
   */
  gradients(values: Values, by: readonly string[], upstream?: Tensor): Tensor[];
  /** ∂valueᵢ/∂nameⱼ as an m×n matrix, both numbered row by row; one sweep for each row. */
  jacobian(values: Values, by: string): Tensor;
};
type Values = ReadonlyMap<string, Tensor>;
export type MatrixFormulaProblem = { readonly ok: false; readonly problem: MatrixProblem };

/** Largest result of which a Jacobian is taken: so many sweeps. */
const MOST_ROWS = 4096;

/** Reads a formula over names of the given shapes; what does not fit is told with its place. Never throws. */
export function compileMatrixFormula(
  text: string,
  shapes: ReadonlyMap<string, readonly number[]>,
): MatrixFormula | MatrixFormulaProblem {
  try {
    for (const [name, shape] of shapes)
      if (shape.length > 2 || shape.some((length) => length < 1))
        throw new MatrixFailure('shape', { at: 0, length: text.length }, { name, shape: shapeText(shape) });
    const tree = parseMatrixFormula(text);
    const build = (values: Values) => {
      const tape = new MatrixTape();
      const inputs = new Map<string, Built>();
      for (const [name, shape] of shapes) {
        const value = values.get(name);
        if (value === undefined || !sameShape(value.shape, shape))
          throw new RangeError(`${name} has the shape ${shapeText(value?.shape ?? [])}, not ${shapeText(shape)}`);
        inputs.set(name, { kind: kindOf(shape), tracked: tape.input(matrixOf(value)) });
      }
      return { tape, inputs, root: buildMatrix(tree, tape, inputs) };
    };
    // shapes are checked by building once: there is one set of rules for both
    const ones = new Map([...shapes].map(([name, shape]) => [name, { shape, data: onesOf(shape) }]));
    const shape = shapeOfBuilt(build(ones).root);

    const gradients = (values: Values, by: readonly string[], upstream?: Tensor): Tensor[] => {
      const { tape, inputs, root } = build(values);
      if (upstream !== undefined && !sameShape(upstream.shape, shape))
        throw new RangeError(`upstream has the shape ${shapeText(upstream.shape)}, not ${shapeText(shape)}`);
      const asked = by.map((name) => {
        const input = inputs.get(name);
        if (input === undefined) throw new RangeError(`no ${name}`);
        return input;
      });
      const seed = upstream === undefined ? undefined : laidOut(matrixOf(upstream), root);
      const found = tape.gradients(
        root.tracked,
        asked.map(({ tracked }) => tracked),
        seed,
      );
      return asked.map((input, index) => tensorOf(found[index] ?? input.tracked.value, shapeOfBuilt(input)));
    };
    return {
      ok: true,
      shape,
      evaluate: (values) => tensorOf(build(values).root.tracked.value, shape),
      gradients,
      jacobian(values, by) {
        const size = sizeOf(shape);
        if (size > MOST_ROWS) throw new RangeError(`a Jacobian of ${size} rows`);
        const rows = Array.from({ length: size }, (_, row) => {
          const seed = { shape, data: Array.from({ length: size }, (_, index) => (index === row ? 1 : 0)) };
          return gradients(values, [by], seed)[0]?.data ?? [];
        });
        return { shape: [size, rows[0]?.length ?? 0], data: rows.flat() };
      },
    };
  } catch (failure) {
    if (failure instanceof MatrixFailure) return { ok: false, problem: failure.problem };
    throw failure;
  }
}

/** `4×3`, `3`, or `number` for a scalar. */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 0 ? 'number' : shape.join('×');
}

const kindOf = (shape: readonly number[]): Kind =>
  shape.length === 0 ? 'scalar' : shape.length === 1 ? 'vector' : 'matrix';

/** A vector is kept as a column. */
function matrixOf({ shape, data }: Tensor): Matrix {
  const [rows = 1, columns = 1] = shape;
  return { rows, columns, data: Float64Array.from(data) };
}

function laidOut(value: Matrix, { kind, tracked }: Built): Matrix {
  return kind === 'row' ? { ...value, rows: tracked.value.rows, columns: tracked.value.columns } : value;
}

const tensorOf = (value: Matrix, shape: readonly number[]): Tensor => ({ shape, data: [...value.data] });

function shapeOfBuilt({ kind, tracked: { value } }: Built): number[] {
  if (kind === 'scalar') return [];
  return kind === 'matrix' ? [value.rows, value.columns] : [value.rows * value.columns];
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((size, length) => size * length, 1);
const onesOf = (shape: readonly number[]): number[] => [...matrix(sizeOf(shape), 1, () => 1).data];
const sameShape = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((length, index) => length === other[index]);
