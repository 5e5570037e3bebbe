/** What classes are given (domain/activities/), and who has begun what has a time limit. */
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { datesFor } from '../domain/activities/override.ts';
import { type ActivityRules, ANSWERS, type GivenActivity, keepsPoints, LATE } from '../domain/activities/rules.ts';
import { toldSince, type Untold, untoldBy } from '../domain/activities/standing.ts';
import type { Queryable } from './client.ts';
import { databaseNow } from './clock.ts';
import { Prisma } from './generated/client.ts';
import { notify } from './notify.ts';
import { rowsOf } from './rows.ts';

/** In ms since 1970, as rules compare them. */
const moment = z.number().nullable();
const rules = {
  opensAt: moment,
  dueAt: moment,
  closesAt: moment,
  releasedAt: moment,
  answers: z.enum(ANSWERS),
  late: z.enum(LATE),
  /** what this student has instead of the due date */
  until: moment,
};
const givenRow = z.strictObject({
  ...rules,
  id: z.uuid(),
  attempts: z.int().nullable(),
  minutes: z.int().nullable(),
  shuffleQuestions: z.boolean(),
  shuffleOptions: z.boolean(),
  seed: z.uuid(),
  questions: z.array(z.string()),
  newValues: z.boolean(),
  latePercent: z.number(),
  lateFloor: z.number(),
  timeFactor: z.number(),
  more: z.int(),
  begunAt: moment,
  settled: z.boolean(),
  sitting: z.int().nullable(),
});

/** Of an activity `a` and an enrolment `e` of its class: whether it is for that student, where it is not for all. */
export const FOR_ONE = Prisma.sql`(not a.for_some or exists (
  select 1 from activity_students only_for where only_for.activity_id = a.id and only_for.user_id = e.user_id))`;

/**
 * The activities that give a lesson or quiz to somebody as a student, and this moment by the database's clock; the one that was
 * given first comes first.
 */
export async function selectGiven(
  db: Queryable,
  { userId, lessonId }: { userId: string; lessonId: string },
): Promise<{ given: GivenActivity[]; now: number }> {
  const rows = await rowsOf(
    z.strictObject({ now: z.number(), given: z.array(givenRow) }),
    db.$queryRaw`
    select extract(epoch from clock_timestamp())::float8 * 1000 as now, coalesce((
      select jsonb_agg(${GIVEN} order by a.created_at, a.id) ${fromGiven(userId)} and a.lesson_id = ${lessonId}::uuid), '[]') as given`,
  );
  const [{ now, given }] = [rows[0] ?? { now: 0, given: [] }];
  return { now, given: given.map(asGiven) };
}

/** An activity as its student has it, and what it asks. */
export interface GivenWork {
  lessonId: string;
  /** the version that it asks; of a lesson the published one */
  versionId: string;
  /** its questions, also those that it does not give: by their names in the version */
  refs: ReadonlyMap<string, string>;
  given: GivenActivity;
}

/** All lessons and quizzes that somebody is given as a student, and this moment by the database's clock. */
export async function selectGivenWork(db: Queryable, userId: string): Promise<{ work: GivenWork[]; now: number }> {
  const rows = await rowsOf(
    z.strictObject({
      now: z.number(),
      lessonId: z.uuid(),
      versionId: z.uuid(),
      given: givenRow,
      refs: z.record(z.string(), z.uuid()),
    }),
    db.$queryRaw`
    select extract(epoch from clock_timestamp())::float8 * 1000 as now, a.lesson_id as "lessonId", asked.version as "versionId",
      ${GIVEN} as given, coalesce((
        select jsonb_object_agg(q.name, v.question_id) from lesson_questions q
        join question_versions v on v.id = q.question_version_id where q.lesson_version_id = asked.version), '{}') as refs
    ${fromGiven(
      userId,
      Prisma.sql`join lessons l on l.id = a.lesson_id
      cross join lateral (select coalesce(a.lesson_version_id, l.published_id) as version) asked`,
    )}
      and asked.version is not null
    order by a.created_at, a.id`,
  );
  const now = rows[0]?.now ?? (await databaseNow(db)).getTime();
  return {
    now,
    work: rows.map(({ given, refs, now: _now, ...row }) => ({
      ...row,
      given: asGiven(given),
      refs: new Map(Object.entries(refs)),
    })),
  };
}

