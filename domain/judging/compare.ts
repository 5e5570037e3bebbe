/**
 * Compares what came with what was expected: shape before values, types before both. Strings of right numbers, booleans
 * and nothing are no numbers; a list, a tuple and an array of the same numbers are taken as the same.
 */
import type { Feedback } from '../results/verdict.ts';
import { say } from './codes.ts';
import { compareNumbers, notNumeric, otherShape } from './compare-numbers.ts';
import { type Language, valueText } from './notation.ts';
import { asLists, isNumeric, numericOf, sameShape, typeName } from './numeric.ts';
import { otherType, otherValue, type Place, sequence, told, WHOLE } from './place.ts';
import type { Reported } from './report.ts';
import { textDifference } from './text-difference.ts';
import { mustBeSame, type Tolerance } from './tolerance.ts';
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
