/** Where those who learn are at this moment, and what is stored of the question they are at. */
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Lines, StudentLine } from '../domain/class-now/changes.ts';
import { HOUR_LASTS_MS } from '../domain/class-now/hour.ts';
import { RESULTS } from '../domain/results/verdict.ts';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

export interface SaidPresence {
  userId: string;
  lessonId: string;
  questionId: string | null;
  section: string | null;
  /** the page is not looked at any more */
  away: boolean;
  connection: string;
}

/** Who looks something up and comes back within this time is still at the same question. */
const COMES_BACK = '30 minutes';

const SAY = `
  with said as (
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::text[])
      s(user_id, lesson_id, question_id, section, away, connection))
  insert into presences as p
    (user_id, lesson_id, question_id, reading, section, since, moved_at, seen_at, left_at, connection)
  select s.user_id, s.lesson_id, coalesce(s.question_id, before.question_id), s.question_id is null, s.section,
    case when before.question_id is not distinct from coalesce(s.question_id, before.question_id)
      then coalesce(before.since, now()) else now() end,
    now(), now(), case when s.away then now() end, s.connection
  from said s
  left join lateral (
    select question_id, since from presences one
    where one.user_id = s.user_id and one.lesson_id = s.lesson_id and one.seen_at > now() - interval '${COMES_BACK}'
    order by moved_at desc limit 1) before on true
  where exists (
    select 1 from activities a join enrolments e on e.class_id = a.class_id and e.user_id = s.user_id and e.role = 'student'
    where a.lesson_id = s.lesson_id and a.withdrawn_at is null)
  on conflict (user_id, connection) do update set
    lesson_id = excluded.lesson_id, question_id = excluded.question_id, reading = excluded.reading,
    section = excluded.section, since = excluded.since, seen_at = excluded.seen_at, left_at = excluded.left_at,
    moved_at = case when (p.lesson_id, p.question_id, p.reading, p.section, p.left_at is null)
      is distinct from (excluded.lesson_id, excluded.question_id, excluded.reading, excluded.section,
        excluded.left_at is null) then excluded.moved_at else p.moved_at end`;

/**
 * Notes where people are, each in one of their windows, if they learn in a class that was given the lesson; of others nothing is noted.
 * How long they have been at a question goes over from one window to the next.
 * @param said one of each person: what somebody says later comes in a later call
 */
export async function upsertPresences(pool: Pool, said: readonly SaidPresence[]): Promise<void> {
  const values = [
    said.map(({ userId }) => userId),
    said.map(({ lessonId }) => lessonId),
    said.map(({ questionId }) => questionId),
    said.map(({ section }) => section),
    said.map(({ away }) => away),
    said.map(({ connection }) => connection),
  ];
  await pool.query({ name: 'say-places', text: SAY, values });
}

/** A window is closed, or the network between is gone. */
export async function leavePresence(pool: Pool, of: { userId: string; connection: string }): Promise<void> {
  await pool.query('update presences set left_at = now() where user_id = $1 and connection = $2 and left_at is null', [
    of.userId,
    of.connection,
  ]);
}

/** Those who may see what somebody types in a lesson or quiz: of their classes that were given it, who teaches, and who assists with that right. */
export async function selectWatchers(db: Queryable, of: { userId: string; lessonId: string }): Promise<string[]> {
  const rows = await rowsOf(
    z.strictObject({ name: z.string() }),
    db.$queryRaw`
      with own as (
        select e.class_id from enrolments e join classes c on c.id = e.class_id and c.archived_at is null
        where e.user_id = ${of.userId}::uuid and e.role = 'student' and exists (
          select 1 from activities a
          where a.class_id = e.class_id and a.lesson_id = ${of.lessonId}::uuid and a.withdrawn_at is null))
      select u.name from users u where u.disabled_at is null and u.id in (
        select t.user_id from enrolments t join own on own.class_id = t.class_id where t.role = 'teacher'
        union select h.user_id from class_assistants h join own on own.class_id = h.class_id where h.may_drafts)
      order by u.name collate "und-x-icu", u.id`,
  );
  return rows.map(({ name }) => name);
}

/** What is older than a day is nobody's business any more. @returns how many */
export async function deleteOldPresences(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(`delete from presences where seen_at < now() - interval '1 day'`);
  return rowCount ?? 0;
}

