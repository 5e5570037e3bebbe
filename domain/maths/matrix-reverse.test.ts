/** The backward pass of a layer, against its formulas and against differences. */
import { describe, expect, it } from 'vitest';
import { type Matrix, matrix, matrixFrom, product, toLists, transposed } from './matrix.ts';
import { type Elementwise, MatrixTape, type Tracked } from './matrix-reverse.ts';
import { mulberry32 } from './sample.ts';

const random = mulberry32(4);
const drawn = (rows: number, columns: number): Matrix => matrix(rows, columns, () => 2 * random() - 1);

/** Derivatives of Σ f(inputs) by central differences. */
function differences(f: (tape: MatrixTape, inputs: Tracked[]) => Tracked, inputs: readonly Matrix[]): Matrix[] {
  const h = 1e-6;
  const total = (moved: readonly Matrix[]): number => {
    const tape = new MatrixTape();
    return f(
      tape,
      moved.map((value) => tape.input(value)),
    ).value.data.reduce((sum, x) => sum + x, 0);
  };
  return inputs.map((value, k) =>
    matrix(value.rows, value.columns, (i, j) => {
      const shift = (by: number): Matrix[] =>
        inputs.map((other, l) =>
          l === k
            ? matrix(
                other.rows,
                other.columns,
                (r, c) => (other.data[r * other.columns + c] ?? 0) + (r === i && c === j ? by : 0),
              )
            : other,
        );
      return (total(shift(h)) - total(shift(-h))) / (2 * h);
    }),
  );
}

function expectSame(f: (tape: MatrixTape, inputs: Tracked[]) => Tracked, inputs: readonly Matrix[]): void {
  const tape = new MatrixTape();
  const tracked = inputs.map((value) => tape.input(value));
  const output = f(tape, tracked);
  const ones = matrix(output.value.rows, output.value.columns, () => 1);
  const exact = tape.gradients(output, tracked, ones);
  for (const [k, wanted] of differences(f, inputs).entries()) {
    for (const [place, value] of wanted.data.entries())
      expect(exact[k]?.data[place] ?? Number.NaN).toBeCloseTo(value, 6);
  }
}

describe('a linear layer', () => {
  it('has dX = dY Wᵀ, dW = Xᵀ dY and db the sum over rows', () => {
    const [x, w, b, dy] = [drawn(4, 3), drawn(3, 2), drawn(1, 2), drawn(4, 2)];
    const tape = new MatrixTape();
    const inputs = [tape.input(x), tape.input(w), tape.input(b)] as const;
    const y = tape.add(tape.product(inputs[0], inputs[1]), inputs[2]);
    const [dx, dw, db] = tape.gradients(y, inputs, dy);
    expect(dx).toEqual(product(dy, transposed(w)));
    expect(dw).toEqual(product(transposed(x), dy));
    expect(db && toLists(db)).toEqual([
      [0, 1].map((j) => [0, 1, 2, 3].reduce((sum, i) => sum + (dy.data[i * 2 + j] ?? 0), 0)),
    ]);
  });
});

describe('matrix operations agree with differences', () => {
  const functions: readonly Elementwise[] = ['tanh', 'sigmoid', 'exp', 'sin', 'relu', 'atan'];
  it.each(functions)('a layer with %s', (name) => {
    expectSame(
      (t, [x, w, b]) => (x && w && b ? t.apply(name, t.add(t.product(x, w), b)) : t.input(matrix(1, 1))),
      [drawn(4, 3), drawn(3, 2), drawn(1, 2)],
    );
  });
  it('products entry by entry, differences, transposes, sums and scales', () => {
    expectSame(
      (t, [a, b]) => (a && b ? t.multiply(t.subtract(a, b), t.scale(a, 3)) : t.input(matrix(1, 1))),
      [drawn(3, 2), drawn(3, 2)],
    );
    expectSame(
      (t, [a, b]) => (a && b ? t.product(t.transpose(a), t.multiply(a, b)) : t.input(matrix(1, 1))),
      [drawn(3, 2), drawn(3, 1)],
    );
    expectSame(
      (t, [a]) => (a ? t.multiply(t.sum(a, 'rows'), t.sum(a, 'columns')) : t.input(matrix(1, 1))),
      [drawn(3, 2)],
    );
    expectSame((t, [a]) => (a ? t.multiply(a, t.sum(a)) : t.input(matrix(1, 1))), [drawn(2, 2)]);
  });
  it('gives 0 for what does not matter, and refuses shapes that do not fit', () => {
    const tape = new MatrixTape();
    const [a, b] = [tape.input(drawn(2, 2)), tape.input(drawn(2, 2))];
    expect(tape.gradients(tape.sum(a), [b]).map(toLists)).toEqual([
      [
        [0, 0],
        [0, 0],
      ],
    ]);
    expect(() => tape.gradients(a, [a])).toThrow(RangeError);
    expect(() => tape.product(a, tape.input(matrixFrom([[1, 2, 3]])))).toThrow(RangeError);
    expect(() => matrixFrom([[1], [1, 2]])).toThrow(RangeError);
  });
});
