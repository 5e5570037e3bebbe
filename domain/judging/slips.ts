/**
 * Known slips in code that computes: what came is compared with wrong transforms of what was expected. A slip is named
 * only where its transform gives what came in every entry and the truth would not.
 */
import type { Slip } from './codes.ts';

import { isNumeric, type Numeric, numericOf, sameShape, sizeOf } from './numeric.ts';
import type { CallArgument, Reported } from './report.ts';
import { close, type Tolerance } from './tolerance.ts';

export interface Seen {
  expected: Reported;
  got: Reported;
  arguments: readonly CallArgument[];
  changed: readonly boolean[];
  tolerance: Tolerance;
}

/** The first slip that explains what came; null: none that we know. */
export function findSlip(seen: Seen): Slip | null {
  const whole = slipBetween(seen.expected, seen.got, seen);
  if (whole) return whole;
  const [wanted, came] = [itemsOf(seen.expected), itemsOf(seen.got)];
  if (wanted && came && wanted.length === came.length) {
    const slips = wanted.map((item, index) => {
      const got = came[index];
      if (got === undefined || agree(item, got, seen.tolerance)) return null;
      return slipBetween(item, got, seen) ?? 'unknown';
    });
    const named = slips.filter((slip) => slip !== null);
    if (isOrdered(wanted, came, seen.tolerance)) return 'wrongOrder';
    const [first] = named;
    if (first !== undefined && first !== 'unknown' && named.every((slip) => slip === first)) return first;
  }
  return seen.changed.some(Boolean) ? 'changedInput' : null;
}

function slipBetween(expected: Reported, got: Reported, seen: Seen): Slip | null {
  const [wanted, came] = [numericOf(expected), numericOf(got)];
  if (!isNumeric(wanted) || !isNumeric(came) || wanted.data.length === 0) return null;
  const same = (data: readonly number[]): boolean =>
    data.length === came.data.length &&
    data.every((value, index) => close(value, came.data[index] ?? Number.NaN, seen.tolerance));
  if (!sameShape(wanted.shape, came.shape)) {
    if (isTransposedShape(wanted.shape, came.shape) && same(transpose(wanted))) return 'transposed';
    if (came.shape.length === 1 && same(wanted.data)) return 'flattened';
    return axisSlip(wanted, came, seen);
  }
  if (isIntegerStep(wanted, came, seen)) return 'integerStep';
  // zeros agree with all their multiples: nothing to be learnt from them
  if (came.data.every((value) => value === 0) || wanted.data.every((value) => value === 0)) return null;
  const times = (factor: number): boolean => same(wanted.data.map((value) => value * factor));
  const start = startOf(seen.arguments, wanted);
  if (start && same(wanted.data.map((value, index) => 2 * (start[index] ?? 0) - value))) return 'ascent';
  if (times(-1)) return 'sign';
  if (isTransposedShape(wanted.shape, came.shape) && same(transpose(wanted))) return 'transposed';
  if (got.t === 'array' && /^u?int/i.test(got.dtype) && isTruncated(wanted, came)) return 'truncated';
  if (axisSlip(wanted, came, seen)) return 'wrongAxis';
  if (times(2)) return 'doubled';
  if (times(0.5)) return 'halved';
  if (batchSizes(seen.arguments).some((size) => times(1 / size))) return 'meanNotSum';
  return isStepFactor(wanted, came) ? 'notDivided' : null;
}

/** Whole numbers where decimals were cut off; what is cut may itself be a little off, as finite differences are. */
function isTruncated(wanted: Numeric, came: Numeric): boolean {
  const OFF = 0.01;
  return wanted.data.every((value, index) => {
    const got = came.data[index] ?? Number.NaN;
    return [value, value - OFF, value + OFF].some((near) => Math.trunc(near) === got);
  });
}

/**
 * A finite difference at a point that is kept in an array of whole numbers: a small step added to an entry is cut off, so
 * f(x + h) − f(x) is zero; subtracted it becomes a whole step, which divided by h is far too large.
 */
function isIntegerStep(wanted: Numeric, came: Numeric, { arguments: given }: Seen): boolean {
  if (!given.some((argument) => argument.type === 'array' && argument.dtype === 'int64')) return false;
  const size = Math.max(1, ...wanted.data.map(Math.abs));
  const lost = wanted.data.flatMap((value, index) => (Math.abs(value) > 1e-3 * size ? [came.data[index] ?? 0] : []));
  const isZero = lost.every((value) => value === 0) && came.data.every((value) => value === 0);
  return lost.length > 0 && (isZero || lost.every((value) => Math.abs(value) > 1_000 * size));
}

