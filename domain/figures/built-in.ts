/** Functions that figures have beside those of matrix formulas. Each says undefined where its arguments are not what it takes. */
import { type Matrix, mapped, matrix } from '../maths/matrix.ts';
import type { Built } from '../maths/matrix-build.ts';
import type { MatrixTape } from '../maths/matrix-reverse.ts';

type BuiltIn = (args: readonly Built[], tape: MatrixTape) => Built | undefined;

/** `if(c, a, b)`: a where c is not 0. */
const choose: BuiltIn = ([c, a, b], tape) => {
  if (c === undefined || a === undefined || b === undefined) return undefined;
  const kind = a.kind === 'scalar' ? (b.kind === 'scalar' ? c.kind : b.kind) : a.kind;
  return { kind, tracked: tape.choose(c.tracked.value, a.tracked, b.tracked) };
};

/** The larger or smaller of two, entry by entry; the slope is that of the one that is taken. */
const extreme =
  (isMax: boolean): BuiltIn =>
  ([a, b], tape) => {
    if (a === undefined || b === undefined) return undefined;
    const first = tape.subtract(a.tracked, b.tracked).value;
    const mask = mapped(first, (x) => Number(isMax ? x >= 0 : x <= 0));
    return { kind: a.kind === 'scalar' ? b.kind : a.kind, tracked: tape.choose(mask, a.tracked, b.tracked) };
  };

/** Steps: they have no slope. */
const stepped =
  (of: (x: number) => number): BuiltIn =>
  ([a], tape) =>
    a && { kind: a.kind, tracked: tape.input(mapped(a.tracked.value, of)) };

/** How many entries are not 0. */
const count: BuiltIn = ([a], tape) =>
  a && { kind: 'scalar', tracked: tape.input(matrix(1, 1, () => a.tracked.value.data.filter((x) => x !== 0).length)) };

/** The length of a vector: √Σx². */
const norm: BuiltIn = ([a], tape) =>
  a && { kind: 'scalar', tracked: tape.apply('sqrt', tape.sum(tape.power(a.tracked, 2))) };

/** The last entry of a vector, the last row of a matrix; of a run, where it has come. */
const last: BuiltIn = ([a], tape) => {
  if (a === undefined) return undefined;
  const { rows, columns, data }: Matrix = a.tracked.value;
  if (a.kind !== 'matrix') return scalar(tape, data.at(-1));
  return {
    kind: 'vector',
    tracked: tape.input(matrix(columns, 1, (i) => data[(rows - 1) * columns + i] ?? Number.NaN)),
  };
};

/** `entry(a, i)` of a vector, `row(A, i)` of a matrix, counted from 1. */
const entry: BuiltIn = ([a, at], tape) =>
  a && at && scalar(tape, a.tracked.value.data[(at.tracked.value.data[0] ?? Number.NaN) - 1]);
const row: BuiltIn = ([a, at], tape) => {
  if (a === undefined || at === undefined) return undefined;
  const { columns, data } = a.tracked.value;
  const from = ((at.tracked.value.data[0] ?? Number.NaN) - 1) * columns;
  return { kind: 'vector', tracked: tape.input(matrix(columns, 1, (i) => data[from + i] ?? Number.NaN)) };
};

function scalar(tape: MatrixTape, value: number | undefined): Built {
  return { kind: 'scalar', tracked: tape.input(matrix(1, 1, () => value ?? Number.NaN)) };
}

export const BUILT_IN: Readonly<Record<string, BuiltIn>> = {
  ...{ if: choose, min: extreme(false), max: extreme(true), floor: stepped(Math.floor), round: stepped(Math.round) },
  ...{ sign: stepped(Math.sign), count, norm, last, entry, row },
};
