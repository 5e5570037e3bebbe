/** The grade book as a table for spreadsheets and for other programs. Pure. */
import type { GradeCell } from './cell.ts';
import type { GradeColumn, GradeRules } from './gradebook-wire.ts';
import { totalOfRow } from './gradebook-wire.ts';
import { markOf, roundedPercent } from './scale.ts';

export type GradeSheetCell = string | number | null;

interface SheetStudent {
  name: string;
  login: string;
  cells: readonly GradeCell[];
}

export interface SheetOf extends GradeRules {
  columns: readonly GradeColumn[];
  students: readonly SheetStudent[];
}

/** What the columns are called. */
export interface SheetWords {
  name: string;
  login: string;
  total: string;
  mark: string;
  category(name: string): string;
  column(title: string, max: number): string;
  excused: string;
}

/**
 * A row a student: name, what they sign in with, total in percent, mark, categories, and the points of each activity. What says nothing
 * yet is empty; 0 is a mark.
 */
export function gradeSheet(
  { columns, students, categories, gradesAs, scale }: SheetOf,
  words: SheetWords,
): GradeSheetCell[][] {
  const marks = gradesAs === 'marks' ? scale : null;
  return [
    [
      ...[words.name, words.login, words.total],
      ...(marks === null ? [] : [words.mark]),
      ...categories.map(({ name }) => words.category(name)),
      ...columns.map(({ title, maxPoints }) => words.column(title, maxPoints)),
    ],
    ...students.map(({ name, login, cells }): GradeSheetCell[] => {
      const total = totalOfRow({ cells }, columns, categories);
      const percent = (share: number | null | undefined): number | null =>
        share == null ? null : roundedPercent(share);
      return [
        ...[name, login, percent(total.share)],
        ...(marks === null ? [] : [total.share === null ? null : markSaid(markOf(total.share, marks))]),
        ...categories.map(({ id }) => percent(total.categories.find(({ categoryId }) => categoryId === id)?.share)),
        ...cells.map((cell) => (cell.state === 'excused' ? words.excused : pointsSaid(cell))),
      ];
    }),
  ];
}

/** A mark that is a number is one in a spreadsheet too. */
function markSaid(mark: string | undefined): GradeSheetCell {
  if (mark === undefined) return null;
  return /^\d{1,3}(\.\d+)?$/.test(mark) ? Number(mark) : mark;
}

/** For Moodle's import of grades, which knows its people by their user name and takes what is empty as unchanged. */
export function moodleSheet({ columns, students }: SheetOf): GradeSheetCell[][] {
  return [
    ['username', 'fullname', ...columns.map(({ title }) => title)],
    ...students.map(({ name, login, cells }) => [login, name, ...cells.map(pointsSaid)]),
  ];
}

/** Columns of one name are called apart: the first of them as it is, others with a number. @param place in which order they have it */
export function toldApart<C extends { title: string }>(columns: readonly C[], place: (column: C) => number): C[] {
  const taken = new Set(columns.map(({ title }) => title));
  const met = new Set<string>();
  const nameFor = (title: string): string => {
    if (!met.has(title)) return title;
    let number = 2;
    // in brackets Canvas would take it for an id of its own
    while (taken.has(`${title} – ${number}`)) number += 1;
    return `${title} – ${number}`;
  };
  const called = new Map<C, string>();
  for (const column of columns.toSorted((one, other) => place(one) - place(other))) {
    const name = nameFor(column.title);
    called.set(column, name);
    met.add(column.title);
    taken.add(name);
  }
  return columns.map((column) => ({ ...column, title: called.get(column) ?? column.title }));
}

/** Without what is hidden from students, or not told yet: another program would show it to them. */
export function shownToStudents<S extends { cells: readonly GradeCell[] }>(
  grades: GradeRules & { columns: readonly GradeColumn[]; students: readonly S[] },
): GradeRules & { columns: GradeColumn[]; students: (S & { cells: GradeCell[] })[] } {
  const isShown = grades.columns.map(({ hidden, untold }) => !hidden && !untold);
  return {
    ...grades,
    columns: grades.columns.filter((_, at) => isShown[at]),
    students: grades.students.map((one) => ({ ...one, cells: one.cells.filter((_, at) => isShown[at]) })),
  };
}

/** Points that count, to two places, half up; null: there are none that do. */
export function pointsSaid({ counts, points }: GradeCell): number | null {
  return counts && points !== null ? roundedPercent(points / 100) : null;
}