/** The point that a step starts from: the first numbers among the arguments, or an array as large as the result. */
function startOf(given: readonly CallArgument[], wanted: Numeric): number[] | null {
  const array = given.find((argument) => argument.type === 'array' && sameShape(argument.shape, wanted.shape));
  if (array?.type === 'array') return array.data;
  const numbers: number[] = [];
  for (const argument of given) {
    if ((argument.type === 'value' || argument.type === 'float') && typeof argument.value === 'number')
      numbers.push(argument.value);
  }
  return numbers.length >= wanted.data.length ? numbers.slice(0, wanted.data.length) : null;
}

/** All entries are the truth times one factor between 1e-12 and 1e-2: a difference that was not divided by its step. */
function isStepFactor(wanted: Numeric, came: Numeric): boolean {
  const factors = wanted.data.flatMap((value, index) => {
    const got = came.data[index] ?? 0;
    return Math.abs(value) < 1e-3 ? [] : [got / value];
  });
  const [first] = factors;
  if (first === undefined || factors.length < 2 || Math.abs(first) > 1e-2 || Math.abs(first) < 1e-12) return false;
  return factors.every((factor) => Math.abs(factor - first) <= 0.02 * Math.abs(first));
}

/** Where the truth is the sum of a matrix over its first axis, and what came is its sum over the second, or over both. */
function axisSlip(wanted: Numeric, came: Numeric, { arguments: given, tolerance }: Seen): Slip | null {
  for (const argument of given) {
    if (argument.type !== 'array' || argument.shape.length !== 2) continue;
    const [rows = 0, columns = 0] = argument.shape;
    const at = (row: number, column: number): number => argument.data[row * columns + column] ?? 0;
    const byColumn = range(columns).map((column) => total(range(rows).map((row) => at(row, column))));
    const byRow = range(rows).map((row) => total(range(columns).map((column) => at(row, column))));
    const all = (one: readonly number[], other: readonly number[]): boolean =>
      one.length === other.length && one.every((value, index) => close(value, other[index] ?? Number.NaN, tolerance));
    const wrong = [byRow, byColumn, [total(byRow)]];
    if (all(byColumn, wanted.data) || all(byRow, wanted.data)) {
      if (wrong.some((sum) => all(sum, came.data) && !all(sum, wanted.data))) return 'wrongAxis';
    }
  }
  return null;
}

/** Each item that came is an expected one, but they stand in another order. */
function isOrdered(wanted: readonly Reported[], came: readonly Reported[], tolerance: Tolerance): boolean {
  const rest = [...wanted];
  for (const got of came) {
    const index = rest.findIndex((item) => agree(item, got, tolerance));
    if (index < 0) return false;
    rest.splice(index, 1);
  }
  return !wanted.every((item, index) => agree(item, came[index] ?? { t: 'none' }, tolerance));
}

function agree(expected: Reported, got: Reported, tolerance: Tolerance): boolean {
  const [wanted, came] = [numericOf(expected), numericOf(got)];
  if (!isNumeric(wanted) || !isNumeric(came) || !sameShape(wanted.shape, came.shape)) return false;
  return wanted.data.every((value, index) => close(value, came.data[index] ?? Number.NaN, tolerance));
}

/** Lengths of the first axis of arrays with two: over how many samples a sum may have been made a mean. */
function batchSizes(given: readonly CallArgument[]): number[] {
  return given.flatMap((argument) => {
    const size = argument.type === 'array' && argument.shape.length === 2 ? (argument.shape[0] ?? 1) : 1;
    return size > 2 ? [size] : [];
  });
}

const isTransposedShape = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === 2 && other.length === 2 && one[0] === other[1] && one[1] === other[0] && sizeOf(one) > 1;

function transpose({ shape: [rows = 0, columns = 0], data }: Numeric): number[] {
  return range(columns).flatMap((column) => range(rows).map((row) => data[row * columns + column] ?? 0));
}

const itemsOf = (value: Reported): readonly Reported[] | null =>
  value.t === 'list' || value.t === 'tuple' ? value.v : null;
const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
