/**
 * Known slips in code that computes: what came is compared with wrong transforms of what was expected. A slip is named
 * only where its transform gives what came in every entry and the truth would not.
 */
import type { Slip } from './codes.ts';
import { tensorOf } from './matrix-truth.ts';
import { isNumeric, type Numeric, numericOf, sameShape } from './numeric.ts';
import type { CallArgument, Reported } from './report.ts';
import { descentSlip } from './slip-descent.ts';
import { isIntegerStep, isOverflow, isTruncated } from './slip-integers.ts';
import { axisSlip, isTransposedShape, shapeSlip, transpose } from './slip-shapes.ts';
import { close, type Tolerance } from './tolerance.ts';
import { itemsAlongFirstAxis } from './unordered.ts';

export interface Seen {
  expected: Reported;
  got: Reported;
  arguments: readonly CallArgument[];
  changed: readonly boolean[];
  tolerance: Tolerance;
  /** a derivative of a function that was handed in is asked for */
  derives: boolean;
}

/** The first slip that explains what came; null: none that we know. */
export function findSlip(seen: Seen): Slip | null {
  const whole = slipBetween(seen.expected, seen.got, seen);
  if (whole) return whole;
  if (isReordered(itemsAlongFirstAxis(seen.expected), itemsAlongFirstAxis(seen.got), seen.tolerance))
    return 'wrongOrder';
  const [wanted, came] = [itemsOf(seen.expected), itemsOf(seen.got)];
  if (wanted && came && wanted.length === came.length) {
    const slips = wanted.map((item, index) => {
      const got = came[index];
      if (got === undefined || agree(item, got, seen.tolerance)) return null;
      return slipBetween(item, got, seen, index) ?? 'unknown';
    });
    const named = slips.filter((slip) => slip !== null);
    const [first] = named;
    if (first !== undefined && first !== 'unknown' && named.every((slip) => slip === first)) return first;
  }
  return seen.changed.some(Boolean) ? 'changedInput' : null;
}

/** @param item which one of several values this is; left out: the whole */
function slipBetween(expected: Reported, got: Reported, seen: Seen, item?: number): Slip | null {
  const [wanted, came] = [numericOf(expected), numericOf(got)];
  if (!isNumeric(wanted) || !isNumeric(came) || wanted.data.length === 0) return null;
  const same = (data: readonly number[]): boolean =>
    data.length === came.data.length &&
    data.every((value, index) => close(value, came.data[index] ?? Number.NaN, seen.tolerance));
  if (!sameShape(wanted.shape, came.shape)) {
    return shapeSlip(wanted, came, same) ?? axisSlip(wanted, came, seen.arguments, seen.tolerance);
  }
  if (isIntegerStep(wanted, came, seen.arguments)) return 'integerStep';
  const isIntegers = got.t === 'array' && /^u?int/i.test(got.dtype);
  if (isIntegers && isTruncated(wanted, came)) return 'truncated';
  if (isOverflow(wanted, came, got)) return 'overflow';
  // zeros agree with all their multiples: nothing to be learnt from them
  if (came.data.every((value) => value === 0) || wanted.data.every((value) => value === 0)) return null;
  const times = (factor: number): boolean => same(wanted.data.map((value) => value * factor));
  const start = startOf(seen.arguments, wanted, item);
  // of one small whole number nothing is to be learnt either: 3 and 9 are many things
  const isChance = wanted.data.length === 1 && [wanted, came].every(({ data: [one = 0] }) => isSmallWhole(one));
  if (start && !seen.derives && !isChance && same(wanted.data.map((value, index) => 2 * (start[index] ?? 0) - value)))
    return 'ascent';
  if (start && !seen.derives && !isChance) {
    const descent = descentSlip(wanted, start, seen.arguments, same);
    if (descent) return descent;
  }
  if (times(-1)) return 'sign';
  if (isTransposedShape(wanted.shape, came.shape) && same(transpose(wanted))) return 'transposed';
  if (axisSlip(wanted, came, seen.arguments, seen.tolerance)) return 'wrongAxis';
  const { derives } = seen;
  if (times(2) && (derives || !isChance)) return derives ? 'centralByH' : 'doubled';
  if (times(0.5) && (derives || !isChance)) return derives ? 'forwardByTwoH' : 'halved';
  const sizes = isChance && !isTotal(wanted, came, seen.arguments) ? [] : batchSizes(seen.arguments);
  if (sizes.some((size) => times(1 / size))) return 'meanNotSum';
  if (sizes.some(times)) return 'sumNotMean';
  if (isStepFactor(wanted, came, derives)) return 'notDivided';
  if (isRoundedShort(wanted, came, got)) return 'lowPrecision';
  return isOneFactor(wanted, came, times) ? 'factor' : null;
}

