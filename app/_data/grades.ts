import 'server-only';
/** What pages of the grade book show, for those who may see it. */
import { selectUntoldPoints } from '../../db/activity-given.ts';
import { database } from '../../db/client.ts';
import { selectColumns } from '../../db/gradebook.ts';
import { titlesApart } from '../../server/features/grades/files.ts';
import { gradesOf } from '../../server/features/grades/read.ts';

/** The columns of a class's grade book, by which points are brought in. */
export async function readColumnNames(
  classId: string,
): Promise<{ id: string; title: string; maxPoints: number | null }[]> {
  const columns = await selectColumns(database(), classId);
  const names = columns.map(({ id, title, rules }) => ({ id, title, maxPoints: rules.maxPoints }));
  return titlesApart(classId, names);
}

/** The grades of one student as they are told them by now: a page for a talk shows no more. Undefined: they do not learn in it. */
export async function readTold(classId: string, studentId: string) {
  const [{ students, columns, ...rules }, untold] = await Promise.all([
    gradesOf(classId, [studentId]),
    selectUntoldPoints(database(), studentId),
  ]);
  const [one] = students;
  if (one === undefined) return undefined;
  const isTold = columns.map(({ id, hidden }, at) => !hidden && !(one.cells[at]?.points != null && untold.has(id)));
  return {
    ...rules,
    columns: columns.filter((_, at) => isTold[at]),
    one: { ...one, cells: one.cells.filter((_, at) => isTold[at]) },
  };
}
