/** Sheets of Kahoot, Wayground (Quizizz), Blooket and Gimkit: a question a row. */
import { randomFrom } from '../../judging/random.ts';
import {
  type Asked,
  type ForeignFile,
  type ForeignItem,
  type Format,
  literal,
  plain,
  type Weighted,
} from '../foreign.ts';
import { FileRefused, ItemRefused, type Remark, remark } from '../remark.ts';
import { type Columns, columnsOf, nameOf } from './header.ts';
import { readKey } from './key.ts';
import type { Cell, Row, Table } from './table.ts';

/** The first of the tables that has questions; null: none has. */
export function readSheet(tables: readonly Table[]): ForeignFile | null {
  for (const { rows, remarks } of tables) {
    const columns = columnsOf(rows);
    if (columns === null) continue;
    const items = rows.flatMap((row, index) => (index > columns.row ? itemsOf(row, index + 1, columns) : []));
    const isExample = items.some(({ prompt }) => prompt.text === EXAMPLE);
    return {
      format: formatOf(rows, columns),
      title: null,
      items,
      remarks: [...remarks, ...(isExample ? [remark('sheet.example')] : [])],
    };
  }
  if (tables.some(({ rows }) => holdsAnswers(rows))) throw new FileRefused('sheet.responses');
  return null;
}

/** Stands in Kahoot's template, and is often left in it. */
const EXAMPLE = 'Which spreadsheet tools can read this sheet and export to xlsx format?';

/** What a form gave back: the answers of a class, without questions and keys. */
function holdsAnswers(rows: readonly Row[]): boolean {
  const names = (rows[0] ?? []).map(nameOf);
  return names.includes('timestamp') || (names.includes('start time') && names.includes('completion time'));
}

function formatOf(rows: readonly Row[], columns: Columns): Format {
  if (columns.rightFirst) return 'gimkit-sheet';
  const isBlooket = rows.slice(0, columns.row).some((row) => row.some((cell) => /blooket/i.test(String(cell ?? ''))));
  if (isBlooket) return 'blooket-sheet';
  return columns.type === null ? 'kahoot-sheet' : 'wayground-sheet';
}

const at = (row: Row, column: number | null): Cell => (column === null ? null : (row[column] ?? null));
const textAt = (row: Row, column: number | null): string => textOf(at(row, column));

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell).trim();
}

/** Numbered rows without anything in them are passed over. */
function itemsOf(row: Row, number: number, columns: Columns): ForeignItem[] {
  const text = textAt(row, columns.question);
  const answers = columns.answers.map((column) => textAt(row, column));
  if (text === '' && answers.every((answer) => answer === '')) return [];
  const seconds = Number.parseFloat(textAt(row, columns.time));
  const explanation = textAt(row, columns.explanation);
  const image = textAt(row, columns.image);
  const common = {
    at: { unit: 'row' as const, number },
    title: '',
    prompt: plain(text),
    feedback: explanation === '' ? [] : [plain(explanation)],
    hints: [],
    ...(Number.isFinite(seconds) && seconds > 0 ? { seconds } : {}),
  };
  const remarks = image === '' ? [] : [remark('picture.outside', { address: image })];
  try {
    const dated = [columns.question, ...columns.answers].some((column) => at(row, column) instanceof Date);
    if (dated) throw new ItemRefused('sheet.date');
    const read = askedIn(row, answers, columns);
    return [{ ...common, asked: read.asked, remarks: [...remarks, ...read.remarks] }];
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return [{ ...common, asked: { form: 'refused', reason: error.remark }, remarks }];
  }
}

interface Read {
  asked: Asked;
  remarks: Remark[];
}
const filled = (answers: readonly string[]): string[] => answers.filter((answer) => answer !== '');
const optionsOf = (answers: readonly string[], right: readonly number[]): Weighted[] =>
  answers.flatMap((answer, index) =>
    answer === '' ? [] : [{ text: plain(answer), weight: right.includes(index) ? 1 : 0, feedback: null }],
  );

function askedIn(row: Row, answers: readonly string[], columns: Columns): Read {
  const type = nameOf(at(row, columns.type));
  if (/^(?:draw|slide|comprehension|video response|audio response)/.test(type))
    throw new ItemRefused('sheet.type', { type });
  if (/^open ended/.test(type)) return { asked: { form: 'free' }, remarks: [] };
  if (/^fill in/.test(type)) {
    const texts = filled(answers).map((text) => ({ text: literal(text), weight: 1, feedback: null }));
    return { asked: { form: 'words', texts, capitals: false }, remarks: [] };
  }
  if (/^poll/.test(type))
    return { asked: { form: 'options', options: optionsOf(answers, []), several: false, poll: true }, remarks: [] };
  if (columns.rightFirst)
    return { asked: { form: 'options', options: mixed(optionsOf(answers, [0])), several: false }, remarks: [] };
  const { right, remarks } = readKey(at(row, columns.correct), answers);
  const several = right.length > 1 || /^(?:checkbox|multi select)/.test(type);
  const credit = several ? { credit: 'all' as const } : {};
  return { asked: { form: 'options', options: optionsOf(answers, right), several, ...credit }, remarks };
}

/** The right one is not always the first, and is the same at each import. */
function mixed(options: readonly Weighted[]): Weighted[] {
  const random = randomFrom(options.map(({ text }) => text.text).join('\n'));
  return options
    .map((option) => ({ option, place: random.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ option }) => option);
}
