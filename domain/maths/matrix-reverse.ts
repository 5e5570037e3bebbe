/**
 * Reverse mode over matrices: a computation is recorded as it is made, and one sweep back gives the derivative by
 * every matrix that went in. Enough for the backward pass of a layer.
 * Sources of the adjoints: Giles 2008, "Collected matrix derivative results for forward and reverse mode AD".
 */
import { unaryPartial } from './derivatives.ts';
import { type Matrix, mapped, matrix, product, shapeOf, summedTo, transposed, zipped } from './matrix.ts';
import { applyUnary, realNumbers } from './numbers.ts';
import type { Unary } from './tape.ts';

/** A matrix in a recorded computation. */
export type Tracked = { readonly value: Matrix; readonly index: number };

type Step = {
  readonly inputs: readonly Tracked[];
  readonly output: Tracked;
  readonly back: (adjoint: Matrix) => readonly Matrix[];
};

/** Functions applied entry by entry: those of a tape, and two of neural networks. */
export type Elementwise = Unary | 'relu' | 'sigmoid';

/** Records a computation over matrices as it is made; asked at its end, it gives the derivatives. */
export class MatrixTape {
  readonly #steps: Step[] = [];
  #count = 0;

  #track(value: Matrix): Tracked {
    this.#count += 1;
    return { value, index: this.#count - 1 };
  }

