/** Slips that show in the shape: transposed, flattened, an axis too many or missing, broadcast, reduced along the wrong axis. */
import type { Slip } from './codes.ts';
import { type Numeric, sameShape, sizeOf } from './numeric.ts';
import type { CallArgument } from './report.ts';
import { close, type Tolerance } from './tolerance.ts';

/** For two of different shapes; `same`: whether these numbers, row by row, are what came. */
export function shapeSlip(wanted: Numeric, came: Numeric, same: (data: readonly number[]) => boolean): Slip | null {
  if (isTransposedShape(wanted.shape, came.shape) && same(transpose(wanted))) return 'transposed';
  if (sameShape(squeezed(wanted.shape), squeezed(came.shape)) && same(wanted.data)) {
    if (came.shape.length !== wanted.shape.length)
      return came.shape.length > wanted.shape.length ? 'extraAxis' : 'missingAxis';
  }
  if (came.shape.length === 1 && same(wanted.data)) return 'flattened';
  return isBroadcast(wanted, came) ? 'broadcast' : null;
}

/** (n,) combined with (n, 1) is (n, n) in NumPy: what was meant stands on the diagonal. */
function isBroadcast(wanted: Numeric, came: Numeric): boolean {
  const size = sizeOf(wanted.shape);
  if (size < 2 || squeezed(wanted.shape).length !== 1 || !sameShape(came.shape, [size, size])) return false;
  const near: Tolerance = { absolute: 1e-9, relative: 1e-6 };
  return wanted.data.every((value, index) => close(value, came.data[index * (size + 1)] ?? Number.NaN, near));
}

const REDUCTIONS: readonly ((values: readonly number[]) => number)[] = [
  total,
  (values) => total(values) / values.length,
  (values) => Math.max(...values),
  (values) => Math.min(...values),
];

/**
 * Where the truth is the sum, mean, maximum or minimum of a matrix along one axis, and what came is the same along the
 * other, or along both.
 */
export function axisSlip(
  wanted: Numeric,
  came: Numeric,
  given: readonly CallArgument[],
  tolerance: Tolerance,
): Slip | null {
  const all = (one: readonly number[], other: readonly number[]): boolean =>
    one.length === other.length && one.every((value, index) => close(value, other[index] ?? Number.NaN, tolerance));
  for (const argument of given) {
    if (argument.type !== 'array' || argument.shape.length !== 2) continue;
    const [rows = 0, columns = 0] = argument.shape;
    const at = (row: number, column: number): number => argument.data[row * columns + column] ?? 0;
    for (const reduce of REDUCTIONS) {
      const byColumn = range(columns).map((column) => reduce(range(rows).map((row) => at(row, column))));
      const byRow = range(rows).map((row) => reduce(range(columns).map((column) => at(row, column))));
      if (!all(byColumn, wanted.data) && !all(byRow, wanted.data)) continue;
      const wrong = [byRow, byColumn, [reduce(argument.data)]];
      if (wrong.some((sums) => all(sums, came.data) && !all(sums, wanted.data))) return 'wrongAxis';
    }
  }
  return null;
}

export const isTransposedShape = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === 2 && other.length === 2 && one[0] === other[1] && one[1] === other[0] && sizeOf(one) > 1;

export function transpose({ shape: [rows = 0, columns = 0], data }: Numeric): number[] {
  return range(columns).flatMap((column) => range(rows).map((row) => data[row * columns + column] ?? 0));
}

/** A shape without its axes of length 1. */
const squeezed = (shape: readonly number[]): number[] => shape.filter((length) => length !== 1);
const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