/** A row as rules read it: of an activity `a`, an enrolment `e`, an override `o`, the newest sitting `s`. */
const GIVEN = Prisma.sql`jsonb_build_object('id', a.id, 'attempts', a.attempts, 'minutes', a.minutes, 'answers', a.answers,
  'opensAt', extract(epoch from a.opens_at) * 1000, 'dueAt', extract(epoch from a.due_at) * 1000,
  'closesAt', extract(epoch from a.closes_at) * 1000, 'shuffleQuestions', a.shuffle_questions,
  'shuffleOptions', a.shuffle_options, 'seed', a.seed, 'timeFactor', coalesce(o.time_factor, e.time_factor),
  'late', a.late, 'releasedAt', extract(epoch from a.released_at) * 1000, 'questions', a.questions, 'newValues', a.new_values,
  'latePercent', a.late_percent, 'lateFloor', a.late_floor,
  'until', extract(epoch from o.until) * 1000, 'more', coalesce(o.more, 0), 'sitting', s.number,
  'begunAt', extract(epoch from s.begun_at) * 1000, 'settled', s.settled_at is not null)`;

const fromGiven = (userId: string, more: Prisma.Sql = Prisma.empty): Prisma.Sql => Prisma.sql`
  from activities a
  join classes c on c.id = a.class_id and c.archived_at is null
  join enrolments e on e.class_id = a.class_id and e.user_id = ${userId}::uuid and e.role = 'student'
  left join activity_overrides o on o.activity_id = a.id and o.user_id = e.user_id
  left join lateral (
    select * from sittings one where one.activity_id = a.id and one.user_id = e.user_id order by one.number desc limit 1
  ) s on true ${more}
  where a.withdrawn_at is null and ${FOR_ONE}`;

function asGiven({ begunAt, settled, sitting, until, questions, ...one }: z.infer<typeof givenRow>): GivenActivity {
  return {
    ...one,
    ...datesFor(one, { until }),
    questions: questions.length === 0 ? null : questions,
    sitting: begunAt === null ? null : { begunAt, settled, number: sitting ?? 1 },
  };
}

/** The questions of which nothing is told to somebody at this moment, wherever they are asked. Mostly there is none. */
export async function selectUntold(db: Queryable, userId: string): Promise<Map<string, Untold>> {
  const { byQuestion, now } = await selectKeeping(db, userId, 'keeping');
  const untold = [...byQuestion].map(([id, all]) => [id, untoldBy(all, now)] as const);
  return new Map(untold.flatMap(([id, one]) => (one === undefined ? [] : [[id, one] as const])));
}

/**
 * The activities of a lesson or quiz whose points are not told to their student at this moment: another activity, perhaps of another
 * class, may still ask one of their questions. What never tells its answers tells its points once it has closed.
 */
export async function selectUntoldPoints(db: Queryable, userId: string): Promise<Set<string>> {
  const { byQuestion, activities, now } = await selectKeeping(db, userId, 'all');
  const kept = new Set([...byQuestion].flatMap(([id, all]) => (all.some((one) => keepsPoints(one, now)) ? [id] : [])));
  return new Set([...activities].flatMap(([id, questions]) => (questions.some((one) => kept.has(one)) ? [id] : [])));
}

/** The activities that kept their answers from somebody and tell them now, with the moment since which they do; ms since 1970. */
export async function selectTold(
  db: Pick<Queryable, '$queryRaw'>,
  userId: string,
): Promise<{ activity: string; at: number }[]> {
  const { byQuestion, activities, now } = await selectKeeping(db, userId, 'keeping');
  return [...activities].flatMap(([activity, questions]) => {
    const at = toldSince([...new Set(questions.flatMap((id) => byQuestion.get(id) ?? []))], now);
    return at === null ? [] : [{ activity, at }];
  });
}

/** By question the rules of the activities that may keep something of it from somebody; and the questions of each that asks some. */
async function selectKeeping(
  db: Pick<Queryable, '$queryRaw'>,
  userId: string,
  which: 'all' | 'keeping',
): Promise<{ byQuestion: Map<string, ActivityRules[]>; activities: Map<string, string[]>; now: number }> {
  const rows = await rowsOf(
    z.strictObject({ ...rules, id: z.uuid(), now: z.number(), questions: z.array(z.uuid()) }),
    db.$queryRaw`
    select a.id, extract(epoch from clock_timestamp())::float8 * 1000 as now, a.answers,
      extract(epoch from a.opens_at)::float8 * 1000 as "opensAt", extract(epoch from a.due_at)::float8 * 1000 as "dueAt",
      extract(epoch from a.closes_at)::float8 * 1000 as "closesAt", a.late,
      extract(epoch from a.released_at)::float8 * 1000 as "releasedAt", extract(epoch from o.until)::float8 * 1000 as until,
      array(select distinct v.question_id from lesson_questions p
        join question_versions v on v.id = p.question_version_id where p.lesson_version_id = coalesce(a.lesson_version_id, l.published_id)
          and (a.questions = '{}' or p.name = any(a.questions))) as questions
    from activities a
    join classes c on c.id = a.class_id and c.archived_at is null
    join enrolments e on e.class_id = a.class_id and e.user_id = ${userId}::uuid and e.role = 'student'
    join lessons l on l.id = a.lesson_id
    left join activity_overrides o on o.activity_id = a.id and o.user_id = e.user_id
    where a.withdrawn_at is null and (${which === 'all'} or a.answers <> 'atOnce') and ${FOR_ONE}`,
  );
  const byQuestion = new Map<string, ActivityRules[]>();
  // what tells at once keeps nothing
  for (const { id: _id, questions, now: _now, until, ...of } of rows.filter(({ answers }) => answers !== 'atOnce'))
    for (const id of questions)
      byQuestion.set(id, [
        ...(byQuestion.get(id) ?? []),
        { ...of, ...datesFor(of, { until }), attempts: null, minutes: null },
      ]);
  return { byQuestion, activities: new Map(rows.map(({ id, questions }) => [id, questions])), now: rows[0]?.now ?? 0 };
}

