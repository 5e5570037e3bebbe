/** Reads the grade book of a class: what is out of date is worked out anew before it is shown. */
import { z } from 'zod';
import { database, pool } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import {
  type GradeLine,
  type StoredColumn,
  selectColumns,
  selectDifferent,
  selectGradeLines,
  selectGradeRules,
} from '../../../db/gradebook.ts';
import { type GradeCell, gradeCell } from '../../../domain/activities/cell.ts';
import {
  type GradeColumn,
  GradeKinds,
  type GradeRules,
  type WholeGrades,
} from '../../../domain/activities/gradebook-wire.ts';
import { keepsPoints } from '../../../domain/activities/rules.ts';
import { sortInLists } from '../../../domain/people/name-order.ts';
import type { Outcome } from '../../../domain/refusal.ts';
import { refreshResults } from '../activities/results.ts';
import { command } from '../contract.ts';
import { ofAnyClass } from '../standing.ts';

const MOST_AT_ONCE = 100;

/** The grade book, or some of its students anew. */
export const readGrades = command({
  input: z.strictObject({ classId: z.uuid(), students: z.array(z.uuid()).min(1).max(MOST_AT_ONCE).optional() }),
  allow: ofAnyClass('result.change'),
  run: async (_person, { classId, students }): Promise<Outcome<{ grades: WholeGrades }>> => ({
    ok: true,
    grades: wireOf(await gradesOf(classId, students)),
  }),
});

/** A student of a class with a cell for each column. */
interface GradedStudent {
  id: string;
  /** as lists of the class name them */
  name: string;
  login: string;
  cells: GradeCell[];
}

export interface Grades extends GradeRules {
  columns: GradeColumn[];
  /** in the order of the class's lists */
  students: GradedStudent[];
}

/** @param students left out: all of the class */
export async function gradesOf(classId: string, students?: readonly string[]): Promise<Grades> {
  const db = database();
  await refreshResults(classId, { userIds: students });
  const [columns, rules, { namesBy }, now] = await Promise.all([
    selectColumns(db, classId),
    selectGradeRules(db, classId),
    db.class.findUniqueOrThrow({ where: { id: classId }, select: { namesBy: true } }),
    databaseNow(db),
  ]);
  const activities = columns.map(({ id }) => id);
  const [lines, different] = await Promise.all([
    selectGradeLines(pool(), { classId, activities, students }),
    selectDifferent(db, columns, students),
  ]);
  const nameOf = ({ name, fullName, sortName }: GradeLine): string =>
    (namesBy === 'family' ? sortName : fullName) ?? name;
  const sorted = sortInLists(lines.map((line) => ({ ...line, name: nameOf(line), sort: nameOf(line) })));
  const graded = sorted.map((line) => ({
    ...{ id: line.id, name: line.name, login: line.login },
    cells: cellsOf(line, columns, different, now.getTime()),
  }));
  return {
    ...rules,
    columns: columns.map((column, at) => columnOf(column, graded, at, now.getTime())),
    students: graded,
  };
}

type Different = Awaited<ReturnType<typeof selectDifferent>>;

function cellsOf(line: GradeLine, columns: readonly StoredColumn[], { overrides, timeUp }: Different, now: number) {
  const kept = new Map((line.cells ?? []).map((cell) => [cell[0], cell]));
  return columns.map(({ id, only, rules }, at) => {
    const cell = kept.get(at);
    const key = `${id} ${line.id}`;
    const facts = {
      isTheirs: only === null || only.has(line.id),
      result: undefined,
      given: null,
      override: overrides.get(key) ?? null,
      timeUpAt: timeUp.get(key) ?? null,
    };
    if (cell === undefined) return gradeCell(rules, facts, now);
    const [, points, maxPoints, asked, handedIn, waits, days, given, asIs] = cell;
    return gradeCell(
      rules,
      {
        ...facts,
        result: { points, maxPoints, asked, handedIn, waits, days },
        given: given === null ? null : { points: given, asIs: asIs === true },
      },
      now,
    );
  });
}

function columnOf(column: StoredColumn, students: readonly GradedStudent[], at: number, now: number): GradeColumn {
  const { id, title, lessonId, categoryId, weight, hidden, rules } = column;
  const iso = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString());
  return {
    ...{ id, title, lessonId, categoryId, weight, hidden, kind: rules.kind },
    untold: rules.kind === 'work' && keepsPoints(rules, now),
    maxPoints: rules.kind === 'outside' ? (rules.maxPoints ?? 0) : most(students, at),
    dueAt: iso(rules.dueAt ?? (rules.kind === 'live' ? rules.endedAt : null)),
    closesAt: iso(rules.closesAt),
  };
}

/** What most have to have. */
function most(students: readonly GradedStudent[], at: number): number {
  const counts = new Map<number, number>();
  for (const { cells } of students) {
    const max = cells[at]?.maxPoints ?? 0;
    if (max > 0) counts.set(max, (counts.get(max) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

/** As it travels. */
export function wireOf({ students, ...rest }: Grades): WholeGrades {
  const table = new GradeKinds();
  return {
    ...rest,
    students: students.map(({ id, name }) => [id, name]),
    cells: students.map(({ cells }) => cells.map((cell) => table.place(cell)).join(',')),
    kinds: table.kinds,
  };
}
