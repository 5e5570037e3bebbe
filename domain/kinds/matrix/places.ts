/** Entries of a matrix by their places, and matrices as text. */

/** The most rows and columns that an answer has. */
export const MOST = 8;

/** Names an entry: `1-2` stands in the first row and the second column. */
export const placeOf = (row: number, column: number): string => `${row + 1}-${column + 1}`;

/** An entry as it is called on the page. */
export const placeLabel = (place: string): string => `(${place.replace('-', ', ')})`;

export interface Shape {
  rows: number;
  columns: number;
}

type Rows<T> = readonly (readonly T[])[];

export const shapeIn = (entries: Rows<unknown>): Shape => ({ rows: entries.length, columns: entries[0]?.length ?? 0 });

export const sameShape = (one: Shape, other: Shape): boolean =>
  one.rows === other.rows && one.columns === other.columns;

export const transposed = <T>(entries: Rows<T>): T[][] =>
  (entries[0] ?? []).map((_, column) => entries.flatMap((row) => row.slice(column, column + 1)));

/** In one line, as it can be typed: `[2x, 2y; 0, 1]`. */
export const matrixText = (entries: Rows<string>): string =>
  `[${entries.map((row) => row.map((text) => text.trim() || '…').join(', ')).join('; ')}]`;

/** Typeset, of entries that are typeset. */
export const matrixTex = (entries: Rows<string>): string =>
  `\\begin{pmatrix}${entries.map((row) => row.join(' & ')).join(' \\\\ ')}\\end{pmatrix}`;

/** The same entries in a matrix of another size: what is missing is empty, what is outside goes. */
export const resized = (entries: Rows<string>, { rows, columns }: Shape): string[][] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => entries[row]?.[column] ?? ''),
  );
