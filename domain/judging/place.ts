/** Where a value stands in what was returned, and how a value or a type is told to be another one there. */
import type { Feedback } from '../results/verdict.ts';
import { say } from './codes.ts';
import { type Language, valueText } from './notation.ts';
import { typeName } from './numeric.ts';
import type { Reported } from './report.ts';

/** Where a value stands: `item` is which of several returned values this is, from 1 (0: the whole); `at` its place in it. */
export interface Place {
  item: number;
  at: readonly number[];
}
export const WHOLE: Place = { item: 0, at: [] };

export const told = ({ item, at }: Place, language: Language) => ({ item, at: placeText(at, language) });

export const otherValue = (expected: Reported, got: Reported, language: Language, place: Place): Feedback =>
  say('wrongValue', {
    ...told(place, language),
    got: valueText(got, language),
    expected: valueText(expected, language),
  });

export function otherType(expected: string, got: Reported, language: Language, place: Place): Feedback {
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

/** How several values are called: the words know `sequence`, and any type by its name. */
export const sequence = (language: Language): string => (language === 'javascript' ? 'Array' : 'sequence');

/** `[1, 0]` for a place in a matrix, `[1][0]` in JavaScript; `none` for a single value. */
function placeText(at: readonly number[], language: Language): string {
  if (at.length === 0) return 'none';
  return language === 'javascript' ? at.map((index) => `[${index}]`).join('') : `[${at.join(', ')}]`;
}
