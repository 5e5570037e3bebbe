/** What a student's home shows of their own rows: where they were, and the rooms that they played in. */
import { z } from 'zod';
import { RESULTS } from '../domain/results/verdict.ts';
import type { Queryable } from './client.ts';
import { Prisma } from './generated/client.ts';
import { rowsOf } from './rows.ts';

/** A question on which somebody has written or handed something in, and of which not all points are earned. */
export interface OpenWork {
  lessonId: string;
  slug: string;
  title: string;
  isQuiz: boolean;
  /** as it is published */
  versionId: string;
  /** the question in it */
  name: string;
  /** that were spent */
  attempts: number;
  /** when what is typed was stored; null: it is what was handed in */
  draftedAt: Date | null;
  last: { graded: boolean; result: (typeof RESULTS)[number] | null; points: number; maxPoints: number } | null;
}

const MOST = 8;
const MOST_LESSONS = 4;

/** What somebody has written or handed in newest, as far as it is looked at. */
const newest = (userId: string): Prisma.Sql => Prisma.sql`
  newest as (
    (select lesson_id, question_id as name, updated_at as at from drafts
     where user_id = ${userId}::uuid order by updated_at desc limit 24)
    union all
    (select lesson_id, question_id, created_at from submissions
     where user_id = ${userId}::uuid and purpose = 'submit' order by created_at desc limit 24))`;

/** The newest first; whether it may be gone on with is asked elsewhere. */
export async function selectOpenWork(db: Queryable, userId: string): Promise<OpenWork[]> {
  return rowsOf(
    z.strictObject({
      lessonId: z.uuid(),
      slug: z.string(),
      title: z.string(),
      isQuiz: z.boolean(),
      versionId: z.uuid(),
      name: z.string(),
      attempts: z.int(),
      draftedAt: z.date().nullable(),
      last: z
        .strictObject({
          graded: z.boolean(),
          result: z.enum(RESULTS).nullable(),
          points: z.number(),
          maxPoints: z.number(),
        })
        .nullable(),
    }),
    db.$queryRaw`
    with ${newest(userId)},
    places as (select lesson_id, name, max(at) as at from newest group by lesson_id, name)
    select p.lesson_id as "lessonId", l.slug, l.title, l.level_id is null as "isQuiz", l.published_id as "versionId", p.name,
      coalesce(c.attempts, 0) as attempts,
      case when s.id is null or (d.answer <> s.answer and d.updated_at > s.created_at) then d.updated_at end as "draftedAt",
      case when s.id is not null then jsonb_build_object('graded', coalesce(v.outcome = 'graded', false), 'result', v.result,
        'points', coalesce(v.points, 0), 'maxPoints', coalesce(v.max_points, 0)) end as last
    from places p
    join lessons l on l.id = p.lesson_id and l.published_id is not null and l.archived_at is null
    left join scores c on c.user_id = ${userId}::uuid and c.lesson_id = p.lesson_id and c.question_id = p.name
    left join drafts d on d.user_id = ${userId}::uuid and d.lesson_id = p.lesson_id and d.question_id = p.name
    left join lateral (
      select id, answer, created_at from submissions s where s.user_id = ${userId}::uuid and s.lesson_id = p.lesson_id
        and s.question_id = p.name and s.purpose = 'submit' order by s.created_at desc, s.id desc limit 1) s on true
    left join lateral (
      select outcome, result, points, max_points from verdicts v where v.submission_id = s.id
      order by v.grader = 'teacher' desc, v.created_at desc limit 1) v on true
    where (c.points is null or c.points < c.max_points) and coalesce(v.result, '') not in ('pass', 'received')
    order by p.at desc, p.lesson_id, p.name collate "C" limit ${MOST}`,
  );
}

/** A lesson or quiz in which somebody has written or handed something in. */
export type BegunLesson = Pick<OpenWork, 'lessonId' | 'slug' | 'title' | 'isQuiz' | 'versionId'> & {
  /** the questions of it that were begun, the newest first */
  begun: string[];
};

/** The lessons and quizzes that somebody has worked on last, the newest first. */
export async function selectBegunLessons(db: Queryable, userId: string): Promise<BegunLesson[]> {
  return rowsOf(
    z.strictObject({
      lessonId: z.uuid(),
      slug: z.string(),
      title: z.string(),
      isQuiz: z.boolean(),
      versionId: z.uuid(),
      begun: z.array(z.string()),
    }),
    db.$queryRaw`
    with ${newest(userId)},
    worked as (select lesson_id, max(at) as at from newest group by lesson_id)
    select l.id as "lessonId", l.slug, l.title, l.level_id is null as "isQuiz", l.published_id as "versionId", b.begun
    from worked w
    join lessons l on l.id = w.lesson_id and l.published_id is not null and l.archived_at is null
    cross join lateral (
      select jsonb_agg(name order by at desc, name collate "C") as begun from (
        select name, max(at) as at from (
          select question_id as name, updated_at as at from drafts where user_id = ${userId}::uuid and lesson_id = l.id
          union all
          select question_id, created_at from submissions
          where user_id = ${userId}::uuid and lesson_id = l.id and purpose = 'submit') one group by name) each) b
    order by w.at desc, l.id limit ${MOST_LESSONS}`,
  );
}

/** A room that is over. */
export interface PastRoom {
  id: string;
  title: string;
  at: Date;
  /** what somebody earned of what there was; null: it is being reckoned */
  points: number | null;
  maxPoints: number | null;
  /** questions that were not wholly right */
  open: number;
}

/** The newest rooms that somebody played in. */
export async function selectPastRooms(db: Queryable, userId: string, most: number): Promise<PastRoom[]> {
  return rowsOf(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      at: z.date(),
      points: z.number().nullable(),
      maxPoints: z.number().nullable(),
      open: z.int(),
    }),
    db.$queryRaw`
    select s.id, l.title, s.ended_at as at, e.points, e.max_points as "maxPoints", coalesce(e.open, 0) as open
    from players p
    join live_sessions s on s.id = p.session_id and s.ended_at is not null
    join lessons l on l.id = s.lesson_id
    left join lateral (
      select case when count(*) > 0 then sum(coalesce(points, 0)) end as points, sum(max_points) as max_points,
        count(*) filter (where points is null or points < max_points)::int as open
      from live_earned e where e.session_id = s.id and e.player_id = p.id) e on true
    where p.user_id = ${userId}::uuid and p.removed_at is null and not p.rehearsal
    order by s.ended_at desc, s.id limit ${most}`,
  );
}