  #record(value: Matrix, inputs: readonly Tracked[], back: Step['back']): Tracked {
    const output = this.#track(value);
    this.#steps.push({ inputs, output, back });
    return output;
  }

  /** A matrix by which derivatives can be asked for. */
  input(value: Matrix): Tracked {
    return this.#track(value);
  }

  /** AB; Ā += C̄Bᵀ, B̄ += AᵀC̄. */
  product(a: Tracked, b: Tracked): Tracked {
    return this.#record(product(a.value, b.value), [a, b], (adjoint) => [
      product(adjoint, transposed(b.value)),
      product(transposed(a.value), adjoint),
    ]);
  }

  transpose(a: Tracked): Tracked {
    return this.#record(transposed(a.value), [a], (adjoint) => [transposed(adjoint)]);
  }

  /** a + b; a single row or column is repeated (a bias), and its derivative summed. */
  add(a: Tracked, b: Tracked): Tracked {
    return this.#record(
      zipped(a.value, b.value, (x, y) => x + y),
      [a, b],
      (adjoint) => [reduced(adjoint, a), reduced(adjoint, b)],
    );
  }

  subtract(a: Tracked, b: Tracked): Tracked {
    return this.#record(
      zipped(a.value, b.value, (x, y) => x - y),
      [a, b],
      (adjoint) => [
        reduced(adjoint, a),
        reduced(
          mapped(adjoint, (x) => -x),
          b,
        ),
      ],
    );
  }

  /** Entry by entry, with repetition. */
  multiply(a: Tracked, b: Tracked): Tracked {
    const times = (x: number, y: number): number => x * y;
    return this.#record(zipped(a.value, b.value, times), [a, b], (adjoint) => [
      reduced(zipped(adjoint, b.value, times), a),
      reduced(zipped(adjoint, a.value, times), b),
    ]);
  }

  scale(a: Tracked, factor: number): Tracked {
    return this.#record(
      mapped(a.value, (x) => x * factor),
      [a],
      (adjoint) => [mapped(adjoint, (x) => x * factor)],
    );
  }

  /** Each entry to a fixed power; d xⁿ = n xⁿ⁻¹, which is 0 for n = 0 wherever x is. */
  power(a: Tracked, exponent: number): Tracked {
    return this.#record(
      mapped(a.value, (x) => x ** exponent),
      [a],
      (adjoint) => [zipped(adjoint, a.value, (y, x) => (exponent === 0 ? 0 : y * exponent * x ** (exponent - 1)))],
    );
  }

  /** a^b entry by entry, where the exponent is computed too; d a^b = b a^(b−1) da + a^b ln a db. */
  raise(a: Tracked, b: Tracked): Tracked {
    const value = zipped(a.value, b.value, (x, y) => x ** y);
    const byBase = zipped(a.value, b.value, (x, y) => (y === 0 ? 0 : y * x ** (y - 1)));
    const byExponent = zipped(a.value, b.value, (x, y) => (x === 0 && y > 0 ? 0 : x ** y * Math.log(x)));
    const times = (x: number, y: number): number => x * y;
    return this.#record(value, [a, b], (adjoint) => [
      reduced(zipped(adjoint, byBase, times), a),
      reduced(zipped(adjoint, byExponent, times), b),
    ]);
  }

  /** Each entry of `yes` where the mask is not 0, of `no` elsewhere; a single row or column is repeated. */
  choose(mask: Matrix, yes: Tracked, no: Tracked): Tracked {
    const whole = zipped(
      zipped(yes.value, no.value, () => 0),
      mask,
      () => 0,
    );
    const wide = zipped(whole, mask, (_, m) => m);
    const other = zipped(whole, no.value, (_, x) => x);
    const value = zipped(whole, yes.value, (_, x) => x);
    for (const [at, kept] of wide.data.entries()) if (kept === 0) value.data[at] = other.data[at] ?? Number.NaN;
    const only = (adjoint: Matrix, isYes: boolean): Matrix =>
      zipped(adjoint, wide, (x, m) => ((m !== 0) === isYes ? x : 0));
    return this.#record(value, [yes, no], (adjoint) => [
      reduced(only(adjoint, true), yes),
      reduced(only(adjoint, false), no),
    ]);
  }

  /** Rows or columns of one length, one below the other as rows; their derivatives are those of the rows. */
  stack(rows: readonly Tracked[]): Tracked {
    const columns = rows[0]?.value.data.length ?? 0;
    const value = matrix(rows.length, columns, (i, j) => rows[i]?.value.data[j] ?? Number.NaN);
    return this.#record(value, rows, (adjoint) =>
      rows.map((row, i) => ({ ...row.value, data: adjoint.data.slice(i * columns, (i + 1) * columns) })),
    );
  }

  /** Sum of all entries (1×1), of each column (`rows`: 1×n) or of each row (`columns`: m×1). */
  sum(a: Tracked, over: 'all' | 'rows' | 'columns' = 'all'): Tracked {
    const rows = over === 'columns' ? a.value.rows : 1;
    const columns = over === 'rows' ? a.value.columns : 1;
    const repeat = (adjoint: Matrix): Matrix => zipped(matrix(a.value.rows, a.value.columns), adjoint, (_, y) => y);
    return this.#record(summedTo(a.value, rows, columns), [a], (adjoint) => [repeat(adjoint)]);
  }

  /** A function of each entry. The slope of relu at 0 is 0. */
  apply(name: Elementwise, a: Tracked): Tracked {
    const value = mapped(a.value, (x) => elementwise(name, x));
    return this.#record(value, [a], (adjoint) => {
      const slopes = zipped(a.value, value, (x, y) => slope(name, x, y));
      return [zipped(adjoint, slopes, (x, y) => x * y)];
    });
  }

  /**
   * Derivatives by `inputs` of Σ seed ⊙ output; without a seed the output must be 1×1.
   * What the output does not depend on has the derivative 0.
   */
  gradients(output: Tracked, inputs: readonly Tracked[], seed?: Matrix): Matrix[] {
    if (seed === undefined && (output.value.rows !== 1 || output.value.columns !== 1))
      throw new RangeError(`no seed for ${shapeOf(output.value)}`);
    const adjoints = new Map<number, Matrix>([[output.index, seed ?? matrix(1, 1, () => 1)]]);
    for (const step of this.#steps.toReversed()) {
      const adjoint = adjoints.get(step.output.index);
      if (adjoint === undefined) continue;
      for (const [k, part] of step.back(adjoint).entries()) {
        const input = step.inputs[k];
        if (input === undefined) continue;
        const before = adjoints.get(input.index);
        adjoints.set(input.index, before === undefined ? part : zipped(before, part, (x, y) => x + y));
      }
    }
    return inputs.map((input) => adjoints.get(input.index) ?? matrix(input.value.rows, input.value.columns));
  }
}

const reduced = (adjoint: Matrix, to: Tracked): Matrix => summedTo(adjoint, to.value.rows, to.value.columns);

/** A function of one number. */
export function elementwise(name: Elementwise, x: number): number {
  if (name === 'relu') return Math.max(0, x);
  if (name === 'sigmoid') return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  return applyUnary(name, x);
}

function slope(name: Elementwise, x: number, y: number): number {
  if (name === 'relu') return x > 0 ? 1 : 0;
  if (name === 'sigmoid') return y * (1 - y);
  return unaryPartial(name, x, y, realNumbers) ?? Number.NaN;
}
