/** Small dense matrices of doubles, row by row. A vector is a matrix of one row or one column. */

export type Matrix = { readonly rows: number; readonly columns: number; readonly data: Float64Array };

/** A matrix of that size; zeros where nothing else is said. */
export function matrix(rows: number, columns: number, make: (row: number, column: number) => number = () => 0): Matrix {
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 1) for (let j = 0; j < columns; j += 1) data[i * columns + j] = make(i, j);
  return { rows, columns, data };
}

/** From nested lists, all rows of one length. */
export function matrixFrom(lists: readonly (readonly number[])[]): Matrix {
  const columns = lists[0]?.length ?? 0;
  if (lists.some((row) => row.length !== columns)) throw new RangeError('rows of different lengths');
  return matrix(lists.length, columns, (i, j) => lists[i]?.[j] ?? Number.NaN);
}

function entry(a: Matrix, row: number, column: number): number {
  return a.data[row * a.columns + column] ?? Number.NaN;
}

export function toLists(a: Matrix): number[][] {
  return Array.from({ length: a.rows }, (_, i) => Array.from(a.data.subarray(i * a.columns, (i + 1) * a.columns)));
}

/** (m×k)(k×n) → m×n. */
export function product(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) throw new RangeError(`${shapeOf(a)} times ${shapeOf(b)}`);
  return matrix(a.rows, b.columns, (i, j) => {
    let sum = 0;
    for (let k = 0; k < a.columns; k += 1) sum += entry(a, i, k) * entry(b, k, j);
    return sum;
  });
}

export function transposed(a: Matrix): Matrix {
  return matrix(a.columns, a.rows, (i, j) => entry(a, j, i));
}

/** Entry by entry; a row or column of one is repeated, as in NumPy. */
export function zipped(a: Matrix, b: Matrix, f: (x: number, y: number) => number): Matrix {
  const fits = (m: number, n: number): boolean => m === n || m === 1 || n === 1;
  if (!fits(a.rows, b.rows) || !fits(a.columns, b.columns)) throw new RangeError(`${shapeOf(a)} with ${shapeOf(b)}`);
  return matrix(Math.max(a.rows, b.rows), Math.max(a.columns, b.columns), (i, j) =>
    f(entry(a, a.rows === 1 ? 0 : i, a.columns === 1 ? 0 : j), entry(b, b.rows === 1 ? 0 : i, b.columns === 1 ? 0 : j)),
  );
}

export function mapped(a: Matrix, f: (x: number) => number): Matrix {
  return { rows: a.rows, columns: a.columns, data: a.data.map(f) };
}

/** Sums over what was repeated, so that the result has the given shape: the transpose of repeating. */
export function summedTo(a: Matrix, rows: number, columns: number): Matrix {
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < a.rows; i += 1) {
    for (let j = 0; j < a.columns; j += 1) {
      const place = (rows === 1 ? 0 : i) * columns + (columns === 1 ? 0 : j);
      data[place] = (data[place] ?? 0) + entry(a, i, j);
    }
  }
  return { rows, columns, data };
}

export function shapeOf(a: Matrix): string {
  return `${a.rows}×${a.columns}`;
}
