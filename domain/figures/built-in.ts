/** Functions that figures have beside those of matrix formulas. Each says undefined where its arguments are not what it takes. */
import { mapped, matrix } from '../maths/matrix.ts';
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

/** One entry of a vector, counted from 0, or one row of a matrix as a vector; slopes go through. */
function picked(a: Built, index: number, tape: MatrixTape): Built {
  const { rows, columns } = a.tracked.value;
  const isMatrix = a.kind === 'matrix';
  const length = isMatrix ? rows : rows * columns;
  if (!(Number.isInteger(index) && index >= 0 && index < length)) {
    const none = matrix(isMatrix ? columns : 1, 1, () => Number.NaN);
    return { kind: isMatrix ? 'vector' : 'scalar', tracked: tape.input(none) };
  }
  // chosen, not multiplied: what runs away to infinity beside it does not touch it
  const mask = matrix(rows, isMatrix ? 1 : columns, (i, j) => Number((isMatrix ? i : i * columns + j) === index));
  const alone = tape.choose(mask, a.tracked, tape.input(matrix(1, 1)));
  return isMatrix
    ? { kind: 'vector', tracked: tape.transpose(tape.sum(alone, 'rows')) }
    : { kind: 'scalar', tracked: tape.sum(alone) };
}

/** The last entry of a vector, the last row of a matrix; of a run, where it ends. */
const last: BuiltIn = ([a], tape) =>
  a && picked(a, (a.kind === 'matrix' ? a.tracked.value.rows : a.tracked.value.data.length) - 1, tape);

/** `entry(a, i)` of a vector and `row(A, i)` of a matrix count from 1; `at(run.w, k)` counts steps, from 0. */
const counted =
  (from: 0 | 1): BuiltIn =>
  ([a, at], tape) =>
    a && at && picked(a, (at.tracked.value.data[0] ?? Number.NaN) - from, tape);

export const BUILT_IN: Readonly<Record<string, BuiltIn>> = {
  ...{ if: choose, min: extreme(false), max: extreme(true), floor: stepped(Math.floor), round: stepped(Math.round) },
  ...{ sign: stepped(Math.sign), count, norm, last },
  ...{ entry: counted(1), row: counted(1), at: counted(0) },
};
