/** How a text that came differs from the one expected, and both shown where they part. */
import { valueText } from './notation.ts';
import type { Language } from './number-format.ts';

/** The kind of difference, where there is a word that helps. */
export type Difference = 'capitals' | 'ends' | 'spaces' | 'lines' | 'marks' | 'unfilled' | 'none';

/** Texts longer than this are shown from shortly before they part. */
const MOST_SHOWN = 160;
const BEFORE = 30;
const AFTER = 90;

export function textDifference(
  expected: string,
  got: string,
  language: Language,
): { got: string; expected: string; how: Difference } {
  const from =
    Math.max(expected.length, got.length) <= MOST_SHOWN ? null : Math.max(0, parting(expected, got) - BEFORE);
  const shown = (text: string): string => {
    if (from === null) return valueText({ t: 'str', v: text }, language);
    const part = text.slice(from, from + BEFORE + AFTER);
    return `${from > 0 ? '… ' : ''}${valueText({ t: 'str', v: part }, language)}${from + part.length < text.length ? ' …' : ''}`;
  };
  return { got: shown(got), expected: shown(expected), how: howOf(expected, got, language) };
}

function howOf(expected: string, got: string, language: Language): Difference {
  const same = (change: (text: string) => string): boolean => change(expected) === change(got);
  if ((language === 'javascript' ? /\$\{[^{}]*\}/ : /\{[^{}]*\}/).test(got) && !/\{[^{}]*\}/.test(expected))
    return 'unfilled';
  if (same((text) => text.trim())) return 'ends';
  if (same((text) => text.toLowerCase())) return 'capitals';
  if (same((text) => text.replaceAll(/[\r\n]+/g, ' ').trim())) return 'lines';
  if (same((text) => text.replaceAll(/\s+/g, ''))) return 'spaces';
  // letters and digits are the same, the signs between them are not
  return /[\p{L}\p{N}]/u.test(expected) && same((text) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '')) ? 'marks' : 'none';
}

/** Where two texts part. */
function parting(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index++;
  return index;
}
