/**
 * Questions as a sheet that Wayground and others read, and we too: a question a row. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe, which our reader takes away again.
 */
import type { Asked } from '../foreign.ts';
import type { OutFile } from '../out/file.ts';
import type { OutItem } from '../out/item.ts';
import { eachWritten, notHere, type OutLine, type Pen } from '../out/pen.ts';
import { nowhere, rightPlaces, spanOf } from '../out/right.ts';
import type { Remark } from '../remark.ts';

interface Row {
  type: string;
  options: string[];
  /** `1,3` */
  correct: string;
}
const LEAST_OPTIONS = 5;

/** @param name of the file, without its ending */
export function writeCsv(items: readonly (OutItem | Remark)[], name: string): { lines: OutLine[]; files: OutFile[] } {
  const { lines, written } = eachWritten(items, () => null, rowOf);
  const most = Math.max(LEAST_OPTIONS, ...written.map(({ made }) => made.row.options.length));
  const numbers = Array.from({ length: most }, (_one, index) => index + 1);
  const head = [
    'Question Text',
    'Question Type',
    ...numbers.map((number) => `Option ${number}`),
    'Correct Answer',
    'Time in seconds',
    'Image Link',
    'Answer explanation',
  ];
  const rows = written.map(({ made: { row, prompt, explanation }, item }) => [
    prompt,
    row.type,
    ...numbers.map((number) => row.options[number - 1] ?? ''),
    row.correct,
    String(item.seconds),
    '',
    explanation,
  ]);
  // by its mark a spreadsheet knows that the letters are UTF-8
  const text = [head, ...rows].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
  return { lines, files: [{ path: `${name}.csv`, parts: [`\uFEFF${text}`] }] };
}

function rowOf(pen: Pen): { row: Row; prompt: string; explanation: string } {
  const row = answersOf(pen.item.asked, pen);
  pen.leaves('points', 'hints', 'tags', 'solution', 'feedback', 'unit', 'capitals');
  return { row, prompt: pen.plain(pen.item.prompt), explanation: pen.plain(pen.item.explanation) };
}

function answersOf(asked: Asked, pen: Pen): Row {
  switch (asked.form) {
    case 'options':
      return optionsOf(asked, pen);
    case 'words':
      return { type: 'Fill-in-the-Blank', options: wholeOnly(asked.texts, pen).map(({ text }) => text), correct: '' };
    case 'ranges':
      return numberOf(asked, pen);
    case 'free':
      return { type: 'Open-Ended', options: [], correct: '' };
    case 'sequence':
      return notHere('out.noSequence');
    case 'pairs':
      return notHere('out.noPairs');
    case 'code':
      return notHere('out.noCode');
    case 'note':
    case 'gapped':
    case 'refused':
      return nowhere(asked);
  }
}

function optionsOf(asked: Extract<Asked, { form: 'options' }>, pen: Pen): Row {
  const { options, several, credit, poll } = asked;
  const texts = options.map(({ text }) => pen.plain(text));
  if (poll === true) {
    if (several) pen.change('out.multiple');
    return { type: 'Poll', options: texts, correct: '' };
  }
  if (several && credit !== 'all') pen.change('out.sharesAsAll');
  if (!several && options.some(({ weight }) => weight !== 0 && weight !== 1)) pen.change('out.onlyFull');
  return {
    type: several ? 'Checkbox' : 'Multiple Choice',
    options: texts,
    correct: rightPlaces(asked)
      .map((place) => place + 1)
      .join(','),
  };
}

function numberOf({ ranges }: Extract<Asked, { form: 'ranges' }>, pen: Pen): Row {
  const values = wholeOnly(ranges, pen).flatMap(({ range }) => {
    if (range === null) return [];
    const { middle, wide } = spanOf(range);
    // what is forgiven of a number that was rounded is not worth a word
    if (Number(wide) > 1e-4 * Math.abs(Number(middle))) pen.change('out.tolerance', { tolerance: wide });
    return [middle];
  });
  return values.length === 0 ? notHere('out.kind') : { type: 'Fill-in-the-Blank', options: values, correct: '' };
}

/** Those that earn everything; that others earn a part is not told there. */
function wholeOnly<T extends { weight: number }>(known: readonly T[], pen: Pen): T[] {
  if (known.some(({ weight }) => weight > 0 && weight < 1)) pen.change('out.partly');
  return known.filter(({ weight }) => weight === 1);
}

/** What spreadsheets run begins so, in wide letters too; a number by itself is none. */
const RUNS = /^'*\s*[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** One cell as it stands in the file. */
export function cellOf(text: string): string {
  const guarded = RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",;\r\n\t|]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
