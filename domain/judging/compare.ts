/**
 * Compares what came with what was expected: shape before values, types before both. Strings of right numbers, booleans
 * and nothing are no numbers; a list, a tuple and an array of the same numbers are taken as the same.
 */
import type { Feedback } from '../verdict.ts';
import { say } from './codes.ts';
import { type Language, shapeText, valueText } from './notation.ts';
import { formatNumber } from './number-format.ts';
import {
  asLists,
  isNumeric,
  type NotNumeric,
  type Numeric,
  numericOf,
  sameShape,
  sizeOf,
  typeName,
} from './numeric.ts';
import type { Reported } from './report.ts';
import { firstDifference, mustBeSame, type Tolerance } from './tolerance.ts';
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
  if (got.t === 'object' && UNFINISHED.has(got.name)) return say('asyncFunction');
  if (got.t === 'none' && !(expected.type === 'value' && expected.value.t === 'none')) {
    return say('returnsNothing', { value: typeName(got, language) });
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

/**
 * Whether each of several returned values is right, where as many came as are expected. Null: it is one value, or they
 * may come in any order.
 */
export function compareParts(expected: Expected, got: Reported, comparing: Comparing): boolean[] | null {
  const { tolerance, language, unordered } = comparing;
  const came = itemsOf(asLists(got));
  if (unordered === true || came === null) return null;
  const agree = (check: (value: Reported) => Feedback | null) => (value: Reported) => check(value) === null;
  const checks =
    expected.type === 'shapes'
      ? expected.shapes.map((shape) => agree((value) => compareShapes([shape], { t: 'list', v: [value] }, language)))
      : areSeveral(expected.value, got) || areRagged(expected.value)
        ? itemsOf(expected.value)?.map((wanted) =>
            agree((value) => compareValue(wanted, value, tolerance, language, 0)),
          )
        : undefined;
  if (checks === undefined || checks.length !== came.length || checks.length < 2 || checks.length > MOST_PARTS)
    return null;
  return came.map((value, index) => checks[index]?.(value) === true);
}

/** More values than these are no few results side by side. */
const MOST_PARTS = 12;

/** What an asynchronous function returns, in JavaScript and in Python. */
const UNFINISHED = new Set(['Promise', 'coroutine', 'async_generator']);

/** `item`: which of several returned values this is, from 1; 0: the whole. */
function compareValue(
  expected: Reported,
  got: Reported,
  tolerance: Tolerance,
  language: Language,
  item: number,
): Feedback | null {
  if (expected.t === 'int' && got.t === 'int' && mustBeSame(tolerance)) {
    return BigInt(expected.v) === BigInt(got.v)
      ? null
      : say('wrongValue', { item, at: 'none', got: valueText(got, language), expected: valueText(expected, language) });
  }
  const wanted = numericOf(expected);
  if (isNumeric(wanted) && !areSeveral(expected, got)) return compareNumbers(wanted, got, tolerance, language, item);
  const [several, came] = [asLists(expected), asLists(got)];
  if (several.t === 'list' || several.t === 'tuple') {
    const items = itemsOf(came);
    if (came.t === 'none') return say('nothingThere', { item, got: typeName(came, language) });
    if (items === null) return noItems(came, language, item);
    if (items.length !== several.v.length)
      return say('wrongCount', { item, got: items.length, expected: several.v.length });
    for (const [index, inside] of several.v.entries()) {
      const value = items[index];
      const found = value && compareValue(inside, value, tolerance, language, item === 0 ? index + 1 : item);
      if (found) return found;
    }
    return null;
  }
  if (came.t === 'huge') return say('tooLong', { item });
  if (several.t !== came.t)
    return say('wrongType', { item, got: typeName(came, language), expected: typeName(several, language) });
  const same = 'v' in several && 'v' in came ? several.v === came.v : several.t === 'none';
  return same ? null : say('wrongWord', { item });
}

function noItems(got: Reported, language: Language, item: number): Feedback {
  // an array is several values, but not of this dtype
  if (got.t === 'array' && got.v === null) return say('wrongDtype', { item, got: got.dtype });
  return say('wrongType', { item, got: typeName(got, language), expected: sequence(language) });
}

/** Whether two sequences are values side by side, as a function returns them, and not the rows of one matrix. */
function areSeveral(expected: Reported, got: Reported): boolean {
  if (itemsOf(got) === null) return false;
  return expected.t === 'tuple' || (expected.t === 'list' && (got.t === 'tuple' || expected.v.some(isArray)));
}

/** Lists that are no one matrix: matrices and vectors side by side, as JavaScript returns them. */
const areRagged = (expected: Reported): boolean =>
  expected.t === 'list' && expected.v.some(({ t }) => t === 'list') && !isNumeric(numericOf(expected));

const isArray = (value: Reported): boolean => value.t === 'array';

function compareNumbers(
  wanted: Numeric,
  got: Reported,
  tolerance: Tolerance,
  language: Language,
  item: number,
): Feedback | null {
  const came = numericOf(got);
  if (!isNumeric(came)) return notNumeric(wanted, got, came, language, item);
  if (!sameShape(wanted.shape, came.shape)) return otherShape(wanted, got, came, language, item);
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

function notNumeric(wanted: Numeric, got: Reported, why: NotNumeric, language: Language, item: number): Feedback {
  switch (why.problem) {
    case 'ragged':
      return say('ragged', { item });
    case 'tooLong':
      return say('tooLong', { item });
    case 'beyond':
      return say('notFinite', { item, at: 'none', got: valueText({ t: 'int', v: why.digits }, language) });
    case 'type': {
      if (why.value.t === 'none') return say('nothingThere', { item, got: typeName(why.value, language) });
      const isWhole = got.t !== 'list' && got.t !== 'tuple' && got.t !== 'array';
      if (wanted.shape.length > 0 && isWhole)
        return say('wrongType', { item, got: typeName(got, language), expected: sequence(language) });
      if (why.value.t === 'array') return say('wrongDtype', { item, got: why.value.dtype });
      return say('notNumber', { item, got: typeName(why.value, language) });
    }
  }
}

function otherShape(wanted: Numeric, got: Reported, came: Numeric, language: Language, item: number): Feedback {
  const isPlain = (got.t === 'int' || got.t === 'float') && PLAIN_NUMBERS.has(got.name ?? got.t);
  if (isPlain && sizeOf(wanted.shape) !== 1)
    return say('wrongType', { item, got: typeName(got, language), expected: sequence(language) });
  if (wanted.shape.length === 1 && came.shape.length === 1 && got.t !== 'array') {
    return say('wrongCount', { item, got: came.shape[0] ?? 0, expected: wanted.shape[0] ?? 0 });
  }
  const shape = shapeText(came.shape, language);
  if (wanted.shape.length === 0 && sizeOf(came.shape) !== 1) return say('oneNumber', { item, got: shape });
  return say('wrongShape', { item, got: shape, expected: shapeText(wanted.shape, language) });
}

/** Numbers that nobody expects to have a shape. */
const PLAIN_NUMBERS = new Set(['int', 'float', 'number']);

/** How several values are called: the words know `sequence`, and any type by its name. */
const sequence = (language: Language): string => (language === 'javascript' ? 'Array' : 'sequence');

function compareShapes(shapes: readonly number[][], got: Reported, language: Language): Feedback | null {
  const items = shapes.length === 1 && got.t === 'array' ? [got] : itemsOf(got);
  if (items === null) return noItems(got, language, 0);
  if (items.length !== shapes.length) return say('wrongCount', { item: 0, got: items.length, expected: shapes.length });
  for (const [index, shape] of shapes.entries()) {
    const value = items[index];
    const came = value && numericOf(value);
    if (!value || !came) continue; // there are as many as shapes
    if (!isNumeric(came)) return notNumeric({ shape, data: [] }, value, came, language, index + 1);
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
