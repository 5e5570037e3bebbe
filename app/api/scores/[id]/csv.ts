/** Rows as a CSV file that spreadsheets open as it is: UTF-8 with its mark, and nothing in it that they would run. */
import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | null;

/** Text that a spreadsheet would take for a formula (=, +, -, @, a tab first) gets an apostrophe; numbers stay numbers. */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
}

/** The header that names a download: the name itself for browsers, and an ASCII one for what knows nothing newer. */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\/:*?<>|%]/g, '')
    .trim();
  const whole = encodeURIComponent(name.replace(/[\\/:*?<>|"]/g, '-')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii || 'scores.csv'}"; filename*=UTF-8''${whole}`;
}
