/**
 * A grade book of Canvas, filled: its own columns of ids stay what they are, since it knows its students by them, and after them stands a
 * column for each activity, called as there where it has one of that name. Empty leaves what Canvas has; EX is its sign for excused.
 * Source: "Gradebook CSV import" in the guide of Canvas for instructors, and the file that Canvas exports.
 */
import { type GradeFile, type PersonInFile, personIn } from './read.ts';

/** Whether a column is one by which Canvas knows a student: its ids are numbers, and no points. */
export const isOfCanvas = (title: string): boolean =>
  /^(?:Student|ID|SIS User ID|SIS Login ID|Integration ID|Root Account|Section)$/.test(title);

export interface FilledColumn {
  title: string;
  maxPoints: number;
}

export type FilledCell = string | number | null;

/** @param valuesOf of somebody in the table one for each column; undefined: they are not in the class */
export function fillCanvas(
  { rows, columns }: Pick<GradeFile, 'rows' | 'columns'>,
  wanted: readonly FilledColumn[],
  valuesOf: (person: PersonInFile) => readonly FilledCell[] | undefined,
): FilledCell[][] {
  const [header = [], ...rest] = rows;
  const kept = header.flatMap((title, at) => (isOfCanvas(title) ? [at] : []));
  const places = wanted.map(({ title }) => header.findIndex((one) => bare(one) === title));
  const heads = wanted.map(({ title }, at) => header[places[at] ?? -1] ?? title);
  return [
    [...kept.map((at) => header[at] ?? ''), ...heads],
    ...rest.map((row): FilledCell[] => {
      const own = kept.map((at) => row[at] ?? '');
      if (/^points possible$/i.test(row[0] ?? '')) return [...own, ...wanted.map(({ maxPoints }) => maxPoints)];
      const person = personIn(row, columns);
      // who is not in the class keeps what they have there
      const values = person === null ? undefined : valuesOf(person);
      return [...own, ...(values ?? places.map((at) => (at < 0 ? null : (row[at] ?? null))))];
    }),
  ];
}

/** Without the id that Canvas writes after a name. */
const bare = (title: string): string => title.replace(/ \(\d+\)$/, '');
