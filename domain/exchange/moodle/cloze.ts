/** Gaps in the text of a Moodle question: `{1:SHORTANSWER:=Berlin#Yes~%50%Bonn}`. */
import { cutAt, indexOfSign, splitAt } from '../../escaped.ts';
import { range, readDecimal } from '../decimal.ts';
import { type Gap, gapMark, type Prose, type Weighted, type WeightedRange } from '../foreign.ts';
import { Notes } from '../prose/notes.ts';
import { words } from '../prose/write.ts';
import { brief, ItemRefused } from '../remark.ts';
import { shareOf } from '../weights.ts';

const START = /\{(\d*):([A-Z]+(?:_[A-Z]+)?):/g;
const TYPES: Readonly<Record<string, Gap['takes']>> = {
  SHORTANSWER: 'words',
  SA: 'words',
  MW: 'words',
  SHORTANSWER_C: 'words',
  SAC: 'words',
  MWC: 'words',
  NUMERICAL: 'range',
  NM: 'range',
  MULTICHOICE: 'option',
  MC: 'option',
  MULTIRESPONSE: 'options',
  MR: 'options',
};

/** The text with marks in the places of its gaps, and the gaps. @param prose HTML */
export function readCloze(prose: Prose): { prompt: Prose; gaps: Gap[] } {
  const gaps: Gap[] = [];
  let text = '';
  let at = 0;
  for (const found of prose.text.matchAll(START)) {
    if (found.index < at) continue;
    const [whole, weight = '', type = ''] = found;
    const end = indexOfSign(prose.text, '}', found.index + whole.length);
    const number = gaps.length + 1;
    if (end < 0) throw new ItemRefused('gaps.unclosed', { gap: number });
    const gap = gapOf(type, prose.text.slice(found.index + whole.length, end), number, prose);
    gaps.push(weight === '' || weight === '0' ? gap : { ...gap, weight: Number(weight) });
    text += prose.text.slice(at, found.index) + gapMark(number);
    at = end + 1;
  }
  if (gaps.length === 0) throw new ItemRefused('gaps.none');
  return { prompt: { ...prose, text: text + prose.text.slice(at) }, gaps };
}

interface Entry {
  text: string;
  weight: number;
  feedback: Prose | null;
}

function gapOf(type: string, inside: string, number: number, prose: Prose): Gap {
  // variants say how the options stand, and whether they are shuffled
  const takes =
    TYPES[type] ?? TYPES[type.replace(/_[VHS]{1,2}$/, '')] ?? TYPES[type.replace(/(?<=MC|MR)[VHS]{1,2}$/, '')];
  if (takes === undefined) throw new ItemRefused('gaps.type', { gap: number, type });
  const entries = splitAt(inside, '~')
    .filter((one) => one.trim() !== '')
    .map((one) => entryOf(one, prose));
  if (entries.length === 0) throw new ItemRefused('gaps.empty', { gap: number });
  const isKeyed = takes === 'options' ? ({ weight }: Entry) => weight > 0 : ({ weight }: Entry) => weight >= 1;
  if (!entries.some(isKeyed)) throw new ItemRefused('gaps.noKey', { gap: number });
  if (takes === 'option' || takes === 'options')
    return { takes, options: entries.map((one): Weighted => ({ ...one, text: { ...prose, text: one.text } })) };
  const plainly = entries.map((one) => ({ ...one, text: words({ ...prose, text: one.text }, new Notes()) }));
  if (takes === 'words') return { takes, texts: plainly, capitals: type.endsWith('C') };
  return { takes, ranges: plainly.map((one) => rangeIn(one, number)) };
}

function entryOf(written: string, prose: Prose): Entry {
  // `&#39;` is a sign of its own
  const [said, feedback] = cutAt(written, '#', (at) => written[at - 1] !== '&');
  const found = /^\s*(?:(=)|%([+-]?[\d.,]+)%)/.exec(said);
  const weight = found === null ? 0 : found[1] === '=' ? 1 : shareOf(found[2] ?? '0');
  const told = (feedback ?? '').trim();
  return {
    text: unescaped(said.slice(found?.[0].length ?? 0)).trim(),
    weight,
    feedback: told === '' ? null : { ...prose, text: unescaped(told) },
  };
}

function rangeIn({ text, ...one }: Entry, gap: number): WeightedRange {
  if (text === '*') return { ...one, range: null };
  const [value = '', tolerance = '0'] = text.split(':');
  const read = readDecimal(value);
  const wide = readDecimal(tolerance);
  if (read === null || wide === null) throw new ItemRefused('gaps.number', { gap, text: brief(text) });
  return { ...one, range: range(read, wide) };
}

const unescaped = (text: string): string => text.replace(/\\([}#~/"\\])/g, '$1');
