/**
 * What is new for somebody. It is no row of its own: it follows from what happened, and from how far they have seen it, so that
 * nothing is written where work is handed in. Each part goes by an index on whose it is, and is left out where its kind is off.
 */
import type pg from 'pg';
import { z } from 'zod';
import { MOST_COUNTED, NEVER_MAILED, NOTICE_DAYS, NOTICE_KINDS } from '../domain/notices/notice.ts';
import { selectTold } from './activity-given.ts';
import type { Queryable } from './client.ts';
import { Prisma } from './generated/client.ts';
import { SINCE, type Sql } from './notice-part.ts';
import { OF_DESK } from './notices-of-desk.ts';
import { OF_STUDENTS } from './notices-of-students.ts';
import { rowsOf } from './rows.ts';

const row = z.strictObject({
  kind: z.enum(NOTICE_KINDS),
  id: z.string(),
  at: z.date(),
  fresh: z.boolean(),
  title: z.string().nullable(),
  className: z.string().nullable(),
  who: z.string().nullable(),
  when: z.date().nullable(),
  count: z.number().nullable(),
  classId: z.uuid().nullable(),
  lessonId: z.uuid().nullable(),
  slug: z.string().nullable(),
  activityId: z.uuid().nullable(),
  versionId: z.uuid().nullable(),
  questionName: z.string().nullable(),
  studentId: z.uuid().nullable(),
  code: z.string().nullable(),
});
export type StoredNotice = z.infer<typeof row>;

const ALL = Prisma.join([...OF_STUDENTS, ...OF_DESK], ' union all ');

/** Since when and of which kinds: how far somebody has seen it; all of some days; or what no mail has told yet. */
type Which = 'new' | 'all' | 'unmailed';

/** @param told since when the answers of which activities are told to them */
function withMark(userId: string, which: Which, told: Awaited<ReturnType<typeof selectTold>>): Sql {
  const rows = JSON.stringify(
    told.map(({ activity, at }) => ({ activity, at: new Date(Math.round(at)).toISOString() })),
  );
  const window = Prisma.sql`now() - make_interval(days => ${NOTICE_DAYS}::int)`;
  const since =
    which === 'all'
      ? window
      : which === 'new'
        ? Prisma.sql`greatest(${window}, n.seen_to)`
        : Prisma.sql`greatest(${window}, n.seen_to, n.mailed_to)`;
  const off = which === 'unmailed' ? Prisma.sql`n.mail_off || ${[...NEVER_MAILED]}::text[]` : Prisma.sql`n.off`;
  return Prisma.sql`
    with mark as materialized (
      select p.id as me, ${since} as since, coalesce(${off}, '{}') as off, coalesce(n.seen_to, '-infinity') as seen_to,
        ${rows}::jsonb as told
      from (select ${userId}::uuid as id) p left join notice_settings n on n.user_id = p.id),
    learns as materialized (
      select e.class_id, e.user_id, e.joined_at, c.name from enrolments e
      join classes c on c.id = e.class_id and c.archived_at is null
      where e.user_id = ${userId}::uuid and e.role = 'student'),
    desk as materialized (
      select e.class_id, c.name, true as grades from enrolments e
      join classes c on c.id = e.class_id and c.archived_at is null
      join users u on u.id = e.user_id and u.role <> 'student'
      where e.user_id = ${userId}::uuid and e.role = 'teacher'
      union all
      select x.class_id, c.name, x.may_grade from class_assistants x
      join classes c on c.id = x.class_id and c.archived_at is null
      where x.user_id = ${userId}::uuid)`;
}

/**
 * How much is new for somebody, up to what is counted. The header of every page asks it: the statement is prepared once for each
 * connection, because finding a way through all its parts takes longer than going it.
 */
export async function countNotices(
  { db, pool }: { db: Pick<Queryable, '$queryRaw'>; pool: pg.Pool },
  userId: string,
): Promise<number> {
  const { text, values } = Prisma.sql`${withMark(userId, 'new', await selectTold(db, userId))}
    select count(*)::int as count from (
      select 1 from (${ALL}) told where told.unread and told.at > ${SINCE} limit ${MOST_COUNTED + 1}) counted`;
  const { rows } = await pool.query<{ count: number }>({ name: 'notices-count', text, values });
  return rows[0]?.count ?? 0;
}

/** What is told to somebody, the newest first. @param which all of it, or for a mail what is new and in no mail yet */
export async function selectNotices(
  db: Pick<Queryable, '$queryRaw'>,
  userId: string,
  { which, most }: { which: 'all' | 'unmailed'; most: number },
): Promise<StoredNotice[]> {
  const only = which === 'all' ? Prisma.empty : Prisma.sql`where told.unread and told.at > ${SINCE}`;
  const from = await selectTold(db, userId);
  return rowsOf(
    row,
    db.$queryRaw`${withMark(userId, which, from)}
      select told.kind, told.id, told.at, told.unread and told.at > (select seen_to from mark) as fresh, told.title,
        told.class_name as "className", told.who, told.when, told.count, told.class_id as "classId",
        told.lesson_id as "lessonId", told.slug, told.activity_id as "activityId", told.version_id as "versionId",
        told.question_name as "questionName", told.student_id as "studentId", told.code
      from (${ALL}) told ${only} order by told.at desc, told.kind, told.id limit ${most}`,
  );
}
