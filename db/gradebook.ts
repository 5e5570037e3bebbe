/** What the grade book of a class is made of: its columns, its rules, and of each student what is stored at each column. */
import type { Pool } from 'pg';
import { z } from 'zod';
import { type ColumnRules, KINDS_GIVEN } from '../domain/activities/cell.ts';
import { GRADES_AS, type GradeRules } from '../domain/activities/gradebook-wire.ts';
import { NO_OVERRIDE, type Override } from '../domain/activities/override.ts';
import { timeUpAt } from '../domain/activities/rules.ts';
import type { Mark } from '../domain/activities/scale.ts';
import { classRulesOf } from './activity-facts.ts';
import type { Queryable } from './client.ts';
import { Prisma } from './generated/client.ts';
import { toJson } from './json.ts';

/** A column with its rules, in the order in which they stand: by category, then by date. */
export async function selectColumns(db: Queryable, classId: string) {
  const rows = await db.activity.findMany({
    where: { classId, withdrawnAt: null },
    include: {
      category: { select: { place: true } },
      lesson: { select: { title: true } },
      session: { select: { createdAt: true, endedAt: true, lesson: { select: { title: true } } } },
      students: { select: { userId: true } },
    },
  });
  const sorted = rows
    .map((row) => ({ row, at: (row.dueAt ?? row.closesAt ?? row.session?.createdAt ?? row.createdAt).getTime() }))
    .toSorted(
      (one, other) =>
        (one.row.category?.place ?? Infinity) - (other.row.category?.place ?? Infinity) ||
        one.at - other.at ||
        (one.row.id < other.row.id ? -1 : 1),
    );
  return sorted.map(({ row }) => ({
    id: row.id,
    title: row.title ?? row.lesson?.title ?? row.session?.lesson.title ?? '',
    lessonId: row.lessonId,
    categoryId: row.categoryId,
    weight: row.weight,
    hidden: row.hidden,
    only: row.forSome ? new Set(row.students.map(({ userId }) => userId)) : null,
    minutes: row.minutes,
    rules: columnRulesOf(row),
  }));
}

type StoredColumnRules = Parameters<typeof classRulesOf>[0] & {
  kind: string;
  maxPoints: number | null;
  session: { endedAt: Date | null } | null;
};

/** The rules of a stored activity as the grade book reads them. */
export function columnRulesOf(row: StoredColumnRules): ColumnRules {
  return {
    ...classRulesOf(row),
    kind: KINDS_GIVEN.find((one) => one === row.kind) ?? 'work',
    maxPoints: row.maxPoints,
    endedAt: row.session?.endedAt?.getTime() ?? null,
  };
}

export type StoredColumn = Awaited<ReturnType<typeof selectColumns>>[number];

/** As it is stored. */
const mark: z.ZodType<Mark> = z.strictObject({ name: z.string(), from: z.number() });

/** What counts in a class, and how a total is shown. */
export async function selectGradeRules(db: Queryable, classId: string) {
  const found = await db.class.findUniqueOrThrow({
    where: { id: classId },
    select: { gradesAs: true, scale: true, categories: { orderBy: [{ place: 'asc' }, { id: 'asc' }] } },
  });
  return {
    gradesAs: GRADES_AS.find((one) => one === found.gradesAs) ?? ('percent' as const),
    scale: z.array(mark).nullable().parse(found.scale),
    categories: found.categories.map(({ id, name, weight, dropLowest }) => ({ id, name, weight, dropLowest })),
  };
}

/** Who said last what counts in a class, by name; null: nobody, or an account that is gone. */
export async function selectLastGradesSetter(db: Queryable, classId: string): Promise<string | null> {
  const last = await db.auditEvent.findFirst({
    where: { action: 'class.grades', subject: classId },
    orderBy: { id: 'desc' },
    select: { actor: { select: { name: true } } },
  });
  return last?.actor?.name ?? null;
}

