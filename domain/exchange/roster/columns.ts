/** Which column of a list of people says what: by the names in its header in seven languages, else by what stands in it. */
import { nameOf } from '../sheets/header.ts';
import type { Cell, Row } from '../sheets/table.ts';

/** What a column is taken for. `skip`: it is not stored. */
export const ROSTER_FIELDS = ['name', 'family', 'given', 'preferred', 'login', 'skip'] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

const NAMES: readonly (readonly [RosterField, RegExp])[] = [
  [
    'login',
    /^(?:signs? ?in(?: name| as)?|sis login id|login|login id|username|user name|user|benutzername|anmeldename|identifiant|usuario|utilizador|nome utente|gebruikersnaam)$/,
  ],
  [
    'login',
    /^(?:e ?mail(?: address| adresse)?|mail|courriel|adresse e mail|correo(?: electronico)?|email adresse|indirizzo e mail|e mailadres)$/,
  ],
  [
    'preferred',
    /^(?:preferred name|preferred first name|nickname|known as|rufname|spitzname|prenom usuel|apodo|roepnaam|soprannome)$/,
  ],
  [
    'family',
    /^(?:last ?name|surname|family ?name|nachname|familienname|nom|nom de famille|apellidos?|cognome|achternaam|sobrenome|apelido)$/,
  ],
  ['given', /^(?:first ?name|given ?name|forename|vorname|prenom|nombre|nome|voornaam|nome proprio)$/],
  [
    'name',
    /^(?:name|full ?name|student|students|pupil|schuler(?: in)?|schulerin|eleve|eleves|alumno|alumna|estudiante|studente|leerling|aluno|nom prenom|nom et prenom|teilnehmer(?: in)?|nombre completo|nome completo|nome e cognome)$/,
  ],
];

export interface RosterColumn {
  /** as it stands in the header; '' without one */
  title: string;
  samples: readonly string[];
  field: RosterField;
}

export interface RosterColumns {
  /** rows before the first person */
  skip: number;
  columns: readonly RosterColumn[];
}

const FIRST_ROWS = 15;
const SAMPLES = 3;

/** The columns of a list, each with what it is taken for. @param chosen what somebody says instead, by column */
export function rosterColumns(rows: readonly Row[], chosen?: readonly RosterField[]): RosterColumns {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const header = headerOf(rows);
  const skip = header === null ? 0 : header.row + 1;
  const people = rows.slice(skip).filter((row) => row.some((cell) => cellText(cell) !== ''));
  const guessed = header === null ? withoutHeader(people, width) : header.fields;
  return {
    skip,
    columns: Array.from({ length: width }, (_, column) => ({
      title: header === null ? '' : cellText(rows[header.row]?.[column] ?? null),
      samples: people
        .map((row) => cellText(row[column] ?? null))
        .filter((text) => text !== '')
        .slice(0, SAMPLES),
      field: chosen?.[column] ?? guessed[column] ?? 'skip',
    })),
  };
}

/** What a cell says, as one line. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell)
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function headerOf(rows: readonly Row[]): { row: number; fields: RosterField[] } | null {
  for (const [row, cells] of rows.slice(0, FIRST_ROWS).entries()) {
    const names = cells.map(nameOf);
    const found = names.map((name) => NAMES.find(([, known]) => known.test(name))?.[0] ?? 'skip');
    if (found.some((field) => field === 'name' || field === 'family' || field === 'given'))
      return { row, fields: settled(found, names) };
  }
  return null;
}

/** `Name` beside `Vorname` is the family name; of two columns to sign in with the first counts, and a name goes before an address. */
function settled(found: readonly RosterField[], names: readonly string[]): RosterField[] {
  const hasGiven = found.includes('given');
  const hasFamily = found.includes('family');
  const login = Math.max(
    found.findIndex((field, column) => field === 'login' && !/mail|correo|courriel/.test(names[column] ?? '')),
    -1,
  );
  const signsIn = login >= 0 ? login : found.indexOf('login');
  return found.map((field, column) => {
    if (field === 'login') return column === signsIn ? 'login' : 'skip';
    if (field === 'name' && hasGiven && !hasFamily) return 'family';
    if (field === 'name' && hasGiven && hasFamily) return 'skip';
    // "nombre" and "nome" alone are the whole name
    if (field === 'given' && !hasFamily && !found.includes('name')) return 'name';
    return field;
  });
}

/** Without a header: what looks like an address to sign in with, then one column of names or two. A single one is of names. */
function withoutHeader(people: readonly Row[], width: number): RosterField[] {
  if (width === 1) return ['name'];
  const texts = Array.from({ length: width }, (_, column) => people.map((row) => cellText(row[column] ?? null)));
  const share = (column: number, test: RegExp): number => {
    const filled = (texts[column] ?? []).filter((text) => text !== '');
    return filled.length === 0 ? 0 : filled.filter((text) => test.test(text)).length / filled.length;
  };
  const columns = Array.from({ length: width }, (_, column) => column);
  const login = columns.find((column) => share(column, /^\S+@\S+\.\S+$/) > 0.5);
  // words with letters, and none that are the same for many: a class, a date, a number
  const named = columns.filter(
    (column) =>
      column !== login && share(column, /^\p{L}[\p{L}\p{M}'’.,\- ]*$/u) > 0.7 && isVaried(texts[column] ?? []),
  );
  const fields = columns.map((): RosterField => 'skip');
  if (login !== undefined) fields[login] = 'login';
  const [first, second] = named;
  if (first !== undefined && second !== undefined && named.length === 2 && share(first, /[,\s]/) < 0.5) {
    fields[first] = 'family';
    fields[second] = 'given';
    // what is written in capitals is the family name, as in lists from France
    if (share(second, CAPITALS) > 0.7 && share(first, CAPITALS) < 0.3) {
      fields[first] = 'given';
      fields[second] = 'family';
    }
  } else if (first !== undefined) fields[first] = 'name';
  return fields;
}

/** Written in capitals, as family names are in some lists. */
export const CAPITALS = /^(?=.*\p{Lu}.*\p{Lu})[^\p{Ll}]+$/u;

function isVaried(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length < 4 || new Set(filled).size > filled.length / 2;
}
