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
import { textDifference } from './text-difference.ts';
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
  const { language } = comparing;
  if (got.t === 'object' && UNFINISHED.has(got.name)) return say('asyncFunction');
  if (got.t === 'none') {
    const wanted = expected.type === 'value' && expected.value.t === 'none' ? expected.value : null;
    if (wanted === null) return say('returnsNothing', { value: typeName(got, language) });
    if (isSameNothing(wanted, got, language)) return null;
    return got.name === 'undefined' ? say('undefinedNotNull') : otherValue(wanted, got, language, WHOLE);
  }
  if (expected.type === 'shapes') return compareShapes(expected.shapes, got, language);
  const difference = compareValue(expected.value, got, comparing, WHOLE);
  if (difference === null || comparing.unordered !== true) return difference;
  const agree = (wanted: Reported, came: Reported): boolean => compareValue(wanted, came, comparing, WHOLE) === null;
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
  const { language, unordered } = comparing;
  const came = itemsOf(asLists(got));
  if (unordered === true || came === null) return null;
  const agree = (check: (value: Reported) => Feedback | null) => (value: Reported) => check(value) === null;
  const checks =
    expected.type === 'shapes'
      ? expected.shapes.map((shape) => agree((value) => compareShapes([shape], { t: 'list', v: [value] }, language)))
      : areSeveral(expected.value, got) || areRagged(expected.value)
        ? itemsOf(expected.value)?.map((wanted) => agree((value) => compareValue(wanted, value, comparing, WHOLE)))
        : undefined;
  if (checks === undefined || checks.length !== came.length || checks.length < 2 || checks.length > MOST_PARTS)
    return null;
  return came.map((value, index) => checks[index]?.(value) === true);
}

/** More values than these are no few results side by side. */
const MOST_PARTS = 12;

/** What an asynchronous function returns, in JavaScript and in Python. */
const UNFINISHED = new Set(['Promise', 'coroutine', 'async_generator']);

/** Where a value stands: `item` is which of several returned values this is, from 1 (0: the whole); `at` its place in it. */
interface Place {
  item: number;
  at: readonly number[];
}
const WHOLE: Place = { item: 0, at: [] };

function compareValue(expected: Reported, got: Reported, comparing: Comparing, place: Place): Feedback | null {
  const { tolerance, language } = comparing;
  if (expected.t === 'int' && got.t === 'int' && mustBeSame(tolerance))
    return BigInt(expected.v) === BigInt(got.v) ? null : otherValue(expected, got, language, place);
  const wanted = numericOf(expected);
  if (isNumeric(wanted) && !areSeveral(expected, got)) return compareNumbers(wanted, got, comparing, place);
  const [several, came] = [asLists(expected), asLists(got)];
  if (several.t === 'list' || several.t === 'tuple') return compareItems(several, came, comparing, place);
  if (came.t === 'huge') return say('tooLong', { item: place.item });
  if (several.t === 'none')
    return isSameNothing(several, came, language) ? null : otherValue(several, came, language, place);
  if (came.t === 'none') return say('nothingThere', { ...told(place, language), got: typeName(came, language) });
  if (several.t !== came.t) return otherType(typeName(several, language), came, language, place);
  if ('v' in several && 'v' in came && several.v === came.v) return null;
  return several.t === 'str' && came.t === 'str'
    ? say('wrongText', { ...told(place, language), language, ...textDifference(several.v, came.v, language) })
    : otherValue(several, came, language, place);
}

function compareItems(
  expected: Extract<Reported, { t: 'list' | 'tuple' }>,
  got: Reported,
  comparing: Comparing,
  place: Place,
): Feedback | null {
  const { language } = comparing;
  const items = itemsOf(got);
  if (got.t === 'none') return say('nothingThere', { ...told(place, language), got: typeName(got, language) });
  if (items === null) return noItems(got, language, place);
  if (items.length !== expected.v.length)
    return say('wrongCount', { ...told(place, language), got: items.length, expected: expected.v.length });
  const areReturned = place.item === 0 && place.at.length === 0 && areSideBySide(expected, got);
  for (const [index, inside] of expected.v.entries()) {
    const value = items[index];
    const within = areReturned ? { item: index + 1, at: [] } : { item: place.item, at: [...place.at, index] };
    const found = value && compareValue(inside, value, comparing, within);
    if (found) return found;
  }
  return null;
}

/** Whether they are what a function returns, one after the other, and not the entries of one list. */
function areSideBySide(expected: Reported, got: Reported): boolean {
  return !isOfWords(expected) && (areSeveral(expected, got) || areRagged(expected));
}

/** A list of texts, booleans and nothing, or of such lists. */
const isOfWords = (value: Reported): boolean =>
  value.t === 'list' &&
  value.v.every((one) => one.t === 'str' || one.t === 'bool' || one.t === 'none' || isOfWords(one));

/** JavaScript has two kinds of nothing; a lesson's own is `null`. */
function isSameNothing(expected: Extract<Reported, { t: 'none' }>, got: Reported, language: Language): boolean {
  return got.t === 'none' && (language === 'python' || (expected.name ?? 'null') === (got.name ?? 'null'));
}

const told = ({ item, at }: Place, language: Language) => ({ item, at: placeText(at, language) });

const otherValue = (expected: Reported, got: Reported, language: Language, place: Place): Feedback =>
  say('wrongValue', {
    ...told(place, language),
    got: valueText(got, language),
    expected: valueText(expected, language),
  });