/** Sets how a total is shown. */
export async function updateGradesShown(
  db: Queryable,
  classId: string,
  { gradesAs, scale }: Pick<GradeRules, 'gradesAs' | 'scale'>,
): Promise<void> {
  const data = { gradesAs, scale: scale === null ? Prisma.DbNull : toJson(scale) };
  await db.class.update({ where: { id: classId }, data });
}

/** place of its column, points, what there was to have, asked, handed in, waits, days late; by hand points and as they are */
const CELL = z.tuple([
  z.int(),
  z.number(),
  z.number(),
  z.int(),
  z.int(),
  z.int(),
  z.int(),
  z.number().nullable(),
  z.boolean().nullable(),
]);
const line = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  login: z.string(),
  fullName: z.string().nullable(),
  sortName: z.string().nullable(),
  cells: z.array(CELL).nullable(),
});
export type GradeLine = z.infer<typeof line>;

const LINES = `
with wanted as (select id, at - 1 as at from unnest($2::uuid[]) with ordinality w(id, at))
select u.id, u.name, u.login, u.full_name as "fullName", u.sort_name as "sortName", (
  select json_agg(json_build_array(w.at, r.points, r.max_points, r.asked, r.handed_in, r.waits, r.days, p.points, p.as_is))
  from activity_results r
  join wanted w on w.id = r.activity_id
  left join activity_points p on p.activity_id = r.activity_id and p.user_id = r.user_id
  where r.user_id = u.id) as cells
from enrolments e join users u on u.id = e.user_id
where e.class_id = $1 and e.role = 'student' and ($3::uuid[] is null or u.id = any($3::uuid[]))`;

/** Each student of a class with what is kept of them at these activities. @param students left out: all */
export async function selectGradeLines(
  pool: Pool,
  of: { classId: string; activities: readonly string[]; students?: readonly string[] | undefined },
): Promise<GradeLine[]> {
  const { rows } = await pool.query(LINES, [of.classId, [...of.activities], of.students ?? null]);
  return z.array(line).parse(rows);
}

/** What is different for single students, by `activity student`; and since when their time is up. */
export async function selectDifferent(
  db: Queryable,
  columns: readonly Pick<StoredColumn, 'id' | 'minutes'>[],
  students?: readonly string[],
): Promise<{ overrides: Map<string, Override>; timeUp: Map<string, number> }> {
  const whose = students === undefined ? {} : { userId: { in: [...students] } };
  const timed = new Map(columns.flatMap(({ id, minutes }) => (minutes === null ? [] : [[id, minutes]])));
  const [stored, sittings, enrolled] = await Promise.all([
    db.activityOverride.findMany({ where: { ...whose, activityId: { in: columns.map(({ id }) => id) } } }),
    db.sitting.findMany({
      where: { ...whose, activityId: { in: [...timed.keys()] } },
      orderBy: { number: 'asc' },
      select: { activityId: true, userId: true, number: true, settledAt: true },
    }),
    timed.size === 0
      ? []
      : db.enrolment.findMany({
          where: { ...whose, role: 'student', class: { activities: { some: { id: { in: [...timed.keys()] } } } } },
          select: { userId: true, timeFactor: true },
        }),
  ]);
  const overrides = new Map(
    stored.map(({ activityId, userId, until, excused, timeFactor, more, waived }) => [
      `${activityId} ${userId}`,
      { until: until?.getTime() ?? null, excused, timeFactor, more, waived },
    ]),
  );
  const last = new Map(sittings.map((one) => [`${one.activityId} ${one.userId}`, one]));
  const usual = new Map(enrolled.map((one) => [one.userId, one.timeFactor]));
  const timeUp = new Map(
    [...last].flatMap(([key, { activityId, userId, number, settledAt }]) => {
      const { more, timeFactor } = overrides.get(key) ?? NO_OVERRIDE;
      const rules = { minutes: timed.get(activityId) ?? null, more, timeFactor: timeFactor ?? usual.get(userId) ?? 1 };
      const at = timeUpAt(rules, { number, settledAt: settledAt?.getTime() ?? null });
      return at === null ? [] : [[key, at] as const];
    }),
  );
  return { overrides, timeUp };
}
