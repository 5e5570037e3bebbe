/** Aiken, and its larger dialect in which a line before each question says of what type it is. */

import { range, readDecimal } from '../decimal.ts';
import type { Decoded } from '../decode.ts';
import { type Asked, type ForeignFile, type ForeignItem, type Gap, type Prose, plain } from '../foreign.ts';
import { readCloze } from '../moodle/cloze.ts';
import { brief, ItemRefused, remark } from '../remark.ts';
import { ANSWER, type Block, blocksOf, FEEDBACK, OPTION } from './blocks.ts';

export const looksLikeAiken = (text: string): boolean =>
  /^[ \t]*ANSWER:[ \t]*\S/im.test(text) && /^[ \t]*[A-Z][.)]/m.test(text);

export function readAiken({ text, remarks }: Decoded): ForeignFile {
  const blocks = blocksOf(text);
  const categories = blocks.filter(({ type }) => type === 'category').length;
  return {
    format: 'aiken',
    title: null,
    items: blocks.filter(({ type }) => type !== 'category').map(itemOf),
    remarks: [...remarks, ...(categories > 0 ? [remark('file.categories', { count: categories })] : [])],
  };
}

interface Parts {
  /** before the answer, with the options */
  lines: string[];
  /** null: there is no such line */
  answer: string | null;
}

interface Read {
  prompt: Prose;
  asked: Asked;
}
const READERS: Readonly<Record<string, (parts: Parts) => Read>> = {
  '': readChoice,
  multichoice: readChoice,
  essay: ({ lines }) => ({ prompt: textOf(lines), asked: { form: 'free' } }),
  description: ({ lines }) => ({ prompt: textOf(lines), asked: { form: 'note' } }),
  shortanswer: ({ lines, answer }) => ({
    prompt: textOf(lines),
    asked: {
      form: 'words',
      capitals: false,
      texts: keysOf(answer).map((text) => ({ text, weight: 1, feedback: null })),
    },
  }),
  numerical: ({ lines, answer }) => ({
    prompt: textOf(lines),
    asked: { form: 'ranges', unit: null, ranges: keysOf(answer).map(exactly) },
  }),
  truefalse: readTruth,
  cloze: readGaps,
  order: readOrder,
  matching: readPairs,
};

function itemOf({ type, lines, line }: Block): ForeignItem {
  const answerAt = lines.findIndex((one) => ANSWER.test(one));
  const answer = answerAt < 0 ? null : (lines[answerAt] ?? '').replace(ANSWER, '').trim();
  const feedback = lines.flatMap((one) => (FEEDBACK.test(one) ? [plain(one.replace(FEEDBACK, '').trim())] : []));
  const asks = (answerAt < 0 ? lines : lines.slice(0, answerAt)).filter((one) => !FEEDBACK.test(one));
  const common = { at: { unit: 'line' as const, number: line }, title: '', feedback, hints: [], remarks: [] };
  try {
    return { ...common, ...(READERS[type] ?? readChoice)({ lines: asks, answer }) };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return { ...common, prompt: plain(asks[0] ?? ''), asked: { form: 'refused', reason: error.remark } };
  }
}

const textOf = (lines: readonly string[]): Prose => plain(lines.join('\n').trim());

function keysOf(answer: string | null): string[] {
  if (answer === null) throw new ItemRefused('aiken.noAnswer');
  const keys = answer.split(',').map((one) => one.trim());
  if (keys.every((one) => one === '')) throw new ItemRefused('aiken.emptyAnswer');
  return keys.filter((one) => one !== '');
}

function exactly(text: string): { range: ReturnType<typeof range>; weight: number; feedback: null } {
  const value = readDecimal(text);
  if (value === null) throw new ItemRefused('ranges.unread', { text: brief(text) });
  return { range: range(value, { digits: 0n, places: 0 }), weight: 1, feedback: null };
}

