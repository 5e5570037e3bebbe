/** Nothing came back, or no value yet: why, as far as the answer's text and what it printed tell. */
import type { Feedback } from '../results/verdict.ts';
import { codeOnly } from './code-text.ts';
import { say } from './codes.ts';
import type { Expected } from './compare.ts';
import { type Language, valueText } from './notation.ts';
import { isNumeric, numericOf } from './numeric.ts';
import type { Reported } from './report.ts';

interface Returned {
  got: Reported;
  expected: Expected;
  printed: string;
  source: string;
  language: Language;
}

/** Better words for a difference, where there are any; else the difference. */
export function returnedInstead(difference: Feedback, returned: Returned): Feedback {
  const { source, language } = returned;
  if (difference.code === 'feedback.asyncFunction')
    return /\basync\b/.test(codeOnly(source, language)) ? difference : say('promiseReturned');
  if (difference.code !== 'feedback.returnsNothing' && difference.code !== 'feedback.undefinedNotNull')
    return difference;
  return nothingReturned(returned) ?? difference;
}

function nothingReturned({ got, expected, printed, source, language }: Returned): Feedback | null {
  const value = valueText(got, language);
  if (isPrinted(printed.replaceAll(WARNING, ''), expected)) return say('printedNotReturned', { value, language });
  const line = lonelyReturn(source, language);
  if (line !== null) return say('returnAlone', { line, value });
  const isMeant =
    language === 'javascript' ? value === 'null' : /\breturn[ \t]+None\b/.test(codeOnly(source, language));
  if (isMeant && expected.type === 'value')
    return say('wrongValue', { item: 0, at: 'none', got: value, expected: valueText(expected.value, language) });
  return null;
}

/** Whether what was printed may well be the result: numbers where numbers are expected, else anything. */
function isPrinted(printed: string, expected: Expected): boolean {
  const isOfNumbers = expected.type === 'shapes' || isNumeric(numericOf(expected.value));
  return (isOfNumbers ? /\d/ : /\S/).test(printed);
}

/** What Python prints by itself: `solution.py:3: RuntimeWarning: …`, and the line. */
const WARNING = /^\S+:\d+: \w*Warning: .*\n(?: {2}.*\n)?/gm;

/** The line of a `return` that ends there, while what it should give stands on the next one; null: there is none. */
function lonelyReturn(source: string, language: Language): number | null {
  const lines = codeOnly(source, language).split(/\r\n?|\n/);
  const index = lines.findIndex((line, at) => {
    if (!/(?:^|[\s{;])return[ \t]*$/.test(line)) return false;
    const next = lines[at + 1]?.trim() ?? '';
    if (language === 'javascript') return next !== '' && !/^[})\];]|^(?:case|default|else)\b/.test(next);
    const indent = (text: string): number => text.length - text.trimStart().length;
    return /^[\w([{'"+-]/.test(next) && !STATEMENT.test(next) && indent(lines[at + 1] ?? '') >= indent(line);
  });
  return index < 0 ? null : index + 1;
}

const STATEMENT =
  /^(?:def|class|if|elif|else|for|while|try|except|finally|with|return|raise|import|from|pass|match|case)\b/;
