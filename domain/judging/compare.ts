/**
 * Compares what came with what was expected: shape before values, types before both. Strings of right numbers, booleans
 * and nothing are no numbers; a list, a tuple and an array of the same numbers are taken as the same.
 */
import type { Feedback } from '../verdict.ts';
import { say } from './codes.ts';
import { type Language, shapeText, valueText } from './notation.ts';
import { formatNumber } from './number-format.ts';
import { isNumeric, type Numeric, numericOf, sameShape, typeName } from './numeric.ts';
import type { Reported } from './report.ts';
import { firstDifference, type Tolerance } from './tolerance.ts';
import { firstStranger } from './unordered.ts';

export type Expected = { type: 'value'; value: Reported } | { type: 'shapes'; shapes: number[][] };

export interface Comparing {
  tolerance: Tolerance;
  language: Language;
  /** the values along the first axis may come in any order */
  unordered?: boolean | undefined;
}

/** Null: they agree. */
export function compare(expected: Expected, got: Reported, comparing: Comparing): Feedback | null {
  const { tolerance, language } = comparing;
  if (got.t === 'object' && got.name === 'Promise') return say('asyncFunction');
  if (got.t === 'none' && !(expected.type === 'value' && expected.value.t === 'none')) {
    return say('returnsNothing', { value: typeName(got) });
  }
  if (expected.type === 'shapes') return compareShapes(expected.shapes, got, language);
  const difference = compareValue(expected.value, got, tolerance, language, 0);
  if (difference === null || comparing.unordered !== true) return difference;
  const agree = (wanted: Reported, came: Reported): boolean =>
    compareValue(wanted, came, tolerance, language, 0) === null;
  const stranger = firstStranger(expected.value, got, agree);
  // what cannot be put into another order (a single number, too few values) is told as it is
  if (stranger === 'no sequences') return difference;
  return stranger === null ? null : say('notAmong', { got: valueText(stranger, language) });
}

/** `item`: which of several returned values this is, from 1; 0: the whole. */
function compareValue(
  expected: Reported,
  got: Reported,
  tolerance: Tolerance,
  language: Language,
  item: number,
): Feedback | null {
  const wanted = numericOf(expected);
  if (isNumeric(wanted)) return compareNumbers(wanted, got, tolerance, language, item);
  if (expected.t === 'list' || expected.t === 'tuple') {
    const items = itemsOf(got);
    if (items === null) return say('wrongType', { item, got: typeName(got), expected: 'sequence' });
    if (items.length !== expected.v.length)
      return say('wrongCount', { item, got: items.length, expected: expected.v.length });
    for (const [index, inside] of expected.v.entries()) {
      const value = items[index];
      const found = value && compareValue(inside, value, tolerance, language, item === 0 ? index + 1 : item);
      if (found) return found;
    }
    return null;
  }
  if (expected.t !== got.t) return say('wrongType', { item, got: typeName(got), expected: typeName(expected) });
  const same = 'v' in expected && 'v' in got ? expected.v === got.v : expected.t === 'none';
  return same ? null : say('wrongWord', { item });
}

function compareNumbers(
  wanted: Numeric,
  got: Reported,
  tolerance: Tolerance,
  language: Language,
  item: number,
): Feedback | null {
  const came = numericOf(got);
  if (!isNumeric(came)) {
    if (came.problem === 'ragged') return say('ragged', { item });
    if (came.problem === 'tooLong') return say('tooLong', { item });
    const isWhole = got.t !== 'list' && got.t !== 'tuple' && got.t !== 'array';
    if (wanted.shape.length > 0 && isWhole) return say('wrongType', { item, got: came.name, expected: 'sequence' });
    if (got.t === 'array') return say('wrongDtype', { item, got: came.name });
    return say('notNumber', { item, got: came.name });
  }
  if (!sameShape(wanted.shape, came.shape)) {
    if (wanted.shape.length === 1 && came.shape.length === 1 && got.t !== 'array') {
      return say('wrongCount', { item, got: came.shape[0] ?? 0, expected: wanted.shape[0] ?? 0 });
    }
    return say('wrongShape', {
      item,
      got: shapeText(came.shape, language),
      expected: shapeText(wanted.shape, language),
    });
  }
  const index = firstDifference(wanted.data, came.data, tolerance);
  if (index < 0) return null;
  const at = positionText(index, wanted.shape);
  const value = came.data[index] ?? 0;
  if (!Number.isFinite(value)) return say('notFinite', { item, at, got: formatNumber(value, language) });
  return say('wrongValue', {
    item,
    at,
    got: formatNumber(value, language),
    expected: formatNumber(wanted.data[index] ?? 0, language),
  });
}

function compareShapes(shapes: readonly number[][], got: Reported, language: Language): Feedback | null {
  const items = shapes.length === 1 && got.t === 'array' ? [got] : itemsOf(got);
  if (items === null) return say('wrongType', { item: 0, got: typeName(got), expected: 'sequence' });
  if (items.length !== shapes.length) return say('wrongCount', { item: 0, got: items.length, expected: shapes.length });
  for (const [index, shape] of shapes.entries()) {
    const value = items[index];
    const came = value && numericOf(value);
    if (!came || !isNumeric(came)) return say('notNumber', { item: index + 1, got: value ? typeName(value) : '' });
    if (!sameShape(shape, came.shape)) {
      return say('wrongShape', {
        item: index + 1,
        got: shapeText(came.shape, language),
        expected: shapeText(shape, language),
      });
    }
  }
  return null;
}

const itemsOf = (value: Reported): readonly Reported[] | null =>
  value.t === 'list' || value.t === 'tuple' ? value.v : null;

/** `[1, 0]` for a place in a matrix; `none` for a single number. */
function positionText(index: number, shape: readonly number[]): string {
  const position: number[] = [];
  let rest = index;
  for (const length of shape.toReversed()) {
    position.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return position.length === 0 ? 'none' : `[${position.join(', ')}]`;
}
