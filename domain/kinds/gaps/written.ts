/**
 * Gaps as their author writes them, in the text itself: in brackets stands what belongs there.
 *
 *     The sky is [blue | azure], grass is [green | !red # Look outside. | !grey], and two and two is [4].
 *
 * `|` parts what is accepted. `50%` before an answer says what it earns, `!` that it is wrong, `#` what is told to who gives it. Where
 * all are numbers a number is typed; where some are wrong one is picked from the list; else a text is typed. A word before a colon says
 * it otherwise: `text:`, `exact:` (capitals count), `number:`, `pick:`, `several:`; `x2` before it that the gap counts twice.
 * A bracket with a backslash before it is a bracket. Light: forms carry it.
 */

import { cutAt, indexOfSign, splitAt } from '../../escaped.ts';

export const TAKES = ['text', 'number', 'one', 'several'] as const;
/** What a gap takes: something typed, or one or several of a list. */
type Takes = (typeof TAKES)[number];

export interface GapEntry {
  text: string;
  /** of the gap, in percent; null: all of it, or where several are picked its share; below 0 it takes something back */
  percent: number | null;
  /** `!`: it is wrong, and in a list of several it takes a share back */
  wrong: boolean;
  /** told to who gives it; '': nothing */
  words: string;
}

export interface WrittenGap {
  takes: Takes;
  /** they count */
  capitals: boolean;
  /** how often it counts */
  weight: number;
  entries: readonly GapEntry[];
}

const WORDS = { text: 'text', exact: 'text', number: 'number', pick: 'one', several: 'several' } as const;
const HEAD = /^\s*(text|exact|number|pick|several)?\s*(?:[x×](\d{1,2}))?\s*:/;
const PERCENT = /^(-?\d+(?:\.\d+)?)\s*%(?=\s)/;
const NUMBER = /^[+\-−]?(?:0|[1-9]\d*)(?:[.,]\d+)?(?:e[+-]?\d+)?(?:\s*(?:±|\+-)\s*\d+(?:[.,]\d+)?)?$/i;

/** A text at its gaps: what stands between them as it is written, and what stands in them. */
export function partedAtGaps(text: string): (string | { gap: string })[] {
  const parts: (string | { gap: string })[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') {
      const end = indexOfSign(text, ']', at + 1);
      if (end < 0) break;
      if (at > from) parts.push(text.slice(from, at));
      parts.push({ gap: text.slice(at + 1, end) });
      from = end + 1;
      at = end;
    }
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** Where in the Markdown of a prompt its gaps stand. Brackets of links, of code and of maths are none. */
export function gapsIn(markdown: string): { from: number; to: number; inside: string }[] {
  const found: { from: number; to: number; inside: string }[] = [];
  for (let at = 0; at < markdown.length; at++) {
    const sign = markdown[at];
    if (sign === '\\') at++;
    else if (sign === '`' || sign === '$') {
      const run = /^(?:`+|\$+)/.exec(markdown.slice(at))?.[0] ?? sign;
      const end = markdown.indexOf(run, at + run.length);
      at = end < 0 ? at + run.length - 1 : end + run.length - 1;
    } else if (sign === '[') {
      const end = indexOfSign(markdown, ']', at + 1);
      if (end < 0) break;
      const isLink = markdown[end + 1] === '(' || markdown[at - 1] === '!';
      if (!isLink) found.push({ from: at, to: end + 1, inside: markdown.slice(at + 1, end) });
      at = end;
    }
  }
  return found;
}

/** What stands in a gap. */
export function readGap(inside: string): WrittenGap {
  const [head = '', word, weight] = HEAD.exec(inside) ?? [];
  const isTold = word !== undefined || weight !== undefined;
  const entries = splitAt(isTold ? inside.slice(head.length) : inside, '|')
    .map(readEntry)
    .filter(({ text }) => text !== '');
  const takes = word === undefined ? usualTakes(entries) : WORDS[word as keyof typeof WORDS];
  return { takes, capitals: word === 'exact', weight: Math.max(1, Number(weight ?? 1)), entries };
}

/** A gap as it is written, brackets and all. */
export function writeGap({ takes, capitals, weight, entries }: WrittenGap): string {
  const word = capitals
    ? 'exact'
    : takes === usualTakes(entries)
      ? ''
      : ({ text: 'text', number: 'number', one: 'pick', several: 'several' } as const)[takes];
  const head = [word, weight === 1 ? '' : `x${weight}`].filter((one) => one !== '').join(' ');
  return `[${head === '' ? '' : `${head}: `}${entries.map(writeEntry).join(' | ')}]`;
}

function usualTakes(entries: readonly GapEntry[]): Takes {
  if (entries.some(({ wrong }) => wrong)) return 'one';
  return entries.length > 0 && entries.every(({ text }) => NUMBER.test(text)) ? 'number' : 'text';
}

function readEntry(written: string): GapEntry {
  // with a blank before it, as C# has none
  const [said, words] = cutAt(written, '#', (at) => at === 0 || /\s/.test(written[at - 1] ?? ''));
  let text = said.trim();
  const wrong = text.startsWith('!');
  if (wrong) text = text.slice(1).trim();
  const percent = PERCENT.exec(text);
  if (percent !== null) text = text.slice(percent[0].length).trim();
  return {
    text: plainOf(text),
    percent: percent === null ? null : Number(percent[1]),
    wrong,
    words: plainOf((words ?? '').trim()),
  };
}

function writeEntry({ text, percent, wrong, words }: GapEntry): string {
  const said = words === '' ? '' : ` # ${escaped(words)}`;
  // what begins as something else is kept from being read so
  const bare = escaped(text).replace(PERCENT, (found) => found.replace('%', '\\%'));
  const first = bare.replace(/^(?=!)/, '\\').replace(/^(text|exact|number|pick|several|[x×]\d+)(\s*):/, '$1$2\\:');
  return `${wrong ? '!' : ''}${percent === null ? '' : `${percent}% `}${first}${said}`;
}

/** Also what Markdown would read: a star, a line under a word, a dollar, a backquote. */
const escaped = (text: string): string => text.replace(/[\\[\]|#*_$`<&~]/g, '\\$&').replace(/\s+/g, ' ');

const plainOf = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/\s+/g, ' ');
