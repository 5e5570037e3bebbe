/** Rows of a sheet, whatever they were stored as. */
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/universal';
import type { Archive } from '../archive.ts';
import { MOST } from '../limits.ts';
import { FileRefused, type Remark, remark } from '../remark.ts';

export type Cell = string | number | boolean | Date | null;
export type Row = readonly Cell[];

export interface Table {
  rows: readonly Row[];
  remarks: readonly Remark[];
}

export const isWorkbook = (archive: Archive): boolean =>
  archive.has('[Content_Types].xml') && [...archive.keys()].some((name) => name.startsWith('xl/'));

/** The sheets of a workbook; what a formula gave is what it is. @param archive the same, unpacked within its limits */
export async function readTables(bytes: Uint8Array, archive: Archive): Promise<Table[]> {
  const names = [...archive.keys()];
  if (names.some((name) => /^xl\/(?:vbaProject\.bin|macrosheets\/)/i.test(name))) throw new FileRefused('sheet.macros');
  const sheets = names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  const formulas = sheets.reduce((sum, name) => sum + formulasIn(archive.get(name)), 0);
  const remarks = formulas === 0 ? [] : [remark('sheet.formulas', { count: formulas })];
  for (const name of sheets) measure(new TextDecoder().decode(archive.get(name)));
  try {
    const copy = new Uint8Array(bytes).buffer;
    const read = await readWorkbook(copy, { trim: false });
    return read.map(({ data }) => ({ rows: limited(data as Row[]), remarks }));
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused('sheet.broken');
  }
}

/** A single cell in the last row and column would be a table of seventeen billion. */
function measure(sheet: string): void {
  let [row, column, cells] = [0, 0, 0];
  for (const [, letters = '', number = ''] of sheet.matchAll(/<c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g)) {
    row = Math.max(row, Number(number));
    column = Math.max(
      column,
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    );
    cells += 1;
  }
  if (row > MOST.rows) throw new FileRefused('sheet.rows', { most: MOST.rows });
  if (row * column > MOST.cells || cells > MOST.cells / 4) throw new FileRefused('sheet.cells');
}

const formulasIn = (bytes: Uint8Array | undefined): number =>
  bytes === undefined ? 0 : (new TextDecoder().decode(bytes).match(/<f[\s>/]/g)?.length ?? 0);

const DELIMITERS = [',', ';', '\t', '|'];

/** Text with one sign between its columns; null: it has no columns. */
export function readCsv(text: string): Table | null {
  const hint = /^sep=(.)\n/i.exec(text);
  const body = hint === null ? text : text.slice(hint[0].length);
  const delimiter = hint?.[1] ?? delimiterOf(body);
  if (delimiter === null) return null;
  try {
    const rows: string[][] = parse(body, {
      delimiter,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: MOST.text * 2,
      to: MOST.rows + 1,
    });
    return {
      rows: limited(rows).map((row) => row.map((cell) => (cell === '' ? null : unguarded(String(cell))))),
      remarks: [],
    };
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    return null;
  }
}

function limited<T>(rows: readonly T[]): readonly T[] {
  if (rows.length > MOST.rows) throw new FileRefused('sheet.rows', { most: MOST.rows });
  return rows;
}

/** What is written before `=` against formulas is no part of the text. */
const unguarded = (text: string): string => text.replace(/^'(?='*\s*[=+\-@\t\r＝＋－＠])/, '');

/** The sign that parts most of the first rows into the same number of columns. */
function delimiterOf(text: string): string | null {
  const lines = text
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const steady = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => outsideQuotes(line).split(delimiter).length - 1);
    const usual = counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0;
    return { delimiter, usual, share: counts.filter((count) => count === usual).length };
  });
  const best = steady
    .filter(({ usual }) => usual > 0)
    .toSorted((one, other) => other.share - one.share || other.usual - one.usual)[0];
  return best?.delimiter ?? null;
}

const outsideQuotes = (line: string): string => line.replace(/"[^"]*"/g, '');
