/** Tables as a file for Excel: numbers are numbers, and a text is a text, whatever it begins with. */
import writeExcelFile from 'write-excel-file/node';

type Cell = string | number | null;
interface Sheet {
  name: string;
  rows: readonly (readonly Cell[])[];
}

/** What a cell may hold. */
const LONGEST = 32_000;
/** What XML cannot say. */
const UNSAYABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** What the name of a sheet may not hold, and how long it may be. */
const NOT_IN_NAMES = /[\\/?*[\]:]/g;
const LONGEST_NAME = 31;
/** Columns of names are wider. */
const WIDTHS = [28, 18];

/** @returns the bytes of an xlsx file: its first row stays in sight */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ name, rows }) => ({
      sheet: name.replaceAll(NOT_IN_NAMES, ' ').slice(0, LONGEST_NAME),
      stickyRowsCount: 1,
      columns: (rows[0] ?? []).map((_, at) => ({ width: WIDTHS[at] ?? 16 })),
      data: rows.map((row, at) => row.map((cell) => cellOf(cell, at === 0))),
    })),
  ).toBuffer();
}

function cellOf(cell: Cell, isHead: boolean) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  const value = cell.replaceAll(UNSAYABLE, ' ').slice(0, LONGEST);
  return { value, type: String, ...(isHead ? { fontWeight: 'bold' as const, wrap: true } : {}) };
}
