/**
 * The grade book as it travels: cells are numbers of a table of the kinds of cell there are, in the order of students and columns.
 * Pure.
 */
import type { GivenKind, GradeCell } from './cell.ts';
import { type Category, type Total, totalOf } from './gradebook.ts';
import type { Mark } from './scale.ts';

/** How a total is shown. */
export const GRADES_AS = ['percent', 'points', 'marks'] as const;
export type GradesAs = (typeof GRADES_AS)[number];

/** An activity in the grade book. */
export interface GradeColumn {
  id: string;
  title: string;
  kind: GivenKind;
  /** of work the lesson or quiz */
  lessonId: string | null;
  categoryId: string | null;
  weight: number;
  /** what most have to have: a student may have been asked something else */
  maxPoints: number;
  /** ISO times; null: it has none */
  dueAt: string | null;
  closesAt: string | null;
  /** its points are not told to its students */
  hidden: boolean;
  /** nor are they yet, since its answers wait */
  untold: boolean;
}

/** What counts, and how a total is shown. */
export interface GradeRules {
  categories: Category[];
  gradesAs: GradesAs;
  /** from the best down; null: the class has none */
  scale: Mark[] | null;
}

type Kind = [
  state: GradeCell['state'],
  points: number | null,
  maxPoints: number,
  days: number,
  /** `COUNTS` and so on, added up */
  signs: number,
  until: number | null,
  given: number | null,
];
const COUNTS = 1;
const DIFFERS = 2;

/** All of a grade book, or of some of its students. */
export interface WholeGrades extends GradeRules {
  columns: GradeColumn[];
  students: [id: string, name: string][];
  kinds: Kind[];
  /** of each student, for each column its place in `kinds`, with commas between: as text, since a page looks at each number of a list */
  cells: string[];
}

/** Numbers the kinds of cell as they come up. */
export class GradeKinds {
  readonly kinds: Kind[] = [];
  readonly #places = new Map<string, number>();

  /** @returns its place in `kinds` */
  place({ state, points, maxPoints, days, counts, differs, until, given }: GradeCell): number {
    const signs = (counts ? COUNTS : 0) + (differs ? DIFFERS : 0);
    const kind: Kind = [state, points, maxPoints, days, signs, until, given];
    const name = kind.join(' ');
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.kinds.length);
    return this.kinds.push(kind) - 1;
  }
}

export interface GradeRow {
  id: string;
  name: string;
  /** for each column */
  cells: readonly GradeCell[];
}

const EMPTY: GradeCell = {
  state: 'notTheirs',
  points: null,
  maxPoints: 0,
  counts: false,
  days: 0,
  given: null,
  differs: false,
  until: null,
};

/** The rows of a grade book that has arrived. */
export function openGrades({ kinds, students, cells, columns }: WholeGrades): GradeRow[] {
  const known = kinds.map(
    ([state, points, maxPoints, days, signs, until, given]): GradeCell => ({
      ...{ state, points, maxPoints, days, until, given },
      counts: (signs & COUNTS) !== 0,
      differs: (signs & DIFFERS) !== 0,
    }),
  );
  return students.map(([id, name], at) => {
    const places = (cells[at] ?? '').split(',');
    return { id, name, cells: columns.map((_, column) => known[Number(places[column] ?? -1)] ?? EMPTY) };
  });
}

/** What a student has of all columns. */
export function totalOfRow(
  { cells }: Pick<GradeRow, 'cells'>,
  columns: readonly Pick<GradeColumn, 'id' | 'categoryId' | 'weight'>[],
  categories: readonly Category[],
): Total {
  return totalOf(
    columns.flatMap(({ id, categoryId, weight }, at) => {
      const cell = cells[at];
      if (cell === undefined) return [];
      const points = cell.counts ? cell.points : null;
      return [{ activityId: id, categoryId, weight, maxPoints: cell.maxPoints, points }];
    }),
    categories,
  );
}

/** What the class has in a column on average, of those whose points count: 0 to 1; null: nobody's do. */
export function meanOf(rows: readonly GradeRow[], column: number): number | null {
  const shares = rows.flatMap(({ cells }) => {
    const cell = cells[column];
    if (cell === undefined || !cell.counts || cell.points === null || cell.maxPoints === 0) return [];
    return [cell.points / cell.maxPoints];
  });
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
