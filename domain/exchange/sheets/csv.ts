/** Rows as a CSV file that spreadsheets open as it is: UTF-8 with its mark, and nothing in it that they would run. */
import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | null;

/** What a spreadsheet takes for a formula, also after what it trims away before it looks. */
const FORMULA = /^[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** What may end a row or a cell, in some program. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

/** What a country's spreadsheets take for a file of theirs. */
export interface CsvForm {
  separator: ',' | ';';
  decimal: '.' | ',';
}

/**
 * Every cell in quotes: a separator of another country's spreadsheets (;), a tab or a line feed begins no cell of its own.
 * Text that would be taken for a formula gets an apostrophe; numbers stay numbers.
 */
export function csvOf(
  rows: readonly (readonly CsvCell[])[],
  { separator, decimal }: CsvForm = { separator: ',', decimal: '.' },
): string {
  const written = (cell: CsvCell): CsvCell =>
    typeof cell === 'number' ? String(cell).replace('.', decimal) : cell === null ? cell : harmless(cell);
  return stringify(
    rows.map((row) => row.map(written)),
    { bom: true, quoted: true, quoted_empty: true, record_delimiter: 'windows', delimiter: separator },
  );
}

function harmless(text: string): string {
  const line = text.replace(BREAKS, ' ').trim();
  return FORMULA.test(line) ? `'${line}` : line;
}
