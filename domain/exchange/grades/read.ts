/** A table of people with points: another program's grade book, or one of a teacher's own. Only texts of it leave this room. */

import { MOST_STUDENTS } from '../../people/input.ts';
import { FileRefused, type Remark } from '../remark.ts';
import type { RosterColumn } from '../roster/columns.ts';
import { cellText, rosterColumns } from '../roster/columns.ts';
import { NO_PEOPLE } from '../roster/lines.ts';
import { tableOf } from '../roster/read.ts';
import type { Row } from '../sheets/table.ts';

const MOST_COLUMNS = 300;
/** as many as a class can have, and the header with what stands below it */
const MOST_ROWS = MOST_STUDENTS + 10;

export interface GradeFile {
  columns: readonly RosterColumn[];
  /** as texts, from the header on; the header is the first */
  rows: readonly (readonly string[])[];
  /** by column what there was to have, where the table says so */
  possible: readonly (number | null)[];
  /** another program that takes it back by its own columns */
  from: 'canvas' | null;
  remarks: readonly Remark[];
}

/** @throws FileRefused */
export async function readGradeFile(bytes: Uint8Array): Promise<GradeFile> {
  const { rows, remarks } = await tableOf(bytes);
  if (rows.length > MOST_ROWS) throw new FileRefused('grades.rows', { most: MOST_ROWS });
  const { skip, columns } = peopleIn(rows);
  if (columns.length > MOST_COLUMNS) throw new FileRefused('grades.columns', { most: MOST_COLUMNS });
  if (skip === 0) throw new FileRefused('grades.header');
  if (columns.every(({ field }) => field === 'skip')) throw new FileRefused('grades.nobody');
  const texts = rows.slice(skip - 1).map((row) => columns.map((_, at) => cellText(row[at] ?? null)));
  return {
    ...{ columns, remarks, rows: texts },
    possible: possibleIn(rows, columns.length),
    from: isCanvas(texts[0] ?? []) ? 'canvas' : null,
  };
}

/** With a header that says who by a sign-in name alone, too. */
function peopleIn(rows: readonly Row[]): ReturnType<typeof rosterColumns> {
  const found = rosterColumns(rows);
  if (found.skip > 0) return found;
  // a header in which somebody is named is one; with a name put before it, it is read as any other
  const named = rosterColumns([['Name', ...(rows[0] ?? [])]]);
  if (!named.columns.slice(1).some(({ field }) => field === 'login')) return found;
  const { columns } = rosterColumns([['Name', ...(rows[0] ?? [])], ...rows.slice(1).map((row) => [null, ...row])]);
  return { skip: 1, columns: columns.slice(1) };
}

const isCanvas = (header: readonly string[]): boolean =>
  header[0] === 'Student' && header[1] === 'ID' && header.slice(0, 6).includes('Section');

/** The row of what there is to have, as Canvas writes it. */
function possibleIn(rows: readonly Row[], width: number): (number | null)[] {
  const row = rows.find((one) => /^points possible$/i.test(cellText(one[0] ?? null)));
  return Array.from({ length: width }, (_, at) => {
    const text = cellText(row?.[at] ?? null);
    return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
  });
}

/** Somebody of the table, as they are looked for. */
export interface PersonInFile {
  name: string;
  login: string;
}

/** @returns null: the row holds nobody */
export function personIn(row: readonly string[], columns: readonly RosterColumn[]): PersonInFile | null {
  const said = (field: RosterColumn['field']): string => {
    const at = columns.findIndex((one) => one.field === field);
    return at < 0 ? '' : (row[at] ?? '');
  };
  const parts = `${said('given')} ${said('family')}`.trim();
  const name = parts === '' ? said('name') : parts;
  const login = said('login');
  return (name === '' && login === '') || NO_PEOPLE.test(name) ? null : { name, login };
}

/** A student of the class, by what a table may call them. */
export interface Known {
  id: string;
  login: string;
  names: readonly string[];
}

/**
 * Who of a class somebody of a table is: by what they sign in with, else by a name that only one of the class has, whichever way round
 * it is written. Undefined: nobody, or more than one.
 */
export function matcher(
  students: readonly Known[],
): (person: PersonInFile) => { id: string; by: 'login' | 'name' } | undefined {
  const byLogin = new Map(students.map(({ id, login }) => [login.toLowerCase(), id]));
  const byName = Map.groupBy(
    students.flatMap(({ id, names }) => [...new Set(names.map(keyOf))].map((key) => ({ id, key }))),
    ({ key }) => key,
  );
  return ({ name, login }) => {
    const known = byLogin.get(login.trim().toLowerCase());
    if (login !== '' && known !== undefined) return { id: known, by: 'login' };
    const ids = new Set((byName.get(keyOf(name)) ?? []).map(({ id }) => id));
    const [id] = ids;
    return id === undefined || ids.size > 1 ? undefined : { id, by: 'name' };
  };
}

/** The words of a name without order, marks and capitals: "Müller, Jürgen" is "jurgen muller". */
const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ');

/** Whether a table says that somebody is excused: by the sign of Canvas, or by a word as grade books of several languages write it. */
export const isExcusedIn = (text: string): boolean =>
  /^(?:ex|excused?|exempt|entschuldigt|befreit|dispensiert|excusée?|dispensée?|exento|exenta|esonerat[oa]|vrijgesteld|dispensad[oa])$/i.test(
    text.trim(),
  );

/** Points as they stand in a table. Null: none are said; undefined: no number of points. */
export function pointsIn(text: string): number | null | undefined {
  const plain = text.trim().replace(',', '.');
  if (plain === '' || /^(?:[-–—]|n\/a)$/i.test(plain)) return null;
  const value = /^\d{1,5}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : Number.NaN;
  return value <= 10_000 ? Math.round(value * 1e4) / 1e4 : undefined;
}
