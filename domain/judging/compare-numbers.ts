/** Compares numbers: shape before values, and words for what is no number. */
import type { Feedback } from '../results/verdict.ts';
import { say } from './codes.ts';
import { type Language, shapeText, valueText } from './notation.ts';
import { formatNumber } from './number-format.ts';
import { isNumeric, type NotNumeric, type Numeric, numericOf, sameShape, sizeOf, typeName } from './numeric.ts';
import { otherType, type Place, sequence, told } from './place.ts';
import type { Reported } from './report.ts';
import { firstDifference, type Tolerance } from './tolerance.ts';

/** What is wrong with numbers that came, their shape first; null: nothing. */
export function compareNumbers(
  wanted: Numeric,
  got: Reported,
  comparing: { tolerance: Tolerance; language: Language },
  place: Place,
): Feedback | null {
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

/** What is told of a value that should be numbers, and is none. */
export function notNumeric(
  wanted: Numeric,
  got: Reported,
  why: NotNumeric,
  language: Language,
  place: Place,
): Feedback {
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

/** What is told of numbers in another shape. */
export function otherShape(wanted: Numeric, got: Reported, came: Numeric, language: Language, place: Place): Feedback {
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

function positionOf(index: number, shape: readonly number[]): number[] {
  const position: number[] = [];
  let rest = index;
  for (const length of shape.toReversed()) {
    position.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return position;
}