const refsByVersion = new LRUCache<string, ReadonlyMap<string, string>>({ max: 200 });

/** Which question stands behind each name in a version of a lesson; versions never change. */
export async function selectRefs(db: Queryable, lessonVersionId: string): Promise<ReadonlyMap<string, string>> {
  const kept = refsByVersion.get(lessonVersionId);
  if (kept !== undefined) return kept;
  const pins = await db.lessonQuestion.findMany({
    where: { lessonVersionId },
    select: { name: true, questionVersion: { select: { questionId: true } } },
  });
  const refs = new Map(pins.map(({ name, questionVersion }) => [name, questionVersion.questionId]));
  refsByVersion.set(lessonVersionId, refs);
  return refs;
}

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

/** A student begins, once for each time that they may: by the database's clock. */
export async function insertSitting(
  db: Queryable,
  of: { activityId: string; userId: string; number: number },
): Promise<void> {
  await db.$executeRaw`
    insert into sittings (activity_id, user_id, number, begun_at)
    values (${of.activityId}::uuid, ${of.userId}::uuid, ${of.number}, clock_timestamp()) on conflict do nothing`;
}

/** One at a time who begins, hands in, saves or ends what has a time limit. To be called in a transaction. */
export async function lockSitting(db: Queryable, of: { activityId: string; userId: string }): Promise<void> {
  await db.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`sitting:${of.activityId}:${of.userId}`}, 0))`;
}

/** @returns whether nobody else has done it */
export async function updateSettled(db: Queryable, of: { activityId: string; userId: string }): Promise<boolean> {
  const count = await db.$executeRaw`
    update sittings set settled_at = clock_timestamp()
    where activity_id = ${of.activityId}::uuid and user_id = ${of.userId}::uuid and settled_at is null`;
  return count > 0;
}

export interface OpenSitting {
  activityId: string;
  userId: string;
  lessonId: string;
}

/**
 * Those that have ended, and of which nobody has handed in what was typed: a moment later, so that what was received before the
 * end is stored.
 */
export async function selectEndedSittings(db: Queryable): Promise<OpenSitting[]> {
  return rowsOf(
    z.strictObject({ activityId: z.uuid(), userId: z.uuid(), lessonId: z.uuid() }),
    db.$queryRaw`
    select s.activity_id as "activityId", s.user_id as "userId", a.lesson_id as "lessonId"
    from sittings s join activities a on a.id = s.activity_id
    join classes c on c.id = a.class_id and c.archived_at is null
    left join enrolments e on e.class_id = a.class_id and e.user_id = s.user_id
    left join activity_overrides o on o.activity_id = a.id and o.user_id = s.user_id
    cross join lateral (
      select coalesce(o.time_factor, e.time_factor, 1) as factor, coalesce(o.until, a.due_at) as due
    ) own
    -- when it closes for them as in domain/activities/override.ts
    where s.settled_at is null and a.withdrawn_at is null and least(
      case when a.late = 'closed' and own.due is not null then least(own.due, case when o.until is null then a.closes_at end)
        when a.closes_at is not null then greatest(a.closes_at, o.until) end,
      case when own.factor <> 0 then s.begun_at + a.minutes * own.factor * interval '1 minute' end
    ) < clock_timestamp() - interval '2 seconds'
    limit 200`,
  );
}

/** How many questions of each of these somebody has handed in an answer to that counts. */
export async function selectAnswered(
  db: Queryable,
  userId: string,
  lessonIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.submission.groupBy({
    by: ['lessonId', 'questionId'],
    where: { userId, lessonId: { in: [...lessonIds] }, purpose: 'submit' },
  });
  return new Map([...Map.groupBy(rows, (row) => row.lessonId)].map(([id, some]) => [id, some.length]));
}