function otherType(expected: string, got: Reported, language: Language, place: Place): Feedback {
  const shown = valueText(got, language);
  const isShort = shown.length <= MOST_SHOWN && !/^<|\n/.test(shown);
  return say('wrongType', {
    ...told(place, language),
    got: typeName(got, language),
    expected,
    shown: isShort ? shown : 'none',
  });
}

/** What came is told beside its type where it is no longer than this. */
const MOST_SHOWN = 80;

function noItems(got: Reported, language: Language, place: Place): Feedback {
  // an array is several values, but not of this dtype
  if (got.t === 'array' && got.v === null) return say('wrongDtype', { item: place.item, got: got.dtype });
  return otherType(sequence(language), got, language, place);
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

function compareNumbers(wanted: Numeric, got: Reported, comparing: Comparing, place: Place): Feedback | null {
  const { tolerance, language } = comparing;
  const came = numericOf(got);
  if (!isNumeric(came)) return notNumeric(wanted, got, came, language, place);
  if (!sameShape(wanted.shape, came.shape)) return otherShape(wanted, got, came, language, place);
  const index = firstDifference(wanted.data, came.data, tolerance);
  if (index < 0) return null;
  const within = { item: place.item, at: [...place.at, ...positionOf(index, wanted.shape)] };
  const value = came.data[index] ?? 0;
  const shown = { ...told(within, language), got: formatNumber(value, language) };
  if (!Number.isFinite(value)) return say('notFinite', shown);
  return say('wrongValue', { ...shown, expected: formatNumber(wanted.data[index] ?? 0, language) });
}

function notNumeric(wanted: Numeric, got: Reported, why: NotNumeric, language: Language, place: Place): Feedback {
  const { item } = place;
  switch (why.problem) {
    case 'ragged':
      return say('ragged', { item });
    case 'tooLong':
      return say('tooLong', { item });
    case 'beyond':
      return say('notFinite', { ...told(place, language), got: valueText({ t: 'int', v: why.digits }, language) });
    case 'type': {
      if (why.value.t === 'none')
        return say('nothingThere', { ...told(place, language), got: typeName(why.value, language) });
      const isWhole = got.t !== 'list' && got.t !== 'tuple' && got.t !== 'array';
      if (wanted.shape.length > 0 && isWhole) return otherType(sequence(language), got, language, place);
      if (why.value.t === 'array') return say('wrongDtype', { item, got: why.value.dtype });
      return say('notNumber', { ...told(place, language), got: typeName(why.value, language) });
    }
  }
}

function otherShape(wanted: Numeric, got: Reported, came: Numeric, language: Language, place: Place): Feedback {
  const { item } = place;
  const isPlain = (got.t === 'int' || got.t === 'float') && PLAIN_NUMBERS.has(got.name ?? got.t);
  if (isPlain && sizeOf(wanted.shape) !== 1) return otherType(sequence(language), got, language, place);
  if (wanted.shape.length === 1 && came.shape.length === 1 && got.t !== 'array') {
    return say('wrongCount', { ...told(place, language), got: came.shape[0] ?? 0, expected: wanted.shape[0] ?? 0 });
  }
  const shape = shapeText(came.shape, language);
  if (wanted.shape.length === 0 && sizeOf(came.shape) !== 1)
    return say('oneNumber', { item, got: shape, ...(language === 'javascript' ? { language } : {}) });
  if (wanted.shape.length === 0 && got.t !== 'array')
    return say('numberInList', {
      ...told(place, language),
      got: valueText(got, language),
      type: typeName(got, language),
    });
  if (language === 'javascript') {
    const depths = { gotDepth: came.shape.length, expectedDepth: wanted.shape.length };
    return say('wrongNesting', {
      ...told(place, language),
      got: shape,
      expected: shapeText(wanted.shape, language),
      ...depths,
    });
  }
  return say('wrongShape', { item, got: shape, expected: shapeText(wanted.shape, language) });
}

/** Numbers that nobody expects to have a shape. */
const PLAIN_NUMBERS = new Set(['int', 'float', 'number']);

/** How several values are called: the words know `sequence`, and any type by its name. */
const sequence = (language: Language): string => (language === 'javascript' ? 'Array' : 'sequence');

function compareShapes(shapes: readonly number[][], got: Reported, language: Language): Feedback | null {
  const items = shapes.length === 1 && got.t === 'array' ? [got] : itemsOf(got);
  if (items === null) return noItems(got, language, WHOLE);
  if (items.length !== shapes.length) return say('wrongCount', { item: 0, got: items.length, expected: shapes.length });
  for (const [index, shape] of shapes.entries()) {
    const value = items[index];
    const came = value && numericOf(value);
    if (!value || !came) continue; // there are as many as shapes
    const place = { item: index + 1, at: [] };
    if (!isNumeric(came)) return notNumeric({ shape, data: [] }, value, came, language, place);
    if (!sameShape(shape, came.shape)) return otherShape({ shape, data: [] }, value, came, language, place);
  }
  return null;
}

const itemsOf = (value: Reported): readonly Reported[] | null =>
  value.t === 'list' || value.t === 'tuple' ? value.v : null;

function positionOf(index: number, shape: readonly number[]): number[] {
  const position: number[] = [];
  let rest = index;
  for (const length of shape.toReversed()) {
    position.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return position;
}

/** `[1, 0]` for a place in a matrix, `[1][0]` in JavaScript; `none` for a single value. */
function placeText(at: readonly number[], language: Language): string {
  if (at.length === 0) return 'none';
  return language === 'javascript' ? at.map((index) => `[${index}]`).join('') : `[${at.join(', ')}]`;
}