function readChoice({ lines, answer }: Parts): Read {
  const { prompt, options } = optionsIn(lines);
  const keys = keysOf(answer).map((one) => one.replace(/[.)]$/, '').toUpperCase());
  if (options.length < 2) throw new ItemRefused('aiken.noOptions');
  const labels = options.map(({ label }) => label.toUpperCase());
  const strange = keys.find((one) => !labels.includes(one));
  if (strange !== undefined)
    throw new ItemRefused('aiken.key', {
      key: brief(strange, 20),
      labels: options.map(({ label }) => label).join(', '),
    });
  const several = keys.length > 1;
  return {
    prompt: textOf(prompt),
    asked: {
      form: 'options',
      several,
      ...(several ? { credit: 'shares' as const } : {}),
      options: options.map(({ label, text }) => ({
        text: plain(text),
        weight: keys.includes(label.toUpperCase()) ? 1 : 0,
        feedback: null,
      })),
    },
  };
}

interface Labelled {
  label: string;
  text: string;
}

/** The last lines with labels, back to `A`: the prompt may have some of its own, and its first line is never an option. */
function optionsIn(lines: readonly string[]): { prompt: string[]; options: Labelled[] } {
  const options: Labelled[] = [];
  let at = lines.length - 1;
  for (; at > 0; at -= 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const found = OPTION.exec(line);
    if (found === null) break;
    options.unshift({ label: found[1] ?? '', text: (found[2] ?? '').trim() });
    if (/^a$/i.test(found[1] ?? '')) {
      at -= 1;
      break;
    }
  }
  return { prompt: lines.slice(0, at + 1), options };
}

function readTruth({ lines, answer }: Parts): Read {
  const [key = ''] = keysOf(answer);
  if (!/^(?:true|false|t|f)$/i.test(key))
    throw new ItemRefused('aiken.key', { key: brief(key, 20), labels: 'True, False' });
  const isTrue = /^t/i.test(key);
  const options = [true, false].map((one) => ({
    text: plain(one ? 'True' : 'False'),
    weight: one === isTrue ? 1 : 0,
    feedback: null,
  }));
  return { prompt: textOf(lines), asked: { form: 'options', several: false, options } };
}

function readGaps({ lines }: Parts): Read {
  const { prompt, gaps }: { prompt: Prose; gaps: Gap[] } = readCloze(textOf(lines));
  return { prompt, asked: { form: 'gapped', gaps } };
}

/** The key names the items by their labels, in their right order. */
function readOrder({ lines, answer }: Parts): Read {
  const keys = keysOf(answer);
  const items = lines.slice(1).flatMap((line): Labelled[] => {
    const found = OPTION.exec(line);
    return found === null ? [] : [{ label: found[1] ?? '', text: (found[2] ?? '').trim() }];
  });
  const sorted = keys.map((key) => items.find(({ label }) => label === key));
  const labels = items.map(({ label }) => label).join(', ');
  if (new Set(keys).size !== items.length || sorted.includes(undefined))
    throw new ItemRefused('aiken.key', { key: brief(keys.join(', '), 20), labels });
  const prompt = lines.filter((line, index) => index === 0 || !OPTION.test(line));
  return { prompt: textOf(prompt), asked: { form: 'sequence', items: sorted.map((one) => plain(one?.text ?? '')) } };
}

function readPairs({ lines }: Parts): Read {
  const pairs: { left: Prose; right: Prose }[] = [];
  const prompt: string[] = [];
  lines.forEach((line, index) => {
    const right = /^\s*match:\s*(.*)$/i.exec(line)?.[1];
    const next = /^\s*match:/i.test(lines[index + 1] ?? '');
    if (right !== undefined)
      pairs.push({ left: plain((lines[index - 1] ?? '').replace(/^\s*\w+[.)]\s*/, '')), right: plain(right) });
    else if (!next) prompt.push(line);
  });
  return { prompt: textOf(prompt), asked: { form: 'pairs', pairs, distractors: [] } };
}
