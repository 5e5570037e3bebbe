/** The lines of a table with points, each with who it is about and what would become of it. Pure. */
import { type GradeFile, isExcusedIn, type Known, matcher, personIn, pointsIn } from './read.ts';

/**
 * - `set`     points where there were none, or others
 * - `same`    there already
 * - `none`    nothing is said: what there is stays
 * - `bad`     no number of points
 * - `nobody`  nobody of the class, or more than one
 * - `excused` they are excused there: what there is stays
 * - `excuse`  the table says that they are excused, and they are not yet
 * - `twice`   they stand in a line before
 */
type PointsState = 'set' | 'same' | 'none' | 'bad' | 'nobody' | 'excused' | 'excuse' | 'twice';

export interface PointsLine {
  /** its row in the table, from 1, the header among them */
  at: number;
  name: string;
  login: string;
  userId: string | null;
  /** `hand`: somebody has said who it is */
  by: 'login' | 'name' | 'hand' | null;
  /** as it stands there */
  text: string;
  points: number | null;
  before: number | null;
  state: PointsState;
}

interface WhatThereIs {
  /** points by hand, by student */
  before: ReadonlyMap<string, number>;
  excused?: ReadonlySet<string>;
  /** by the row in the table who it is about, where somebody has said so */
  byHand?: ReadonlyMap<number, string>;
}

/** @param column of the points; null: none was found */
export function pointsLines(
  { rows, columns }: Pick<GradeFile, 'rows' | 'columns'>,
  column: number | null,
  students: readonly Known[],
  { before, excused = new Set(), byHand = new Map() }: WhatThereIs,
): PointsLine[] {
  const whoIs = matcher(students);
  const ids = new Set(students.map(({ id }) => id));
  const seen = new Set<string>();
  return rows.slice(1).flatMap((row, index): PointsLine[] => {
    const person = personIn(row, columns);
    if (person === null) return [];
    const at = index + 2;
    const text = column === null ? '' : (row[column] ?? '');
    const said = byHand.get(at);
    const found = said !== undefined && ids.has(said) ? { id: said, by: 'hand' as const } : whoIs(person);
    const saysExcused = isExcusedIn(text);
    const points = saysExcused ? null : pointsIn(text);
    const was = found === undefined ? null : (before.get(found.id) ?? null);
    const state = ((): PointsState => {
      if (found === undefined) return 'nobody';
      if (seen.has(found.id)) return 'twice';
      seen.add(found.id);
      if (saysExcused) return excused.has(found.id) ? 'same' : 'excuse';
      if (points === undefined) return 'bad';
      if (points === null) return 'none';
      if (excused.has(found.id)) return 'excused';
      return points === was ? 'same' : 'set';
    })();
    return [
      {
        ...{ at, ...person, text, state, before: was },
        ...{ userId: found?.id ?? null, by: found?.by ?? null, points: points ?? null },
      },
    ];
  });
}