const ms = z.number();
const LINE = z.strictObject({
  id: z.string(),
  name: z.string(),
  login: z.string(),
  sort: z.string(),
  at: z
    .strictObject({
      lesson: z.string(),
      question: z.string().nullable(),
      reading: z.boolean(),
      section: z.string().nullable(),
      since: ms,
      seen: ms,
      left: z.boolean(),
    })
    .nullable(),
  typed: ms.nullable(),
  last: z.strictObject({ at: ms, came: z.enum([...RESULTS, 'waits', 'unread']) }).nullable(),
  tries: z.number(),
  hand: z.strictObject({ id: z.string(), at: ms }).nullable(),
});
const READ = z.strictObject({
  now: ms,
  hour: z.string().nullable(),
  lines: z.array(z.looseObject({ id: z.string() })).nullable(),
});

const MS = (time: string): string => `floor(extract(epoch from ${time}) * 1000)::float8`;

/**
 * Where they are is read once for the class (for each student by itself, PostgreSQL looks through the whole lesson each time), the
 * rest by one look into an index for each student and table: 200 students are read in a few milliseconds.
 */
const AT_WORK = `
with places as materialized (
  select distinct on (one.user_id) one.* from presences one
  where one.user_id in (select user_id from enrolments where class_id = $1 and role = 'student')
    and one.lesson_id in (select lesson_id from activities where class_id = $1 and withdrawn_at is null)
  order by one.user_id, one.left_at is not null, one.seen_at < now() - interval '90 seconds', one.moved_at desc)
select ${MS('clock_timestamp()')} as now, min(hour.id || ' ' || hour.changed_at) as hour, json_agg(json_build_object(
  'id', who.id, 'name', who.name, 'login', who.login, 'sort', who.sort,
  'at', case when p.user_id is null then null else json_build_object('lesson', p.lesson_id, 'question', p.question_id,
    'reading', p.reading, 'section', p.section, 'since', ${MS('p.since')}, 'seen', ${MS('p.seen_at')},
    'left', p.left_at is not null) end,
  'typed', ${MS('d.updated_at')},
  'last', case when newest.came is null then null
    else json_build_object('at', ${MS('newest.created_at')}, 'came', newest.came) end,
  'tries', case when s.result is null or s.result in ('pass', 'received') then 0 else s.attempts end,
  'hand', case when h.id is null then null else json_build_object('id', h.id, 'at', ${MS('h.raised_at')}) end
)) as lines
from (
  select u.id, u.name, u.login, case when c.names_by = 'family' then coalesce(u.sort_name, u.name) else u.name end as sort
  from enrolments e join users u on u.id = e.user_id join classes c on c.id = e.class_id
  where e.class_id = $1 and e.role = 'student') who
left join places p on p.user_id = who.id
left join drafts d on d.user_id = who.id and d.lesson_id = p.lesson_id and d.question_id = p.question_id
left join scores s on s.user_id = who.id and s.lesson_id = p.lesson_id and s.question_id = p.question_id
left join lateral (
  select one.created_at, coalesce((
    select case v.outcome when 'graded' then v.result when 'failed' then 'waits' else 'unread' end
    from verdicts v where v.submission_id = one.id
    order by v.grader = 'teacher' desc, v.created_at desc limit 1), 'waits') as came
  from submissions one
  where one.lesson_id = p.lesson_id and one.question_id = p.question_id and one.user_id = who.id
    and one.purpose in ('submit', 'practice')
  order by one.created_at desc, one.id desc limit 1) newest on true
left join class_hours hour on hour.class_id = $1 and hour.ended_at is null
  and hour.changed_at > now() - interval '${HOUR_LASTS_MS} milliseconds'
left join hands h on h.hour_id = hour.id and h.user_id = who.id and h.lowered_at is null`;

/**
 * What the students of a class are at, in no order.
 * @param before as they were when they were read last: who has not changed is not looked at again
 * @returns `now`: the database's clock, ms since 1970; `hour`: which hour the class is in, another text once that has changed
 */
export async function selectAtWork(
  pool: Pool,
  classId: string,
  before?: Lines,
): Promise<{ now: number; hour: string | null; lines: Lines }> {
  const { rows } = await pool.query({ name: 'at-work', text: AT_WORK, values: [classId] });
  const { now, hour, lines } = READ.parse(rows[0]);
  const lineOf = (raw: { id: string }): StudentLine => {
    const text = JSON.stringify(raw);
    const known = before?.get(raw.id);
    return known?.text === text ? known : { text, student: LINE.parse(raw) };
  };
  return { now, hour, lines: new Map((lines ?? []).map((raw) => [raw.id, lineOf(raw)])) };
}
