/** The lines of a table with points, each with who it is about and what would become of it. Pure. */
import { type GradeFile, type Known, matcher, personIn, pointsIn } from './read.ts';

/**
 * - `set`     points where there were none, or others
 * - `same`    there already
 * - `none`    nothing is said: what there is stays
 * - `bad`     no number of points
 * - `nobody`  nobody of the class, or more than one
 * - `excused` they are excused there: what there is stays
 * - `twice`   they stand in a line before
 */
type PointsState = 'set' | 'same' | 'none' | 'bad' | 'nobody' | 'excused' | 'twice';

export interface PointsLine {
  /** its row in the table, from 1, the header among them */
  at: number;
  name: string;
  login: string;
  userId: string | null;
  by: 'login' | 'name' | null;
  /** as it stands there */
  text: string;
  points: number | null;
  before: number | null;
  state: PointsState;
}

/** @param column of the points; null: none was found */
export function pointsLines(
  { rows, columns }: Pick<GradeFile, 'rows' | 'columns'>,
  column: number | null,
  students: readonly Known[],
  { before, excused = new Set() }: { before: ReadonlyMap<string, number>; excused?: ReadonlySet<string> },
): PointsLine[] {
  const whoIs = matcher(students);
  const seen = new Set<string>();
  return rows.slice(1).flatMap((row, index): PointsLine[] => {
    const person = personIn(row, columns);
    if (person === null) return [];
    const text = column === null ? '' : (row[column] ?? '');
    const found = whoIs(person);
    const points = pointsIn(text);
    const was = found === undefined ? null : (before.get(found.id) ?? null);
    const state = ((): PointsState => {
      if (found === undefined) return 'nobody';
      if (seen.has(found.id)) return 'twice';
      seen.add(found.id);
      if (points === undefined) return 'bad';
      if (points === null) return 'none';
      if (excused.has(found.id)) return 'excused';
      return points === was ? 'same' : 'set';
    })();
    return [
      {
        ...{ at: index + 2, ...person, text, state, before: was },
        ...{ userId: found?.id ?? null, by: found?.by ?? null, points: points ?? null },
      },
    ];
  });
}
