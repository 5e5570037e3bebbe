/** What stands between the braces of a GIFT question. */
import { cutAt, indexOfSign } from '../../escaped.ts';
import { range, readDecimal } from '../decimal.ts';
import { type Asked, type Prose, plain, type Weighted, type WeightedRange } from '../foreign.ts';
import { brief, ItemRefused } from '../remark.ts';
import { shareOf } from '../weights.ts';
import { unescaped } from './escapes.ts';

const FORMATS: Readonly<Record<string, Prose['as']>> = {
  html: 'html',
  moodle: 'moodle',
  plain: 'plain',
  markdown: 'markdown',
};

/** A text with the format that may stand before it. */
export function proseOf(written: string, usual: Prose['as'] = 'moodle'): Prose {
  const found = /^\s*\[(html|moodle|plain|markdown)\]/i.exec(written);
  const as = FORMATS[found?.[1]?.toLowerCase() ?? ''] ?? usual;
  return { as, text: unescaped(written.slice(found?.[0].length ?? 0)).trim() };
}

interface Entry {
  sign: '=' | '~';
  weight: number;
  /** without its weight, as it is written */
  text: string;
  feedback: Prose | null;
}

/** @returns what is asked, and the general feedback behind it */
export function readAnswers(written: string, usual: Prose['as']): { asked: Asked; general: Prose | null } {
  const [before, after] = cutAt(written, '####');
  const general = after === null || after.trim() === '' ? null : proseOf(after, usual);
  return { asked: askedIn(before.trim(), usual), general };
}

function askedIn(text: string, usual: Prose['as']): Asked {
  if (text === '') return { form: 'free' };
  if (text.startsWith('#')) return numbersIn(text.slice(1), usual);
  const truth = /^(T|TRUE|F|FALSE)\s*(?=#|$)/i.exec(text);
  if (truth !== null) return truthOf(/^t/i.test(truth[1] ?? ''), text.slice(truth[0].length), usual);
  const entries = entriesOf(text, usual);
  const isPair = (entry: Entry): boolean => entry.sign === '=' && indexOfSign(entry.text, '->') >= 0;
  if (entries.every(isPair)) return pairsOf(entries, usual);
  if (entries.every(({ sign }) => sign === '='))
    return {
      form: 'words',
      capitals: false,
      texts: entries.map((entry) => ({ ...entry, text: proseOf(entry.text, usual).text })),
    };
  const options = entries.map((entry): Weighted => ({ ...entry, text: proseOf(entry.text, usual) }));
  return { form: 'options', options, several: entries.every(({ sign }) => sign === '~') };
}

/** What comes between a `=` or `~` and the next one. */
function entriesOf(text: string, usual: Prose['as']): Entry[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '=' || text[at] === '~') starts.push(at);
  }
  const [first] = starts;
  if (first === undefined || text.slice(0, first).trim() !== '')
    throw new ItemRefused('gift.answer', { text: brief(text) });
  return starts.map((start, index) => {
    const sign = text[start] === '=' ? '=' : '~';
    const [said, feedback] = cutAt(text.slice(start + 1, starts[index + 1]), '#');
    const percent = /^\s*%([+-]?[\d.,]+)%/.exec(said);
    return {
      sign,
      weight: percent === null ? (sign === '=' ? 1 : 0) : shareOf(percent[1] ?? '0'),
      text: said.slice(percent?.[0].length ?? 0).trim(),
      feedback: feedback === null || feedback.trim() === '' ? null : proseOf(feedback, usual),
    };
  });
}

/** The words on a wrong answer come first. */
function truthOf(isTrue: boolean, rest: string, usual: Prose['as']): Asked {
  const [, wrong = null] = cutAt(rest, '#');
  const [onWrong, onRight] = wrong === null ? ['', null] : cutAt(wrong, '#');
  const words = (text: string | null): Prose | null =>
    text === null || text.trim() === '' ? null : proseOf(text, usual);
  const option = (name: string, isRight: boolean): Weighted => ({
    text: plain(name),
    weight: isRight ? 1 : 0,
    feedback: words(isRight ? onRight : onWrong),
  });
  return { form: 'options', several: false, options: [option('True', isTrue), option('False', !isTrue)] };
}

function pairsOf(entries: readonly Entry[], usual: Prose['as']): Asked {
  const halves = entries.map(({ text }) => {
    const [left, right] = cutAt(text, '->');
    return { left: proseOf(left, usual), right: proseOf(right ?? '', usual) };
  });
  return {
    form: 'pairs',
    pairs: halves.filter(({ left }) => left.text !== ''),
    distractors: halves.flatMap(({ left, right }) => (left.text === '' ? [right] : [])),
  };
}

function numbersIn(text: string, usual: Prose['as']): Asked {
  const isList = /^\s*[=~]/.test(text);
  const [said, feedback] = isList ? ['', null] : cutAt(text, '#');
  const entries: readonly Entry[] = isList
    ? entriesOf(text.trim(), usual)
    : [{ sign: '=', weight: 1, text: said, feedback: feedback === null ? null : proseOf(feedback, usual) }];
  const ranges = entries.map(({ text: written, weight, feedback: words }): WeightedRange => {
    const wanted = unescaped(written).trim();
    return { range: wanted === '' || wanted === '*' ? null : rangeOf(wanted), weight, feedback: words };
  });
  return { form: 'ranges', ranges, unit: null };
}

function rangeOf(text: string): NonNullable<WeightedRange['range']> {
  const [low, high] = text.split('..').map(readDecimal);
  if (text.includes('..')) {
    if (low && high) return { low, high, asEnds: true };
  } else {
    const [value, tolerance = '0'] = text.split(':');
    const read = readDecimal(value ?? '');
    const wide = readDecimal(tolerance);
    if (read !== null && wide !== null) return range(read, wide);
  }
  throw new ItemRefused('ranges.unread', { text: brief(text) });
}
