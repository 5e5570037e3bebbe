/** What a student is told of their grades in a class. Pure. */
import type { GradeCell } from './cell.ts';
import type { GradeColumn, GradeRules } from './gradebook-wire.ts';

/** One activity as its student sees it. */
export interface OwnGrade {
  column: Pick<GradeColumn, 'id' | 'title' | 'kind' | 'categoryId' | 'weight' | 'dueAt'>;
  /** null: its points are not told to them, or not yet */
  cell: GradeCell | null;
}

export interface OwnGrades extends GradeRules {
  id: string;
  name: string;
  timeZone: string | null;
  grades: OwnGrade[];
}

/** @param untold activities whose points are not told at this moment, by their ids */
export function ownGrades(
  { columns, cells }: { columns: readonly GradeColumn[]; cells: readonly GradeCell[] },
  untold: ReadonlySet<string>,
): OwnGrade[] {
  return columns.flatMap(({ id, title, kind, categoryId, weight, dueAt, hidden }, at) => {
    const cell = cells[at];
    // what is given to others alone is nothing to know of
    if (cell === undefined || cell.state === 'notTheirs') return [];
    const column = { id, title, kind, categoryId, weight, dueAt };
    const isKept = hidden || (cell.points !== null && untold.has(id));
    // what a teacher typed is told as what it comes to, and not otherwise
    return [{ column, cell: isKept ? null : { ...cell, given: null } }];
  });
}
