/** The people of a list, a row each: their names in the order in which they are spoken, and what lists order them by. */
import { readPersonName } from '../../people/names/person-name.ts';
import { readSignInName } from '../../people/names/sign-in-name.ts';
import { sortNameOf, sortNameOfParts, spokenName } from '../../people/names/sort-name.ts';
import type { RefusalCode } from '../../refusal.ts';
import type { Row } from '../sheets/table.ts';
import { CAPITALS, cellText, type RosterColumns, type RosterField } from './columns.ts';

export interface RosterLine {
  /** its row in the list, from 1 */
  at: number;
  /** what everybody sees */
  name: string;
  /** as the list has it, where that is another name than the one that is seen */
  fullName: string | null;
  /** what lists order by */
  sortName: string;
  /** what the list gives to sign in with; null: nothing */
  login: string | null;
  /** why nobody can be made of it */
  problem: RefusalCode | null;
}

/** Rows of a grade book that are no people. */
export const NO_PEOPLE = /^(?:points possible|manual posting|student, test|test student|punkte moglich|teststudent)$/i;
/**
 * A line above a list, or between two of them, that is nobody: "Class 10b", "Kurs Mathe 2:", "10b", "Students:". A word that says what it
 * is about, with a number or a colon; or nothing but a number with a letter or two.
 */
const HEADING =
  /^(?:(?:class|klasse|classe|clase|klas|turma|course|kurs|cours|curso|corso|group|gruppe|groupe|grupo|gruppo|groep|year|jahrgang|jahr|form|grade|stufe|school|schule|subject|fach|list|liste|lista|teachers?|lehrer(?:in)?|students?|pupils?|schuler(?:innen)?|eleves?|alumnos|studenti|leerlingen|names?|namen)(?=[\s:.-])[^,;]*(?:\d|:\s*$)[^,;]*|\d{1,2}\s?[.\-/]?\s?[a-z]{0,2}|(?:class|klasse|students|pupils|schuler|eleves|names|namen)\s*:?)$/i;

/** Whether a row is such a line: one cell, and nothing else in it. */
function isHeading(row: Row): boolean {
  const filled = row.map(cellText).filter((text) => text !== '');
  const [only] = filled;
  return filled.length === 1 && only !== undefined && HEADING.test(only.normalize('NFD').replace(/\p{M}/gu, ''));
}

/** `1.`, `12)`, `-`, `•` before a name. */
const NUMBERING = /^\s*(?:\d{1,3}\s*[.):]\s*|[-–—•*·▪◦]\s+)/u;
const ADDRESS = /\s*[<(]\s*([^\s<>()]+@[^\s<>()]+)\s*[>)]\s*/;

/** @returns a line a person; rows that hold nobody are left out */
export function rosterLines(rows: readonly Row[], { skip, columns }: RosterColumns): RosterLine[] {
  const texts = rows.slice(skip).map((row, index) => ({ at: skip + index + 1, cells: row.map(cellText) }));
  const family = columns.findIndex(({ field }) => field === 'family');
  const isCapital =
    family >= 0 && texts.every(({ cells }) => (cells[family] ?? '') === '' || CAPITALS.test(cells[family] ?? ''));
  return texts.flatMap(({ at, cells }) => {
    if (isHeading(cells)) return [];
    const said = (field: RosterField): string => {
      const column = columns.findIndex((one) => one.field === field);
      return column < 0 ? '' : (cells[column] ?? '');
    };
    const whole = personOf(said('name'));
    const parts = { family: isCapital ? inLowerCase(said('family')) : said('family'), given: said('given') };
    const hasParts = parts.family !== '' || parts.given !== '';
    const full = hasParts ? spokenName(parts) : whole.name;
    if (full === '' || NO_PEOPLE.test(full)) return [];
    const preferred = said('preferred');
    const seen = preferred === '' ? full : preferredName(preferred, hasParts ? parts.family : '');
    const name = readPersonName(seen);
    const given = said('login') || whole.login;
    const login = given === '' ? null : readSignInName(given);
    return [
      {
        at,
        name: name.ok ? name.name : seen,
        fullName: full === seen ? null : full,
        sortName: hasParts ? sortNameOfParts(parts) : whole.sortName,
        login: login === null ? null : login.ok ? login.name : given,
        problem: !name.ok ? name.refused : login !== null && !login.ok ? login.refused : null,
      },
    ];
  });
}

/** A cell that holds a whole name: `Müller, Jürgen`, `3. Ada Lovelace <ada@school.example>`. */
function personOf(cell: string): { name: string; sortName: string; login: string } {
  const login = ADDRESS.exec(cell)?.[1] ?? '';
  const bare = cell.replace(ADDRESS, ' ').replace(NUMBERING, '').replace(/\s+/g, ' ').trim();
  const [, family, given] = /^([^,;]+)[,;]\s*([^,;]+)$/.exec(bare) ?? [];
  if (family === undefined || given === undefined) return { name: bare, sortName: sortNameOf(bare), login };
  const isSuffix = /^(?:jun|sen|jr|sr|ii|iii|iv)\.?$/i.test(given.trim());
  if (isSuffix) return { name: bare.replace(/\s*[,;]\s*/, ' '), sortName: bare, login };
  const parts = { family: family.trim(), given: given.trim() };
  return { name: spokenName(parts), sortName: sortNameOfParts(parts), login };
}

/** A first name that is preferred goes with the family name; a whole name stands as it is. */
const preferredName = (preferred: string, family: string): string =>
  preferred.includes(' ') || family === '' ? preferred : spokenName({ given: preferred, family });

/** `D'ALMEIDA` as `D'Almeida`: nobody is shouted at in a list of ours. */
const inLowerCase = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(^|[\s\-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