const isSmallWhole = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 100;

/**
 * The point that a step starts from: a list or array of the result's shape among the arguments, or their first numbers. The
 * second of several values starts from the second of these.
 */
function startOf(given: readonly CallArgument[], wanted: Numeric, item = 0): number[] | null {
  const points = given.flatMap((argument) => {
    const tensor = tensorOf(argument);
    return tensor && tensor.shape.length > 0 && sameShape(tensor.shape, wanted.shape) ? [[...tensor.data]] : [];
  });
  const point = points.length === 1 ? points[0] : points[item];
  if (point !== undefined) return point;
  const numbers: number[] = [];
  for (const argument of given) {
    if ((argument.type === 'value' || argument.type === 'float') && typeof argument.value === 'number')
      numbers.push(argument.value);
  }
  const size = wanted.data.length;
  const found = numbers.slice(item * size, (item + 1) * size);
  return found.length === size ? found : null;
}

/**
 * All entries are the truth times one factor between 1e-12 and 1e-2: a difference that was not divided by its step. A
 * single entry tells less: there the factor must be a step as people write them, 10^-k, once or twice.
 */
function isStepFactor(wanted: Numeric, came: Numeric, derives: boolean): boolean {
  const factors = factorsOf(wanted, came, 1e-3);
  const [first] = factors;
  if (first === undefined || Math.abs(first) > 1e-2 || Math.abs(first) < 1e-12) return false;
  if (factors.length < 2) {
    const steps = Math.log10(first);
    return derives && [steps, steps - Math.log10(2)].some((power) => Math.abs(power - Math.round(power)) < 0.005);
  }
  return factors.every((factor) => Math.abs(factor - first) <= 0.02 * Math.abs(first));
}

/** All entries are the truth times one factor; of numbers that are all alike any other number would be. */
function isOneFactor(wanted: Numeric, came: Numeric, times: (factor: number) => boolean): boolean {
  const [first] = factorsOf(wanted, came, 1e-3);
  const sizes = wanted.data.map(Math.abs).filter((size) => size >= 1e-3);
  if (first === undefined || !Number.isFinite(first) || Math.min(...sizes) > 0.9 * Math.max(...sizes)) return false;
  return times(first);
}

/** What came over what was expected, in each entry of at least that size. */
function factorsOf(wanted: Numeric, came: Numeric, least: number): number[] {
  return wanted.data.flatMap((value, index) => (Math.abs(value) < least ? [] : [(came.data[index] ?? 0) / value]));
}

/** Significant digits of the shorter floats, as a relative error with room for a sum or two. */
const SHORT = { float16: 1e-2, float32: 1e-5, Float32Array: 1e-5 } as const;

/** Right but for rounding, in numbers of half or single precision. */
function isRoundedShort(wanted: Numeric, came: Numeric, got: Reported): boolean {
  const kind = got.t === 'array' ? got.dtype : got.t === 'float' ? got.name : undefined;
  if (kind !== 'float16' && kind !== 'float32' && kind !== 'Float32Array') return false;
  const room = SHORT[kind] * Math.max(...wanted.data.map(Math.abs));
  return wanted.data.every((value, index) => Math.abs((came.data[index] ?? Number.NaN) - value) <= room);
}

/** More items than this are not put into order: that takes the square of their number. */
const MOST_ITEMS = 200;

/** Each item that came is an expected one, but they stand in another order. */
function isReordered(wanted: Reported[] | null, came: Reported[] | null, tolerance: Tolerance): boolean {
  if (!wanted || !came || wanted.length !== came.length || wanted.length > MOST_ITEMS) return false;
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

/** Over how many numbers a sum may have been made a mean, or a mean a sum: lengths of arrays along an axis, and in all. */
function batchSizes(given: readonly CallArgument[]): number[] {
  const sizes = given.flatMap((argument) =>
    argument.type === 'array' ? [...argument.shape, argument.data.length] : lengthOf(argument),
  );
  return [...new Set(sizes)].filter((size) => size > 2);
}

/** Whether one of two numbers is the sum of an argument, and the other may well be its mean. */
function isTotal({ data: [one] }: Numeric, { data: [other] }: Numeric, given: readonly CallArgument[]): boolean {
  return given.some((argument) => {
    const sum = tensorOf(argument)?.data.reduce((total, value) => total + value, 0);
    return sum !== undefined && (sum === one || sum === other);
  });
}

const lengthOf = (argument: CallArgument): number[] =>
  argument.type === 'value' && Array.isArray(argument.value) ? [argument.value.length] : [];

const itemsOf = (value: Reported): readonly Reported[] | null =>
  value.t === 'list' || value.t === 'tuple' ? value.v : null;
