/** What somebody has of their classes as a student, by which rules, and what is not told to them for now. */
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { datesFor } from '../domain/activities/override.ts';
import { type ActivityRules, ANSWERS, type GivenActivity, keepsPoints, LATE } from '../domain/activities/rules.ts';
import { toldSince, type Untold, untoldBy } from '../domain/activities/standing.ts';
import type { Queryable } from './client.ts';
import { databaseNow } from './clock.ts';
import { Prisma } from './generated/client.ts';
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
