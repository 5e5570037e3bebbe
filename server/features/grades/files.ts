/** Points from a table and into one: looked at line by line before anything is written; and Canvas's own table, filled. */
import { z } from 'zod';
import { selectOptionalInClass } from '../../../db/activities.ts';
import { database } from '../../../db/client.ts';
import { pointsSaid, shownToStudents, toldApart } from '../../../domain/activities/grade-sheets.ts';
import { fillCanvas, isOfCanvas } from '../../../domain/exchange/grades/canvas.ts';
import { type PointsLine, pointsLines } from '../../../domain/exchange/grades/lines.ts';
import { type GradeFile, type Known, matcher } from '../../../domain/exchange/grades/read.ts';
import { MOST } from '../../../domain/exchange/limits.ts';
import type { Remark } from '../../../domain/exchange/remark.ts';
import { csvOf } from '../../../domain/exchange/sheets/csv.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { MOST_STUDENTS } from '../../../domain/people/input.ts';
import { sortByName } from '../../../domain/people/name-order.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { readGradesInTurn } from '../../importing/roster.ts';
import { command } from '../contract.ts';
import { ofAnyClass, ofClass } from '../standing.ts';
import { gradesOf } from './read.ts';

const LARGEST_FILE = Math.ceil(MOST.bytes / 3) * 4;
const LARGEST = LARGEST_FILE + 64 * 1024;
/** In base64: pasted text as well. */
const file = storable.max(LARGEST_FILE);

/** A table that was looked at. */
export type LookedGrades =
  | { refused: Remark }
  | {
      /** those that may hold points, by their places */
      columns: { at: number; title: string; samples: readonly string[]; possible: number | null }[];
      /** which of them was taken */
      column: number | null;
      lines: PointsLine[];
      /** those of the class, by name: a line can be said to be one of theirs */
      students: { id: string; name: string }[];
      from: GradeFile['from'];
      remarks: readonly Remark[];
    };

/** Who would have which points; nothing is written. */
export const lookAtPoints = command({
  input: z.strictObject({
    classId: z.uuid(),
    file,
    /** the column of the points, from 0; null: it is guessed */
    column: z.number().int().min(0).max(1000).nullable(),
    /** where they would go; null: into a column that is new */
    activityId: z.uuid().nullable(),
    /** by its row in the table whose a line is, where somebody says so */
    byHand: z
      .array(z.strictObject({ at: z.number().int().min(1), userId: z.uuid() }))
      .max(MOST_STUDENTS)
      .optional(),
  }),
  allow: ofClass('result.change'),
  largest: LARGEST,
  run: async (
    _person,
    { classId, file: sent, column, activityId, byHand = [] },
  ): Promise<Outcome<{ looked: LookedGrades }>> => {
    const db = database();
    if (activityId !== null) {
      const found = await selectOptionalInClass(db, { classId, activityId });
      if (found === undefined || found.withdrawnAt !== null) return refuse('notFound', 'activityId');
    }
    const read = await readGradesInTurn(new Uint8Array(Buffer.from(sent, 'base64')));
    if (read === null) return refuse('tooMany');
    if ('refused' in read) return { ok: true, looked: read };
    const columns = read.columns.flatMap(({ title, samples, field }, at) =>
      field === 'skip' && samples.length > 0 && !(read.from === 'canvas' && isOfCanvas(title))
        ? [{ at, title, samples, possible: read.possible[at] ?? null }]
        : [],
    );
    const chosen = columns.find(({ at }) => at === column) ?? mostNumbers(columns);
    const given = activityId === null ? [] : await db.activityPoints.findMany({ where: { activityId } });
    const excused =
      activityId === null
        ? []
        : await db.activityOverride.findMany({ where: { activityId, excused: true }, select: { userId: true } });
    const known = await knownIn(classId);
    const lines = pointsLines(read, chosen?.at ?? null, known, {
      byHand: new Map(byHand.map(({ at, userId }) => [at, userId])),
      before: new Map(given.map(({ userId, points }) => [userId, points])),
      excused: new Set(excused.map(({ userId }) => userId)),
    });
    const { from, remarks } = read;
    const students = sortByName(known.map(({ id, names: [name = ''] }) => ({ id, name })));
    return { ok: true, looked: { columns, column: chosen?.at ?? null, lines, students, from, remarks } };
  },
});

/** The column in which most looks like points; of those alike the first. */
function mostNumbers<C extends { samples: readonly string[] }>(columns: readonly C[]): C | undefined {
  const share = ({ samples }: C): number => samples.filter(isNumber).length / samples.length;
  return columns.reduce<C | undefined>(
    (best, one) => (best === undefined || share(one) > share(best) ? one : best),
    undefined,
  );
}

const isNumber = (text: string): boolean => /^\d{1,5}([.,]\d+)?$/.test(text);

/** Canvas's own table with a column for each activity that has points; nothing is written here. */
export const fillTable = command({
  input: z.strictObject({ classId: z.uuid(), file }),
  allow: ofAnyClass('result.change'),
  largest: LARGEST,
  run: async (_person, { classId, file: sent }): Promise<Outcome<{ filled: FilledTable }>> => {
    const read = await readGradesInTurn(new Uint8Array(Buffer.from(sent, 'base64')));
    if (read === null) return refuse('tooMany');
    if ('refused' in read) return { ok: true, filled: read };
    const [whole, known] = await Promise.all([gradesOf(classId), knownIn(classId)]);
    const grades = shownToStudents(whole);
    const whoIs = matcher(known);
    const cellsOf = new Map(grades.students.map(({ id, cells }) => [id, cells]));
    const met = new Set<string>();
    const missed: string[] = [];
    const titles = await titlesApart(classId, grades.columns);
    const rows = fillCanvas(read, titles, (person) => {
      const found = whoIs(person);
      // nobody's points go to two people
      if (found === undefined || met.has(found.id)) {
        missed.push(person.name || person.login);
        return undefined;
      }
      met.add(found.id);
      return cellsOf.get(found.id)?.map((cell) => (cell.state === 'excused' ? 'EX' : pointsSaid(cell)));
    });
    const absent = grades.students.filter(({ id }) => !met.has(id)).map(({ name }) => name);
    return { ok: true, filled: { text: csvOf(rows), from: read.from, missed, absent } };
  },
});

export type FilledTable =
  | { refused: Remark }
  | {
      /** as CSV */
      text: string;
      from: GradeFile['from'];
      /** who stands in the table and not in the class, and the other way round */
      missed: string[];
      absent: string[];
    };

/** Two of one name stay apart, and are called the same whatever their order: the one that was given first has the name alone. */
export async function titlesApart<C extends { id: string; title: string }>(
  classId: string,
  columns: readonly C[],
): Promise<C[]> {
  const given = await database().activity.findMany({
    where: { classId, withdrawnAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  const place = new Map(given.map(({ id }, at) => [id, at]));
  return toldApart(columns, ({ id }) => place.get(id) ?? 0);
}

async function knownIn(classId: string): Promise<Known[]> {
  const people = await database().user.findMany({
    where: { enrolments: { some: { classId, role: 'student' } } },
    select: { id: true, login: true, name: true, fullName: true, sortName: true },
  });
  return people.map(({ id, login, name, fullName, sortName }) => ({
    ...{ id, login },
    names: [name, fullName ?? name, sortName ?? name],
  }));
}
