/**
 * A list of people as a teacher has it: pasted or typed lines, a CSV or an xlsx file. Only names and what one signs in with are taken;
 * everything else that a school's list says of a person stays out.
 */
import { isZip, readArchive } from '../archive.ts';
import { decodeText } from '../decode.ts';
import { MOST } from '../limits.ts';
import { FileRefused, type Remark, remark } from '../remark.ts';
import { isWorkbook, type Row, readCsv, readTables, type Table } from '../sheets/table.ts';
import { type RosterColumn, type RosterField, rosterColumns } from './columns.ts';
import { type RosterLine, rosterLines } from './lines.ts';

/** So many people are added at once. */
export const MOST_PEOPLE = 500;

export interface RosterRead {
  columns: readonly RosterColumn[];
  lines: readonly RosterLine[];
  remarks: readonly Remark[];
}

/** @throws FileRefused @param chosen what the columns are taken for, where somebody says so */
export async function readRoster(bytes: Uint8Array, chosen?: readonly RosterField[]): Promise<RosterRead> {
  const { rows, remarks } = await tableOf(bytes);
  const columns = rosterColumns(rows, chosen);
  const lines = rosterLines(rows, columns);
  if (lines.length > MOST_PEOPLE) throw new FileRefused('roster.many', { found: lines.length, most: MOST_PEOPLE });
  if (lines.length === 0 && chosen === undefined) throw new FileRefused('roster.nobody');
  return { columns: columns.columns, lines, remarks };
}

/** The rows of a list, whatever it is stored as. @throws FileRefused */
export async function tableOf(bytes: Uint8Array): Promise<Table> {
  if (bytes.length === 0) throw new FileRefused('file.empty');
  if (bytes.length > MOST.bytes) throw new FileRefused('file.large', { most: MOST.bytes / 2 ** 20 });
  if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte)) throw new FileRefused('file.oldExcel');
  if (isZip(bytes)) {
    const archive = readArchive(bytes);
    if (!isWorkbook(archive)) throw new FileRefused('roster.zip');
    const filled = (await readTables(bytes, archive)).filter(({ rows }) => rows.some((row) => row.some(Boolean)));
    const [first] = filled;
    if (first === undefined) throw new FileRefused('file.empty');
    return filled.length === 1 ? first : { ...first, remarks: [...first.remarks, remark('roster.firstSheet')] };
  }
  const { text, remarks } = decoded(bytes);
  if (text.trim() === '') throw new FileRefused('file.empty');
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(text)) throw new FileRefused('roster.page');
  // what stands above the header of a table has none of its signs
  const { above, rest } = fromHeader(text);
  const table = isTable(rest) ? readCsv(rest) : null;
  if (table !== null && above.length > 0)
    return { ...table, rows: [...linesOf(above.join('\n')), ...table.rows], remarks: [...remarks, ...table.remarks] };
  return table === null ? { rows: linesOf(text), remarks } : { ...table, remarks: [...remarks, ...table.remarks] };
}

/** What is no text at all is told as what was asked for, and not as a file of questions. */
function decoded(bytes: Uint8Array): ReturnType<typeof decodeText> {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof FileRefused) throw new FileRefused('roster.unknown');
    throw error;
  }
}

const MOST_ABOVE = 10;

/** The lines above the one that names the columns of a table; none, where there is no such line. */
function fromHeader(text: string): { above: string[]; rest: string } {
  const lines = text.split('\n');
  const at = lines.slice(0, MOST_ABOVE + 1).findIndex((line) => {
    const cells = line.split(/[;\t|,]/);
    const { skip, columns } = rosterColumns([cells]);
    // somebody may well be called as a column is
    return cells.length > 1 && skip === 1 && columns[0]?.field !== 'skip';
  });
  if (at <= 0 || lines.slice(0, at).some((line) => /[;\t|"]/.test(line))) return { above: [], rest: text };
  return { above: lines.slice(0, at), rest: lines.slice(at).join('\n') };
}

/** "Müller, Jürgen" on each line is a name, and no table with two columns: those have a header, other signs, or more columns. */
function isTable(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const counts = (sign: string): number[] => lines.slice(0, 20).map((line) => line.split(sign).length - 1);
  const isSteady = (sign: string, least: number): boolean => counts(sign).every((count) => count >= least);
  if (/^sep=.$/i.test(lines[0] ?? '') || lines.some((line) => line.includes('"'))) return true;
  if (isSteady('\t', 1) || isSteady('|', 1) || isSteady(';', 1)) return true;
  if (!isSteady(',', 1)) return false;
  const header = (lines[0] ?? '').split(',').map((cell): Row[number] => cell);
  return isSteady(',', 2) || rosterColumns([header]).skip === 1;
}

const linesOf = (text: string): Row[] => text.split('\n').map((line) => [line.trim() === '' ? null : line]);
