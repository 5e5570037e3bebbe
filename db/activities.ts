/** What classes are given (domain/activities/): given, taken back, released, and in which version of a quiz. */
import { z } from 'zod';
import { FOR_ONE } from './activity-given.ts';
import type { Queryable } from './client.ts';
import { notify } from './notify.ts';
import { rowsOf } from './rows.ts';

/**
 * Which version of a quiz each of these has as a student: what their class was given. Who is in several classes has that of the
 * newest. Nobody is in it who has it from no class.
 */
export async function selectKeptVersions(
  db: Queryable,
  lessonId: string,
  students: readonly string[],
): Promise<Map<string, string>> {
  const rows = await rowsOf(
    z.strictObject({ student: z.uuid(), version: z.uuid() }),
    db.$queryRaw`
    select distinct on (e.user_id) e.user_id as student, v.id as version
    from activities a
    join classes c on c.id = a.class_id and c.archived_at is null
    join enrolments e on e.class_id = a.class_id and e.role = 'student' and e.user_id = any(${[...students]}::uuid[])
    join lesson_versions v on v.id = a.lesson_version_id
    where a.lesson_id = ${lessonId}::uuid and a.withdrawn_at is null and ${FOR_ONE}
    order by e.user_id, coalesce(v.based_on, v.number) desc, v.number desc`,
  );
  return new Map(rows.map(({ student, version }) => [student, version]));
}

/** Which version of a quiz a class has, or had when it was taken back; undefined: it has none of its own. */
export async function selectOptionalVersionOf(
  db: Queryable,
  { classId, lessonId }: { classId: string; lessonId: string },
): Promise<string | undefined> {
  const found = await db.activity.findUnique({
    where: { classId_lessonId: { classId, lessonId } },
    select: { lessonVersionId: true },
  });
  return found?.lessonVersionId ?? undefined;
}

/** Another version of a quiz for a class that has it. @returns the one that it had; undefined: it has it not */
export async function updateVersionOf(
  db: Queryable,
  { classId, lessonId, versionId }: { classId: string; lessonId: string; versionId: string },
): Promise<{ activityId: string; number: number } | undefined> {
  const found = await db.activity.findFirst({
    where: { classId, lessonId, withdrawnAt: null, lessonVersionId: { not: null } },
    select: { id: true, version: { select: { number: true } } },
  });
  if (found === null || found.version === null) return undefined;
  await db.activity.update({ where: { id: found.id }, data: { lessonVersionId: versionId } });
  return { activityId: found.id, number: found.version.number };
}

export interface NewActivity {
  classId: string;
  lessonId: string;
  /** of a quiz the version that it is given with; null: a lesson */
  lessonVersionId: string | null;
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  attempts: number | null;
  minutes: number | null;
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  sameValues: boolean;
  answers: string;
  late: string;
  latePercent: number;
  lateFloor: number;
  keeps: string;
  newValues: boolean;
  questions: string[];
  forSome: boolean;
}

/**
 * Gives it, changes by which rules, or gives again what was taken back: then in the version of now. To be called in a transaction.
 * @returns its id
 */
export async function upsertActivity(
  db: Queryable,
  activity: NewActivity,
  { createdById, students }: { createdById: string; students: readonly string[] },
): Promise<string> {
  const { classId, lessonId, lessonVersionId, ...rules } = activity;
  await db.activity.updateMany({
    where: { classId, lessonId, withdrawnAt: { not: null } },
    data: { lessonVersionId },
  });
  const { id } = await db.activity.upsert({
    where: { classId_lessonId: { classId, lessonId } },
    create: { ...activity, createdById },
    update: { ...rules, withdrawnAt: null },
    select: { id: true },
  });
  await db.activityStudent.deleteMany({ where: { activityId: id, userId: { notIn: [...students] } } });
  await db.activityStudent.createMany({
    data: students.map((userId) => ({ activityId: id, userId })),
    skipDuplicates: true,
  });
  return id;
}

/** An activity of a class, whether it is taken back or not; undefined: it has no such one. */
export async function selectOptionalInClass(
  db: Queryable,
  { classId, activityId }: { classId: string; activityId: string },
) {
  return (await db.activity.findFirst({ where: { id: activityId, classId } })) ?? undefined;
}

/** Taken back: nobody sees it, and what hangs on it stays. And given again as it was. @returns whether anything has changed */
export async function updateWithdrawn(db: Queryable, activityId: string, withdrawn: boolean): Promise<boolean> {
  const count = await db.$executeRaw`
    update activities set withdrawn_at = case when ${withdrawn} then now() end
    where id = ${activityId}::uuid and (withdrawn_at is null) = ${withdrawn}`;
  return count > 0;
}

/** Says to open pages that something about an activity is not as it was. To be called in the transaction that changes it. */
export async function noteActivity(db: Queryable, activityId: string): Promise<void> {
  const found = await db.activity.findUnique({ where: { id: activityId }, select: { lessonId: true } });
  if (found !== null && found.lessonId !== null) await notify(db, { about: 'lesson', lesson: found.lessonId });
}

/** Points and answers are shown to its students from now on, or no longer. @returns whether anything has changed */
export async function updateReleased(db: Queryable, activityId: string, released: boolean): Promise<boolean> {
  const count = await db.$executeRaw`
    update activities set released_at = case when ${released} then clock_timestamp() end
    where id = ${activityId}::uuid and withdrawn_at is null and (released_at is null) = ${released}`;
  return count > 0;
}

/** Whether a class has it now. */
export async function isGiven(
  db: Queryable,
  { classId, lessonId }: { classId: string; lessonId: string },
): Promise<boolean> {
  return (await db.activity.count({ where: { classId, lessonId, withdrawnAt: null } })) > 0;
}

/** Whether a class has it, or had it before it was taken back. */
export async function wasGiven(
  db: Queryable,
  { classId, lessonId }: { classId: string; lessonId: string },
): Promise<boolean> {
  return (await db.activity.count({ where: { classId, lessonId } })) > 0;
}

/** An activity that somebody has as a student: which one, of which lesson; undefined: there is none for them. */
export async function selectOptionalOwn(
  db: Queryable,
  { id, userId }: { id: string; userId: string },
): Promise<{ id: string; lessonId: string } | undefined> {
  const found = await db.activity.findFirst({
    where: {
      id,
      withdrawnAt: null,
      class: { archivedAt: null, enrolments: { some: { userId, role: 'student' } } },
      OR: [{ forSome: false }, { students: { some: { userId } } }],
    },
    select: { id: true, lessonId: true },
  });
  return found === null || found.lessonId === null ? undefined : { id: found.id, lessonId: found.lessonId };
}
