/** Reads what was asked: the queue of a class, one's own questions, and what was said to each. */
import { z } from 'zod';
import { INQUIRY_STATES } from '../domain/inquiries/inquiry.ts';
import type { ShownRemark } from '../domain/remarks/remark.ts';
import { FOR_ONE } from './activity-given.ts';
import type { Queryable } from './client.ts';
import { Prisma } from './generated/client.ts';
import { rowsOf } from './rows.ts';

const STATE = Prisma.sql`case when i.helped_at is not null then 'helped' when i.answered_at is not null then 'answered' else 'open' end`;

const queuedRow = z.strictObject({
  id: z.uuid(),
  classId: z.uuid(),
  studentId: z.uuid(),
  student: z.string(),
  lessonId: z.uuid(),
  lessonTitle: z.string(),
  versionId: z.uuid(),
  questionId: z.string(),
  text: z.string(),
  at: z.date(),
  askedAt: z.date(),
  state: z.enum(INQUIRY_STATES),
  answeredBy: z.string().nullable(),
  takenBy: z.string().nullable(),
  takenOwn: z.boolean(),
  takenAt: z.date().nullable(),
});
export type StoredQueued = z.infer<typeof queuedRow>;

/**
 * What students of a class have asked: what waits first, and then the newest. Taken back, or of somebody who has left, it is not there.
 * @param only one of them; null: all
 */
export async function selectQueue(
  db: Pick<Queryable, '$queryRaw'>,
  of: { classId: string; viewerId: string; minutes: number; most: number; only: string | null },
): Promise<StoredQueued[]> {
  const { classId, viewerId, minutes, most, only } = of;
  return rowsOf(
    queuedRow,
    db.$queryRaw`
      select i.id, i.class_id as "classId", i.student_id as "studentId", u.name as student, i.lesson_id as "lessonId",
        l.title as "lessonTitle", i.lesson_version_id as "versionId", i.question_id as "questionId", last.text,
        last.created_at as at, i.asked_at as "askedAt", ${STATE} as state, b.name as "answeredBy", k.name as "takenBy",
        coalesce(i.taken_by_id = ${viewerId}::uuid, false) as "takenOwn", i.taken_at as "takenAt"
      from inquiries i
      join inquiry_messages first on first.id = i.id and first.withdrawn_at is null
      join enrolments e on e.class_id = i.class_id and e.user_id = i.student_id and e.role = 'student'
      join users u on u.id = i.student_id
      join lessons l on l.id = i.lesson_id
      left join users b on b.id = i.answered_by_id
      left join users k on k.id = i.taken_by_id and i.taken_at > now() - make_interval(mins => ${minutes}::int)
      join lateral (
        select m.text, m.created_at from inquiry_messages m
        where m.inquiry_id = i.id and m.author_id = i.student_id and m.withdrawn_at is null
        order by m.created_at desc, m.id desc limit 1) last on true
      where i.class_id = ${classId}::uuid and (${only}::uuid is null or i.id = ${only}::uuid)
      order by (i.answered_at is not null or i.helped_at is not null), last.created_at desc, i.id limit ${most}`,
  );
}

const ownRow = z.strictObject({
  id: z.uuid(),
  className: z.string().nullable(),
  open: z.boolean(),
  state: z.enum(INQUIRY_STATES),
  at: z.date(),
  answer: z.unknown(),
});

/** What somebody has asked at a question, the newest first. `open`: they may say more. */
export async function selectOwnInquiries(
  db: Pick<Queryable, '$queryRaw'>,
  of: { userId: string; lessonId: string; questionId: string; most: number },
): Promise<z.infer<typeof ownRow>[]> {
  const { userId, lessonId, questionId, most } = of;
  return rowsOf(
    ownRow,
    db.$queryRaw`
      select i.id, c.name as "className", coalesce(c.archived_at is null and e.user_id is not null, false) as open,
        ${STATE} as state, i.asked_at as at, i.answer
      from inquiries i
      left join classes c on c.id = i.class_id
      left join enrolments e on e.class_id = i.class_id and e.user_id = i.student_id and e.role = 'student'
      where i.student_id = ${userId}::uuid and i.lesson_id = ${lessonId}::uuid and i.question_id = ${questionId}
      order by i.asked_at desc, i.id limit ${most}`,
  );
}

const answeredRow = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  isQuiz: z.boolean(),
  activityId: z.uuid().nullable(),
  versionId: z.uuid(),
  questionId: z.string(),
  by: z.string().nullable(),
  text: z.string(),
  at: z.date(),
  fresh: z.boolean(),
});

/**
 * The newest answers to what somebody has asked, one of each question: what is not read yet first. `activityId`: of a quiz, by
 * which they have it still.
 */
export async function selectAnswers(
  db: Pick<Queryable, '$queryRaw'>,
  { userId, days, most }: { userId: string; days: number; most: number },
): Promise<z.infer<typeof answeredRow>[]> {
  return rowsOf(
    answeredRow,
    db.$queryRaw`
      select i.id, l.slug, l.level_id is null as "isQuiz", a.id as "activityId", i.lesson_version_id as "versionId",
        i.question_id as "questionId", u.name as by, newest.text, newest.created_at as at,
        newest.created_at > coalesce(d.read_to, '-infinity') as fresh
      from inquiries i
      join lessons l on l.id = i.lesson_id
      join lateral (
        select m.author_id, m.text, m.created_at from inquiry_messages m
        where m.inquiry_id = i.id and m.withdrawn_at is null and m.author_id is distinct from i.student_id
        order by m.created_at desc, m.id desc limit 1) newest on true
      left join users u on u.id = newest.author_id
      left join inquiry_reads d on d.inquiry_id = i.id and d.user_id = i.student_id
      left join lateral (
        select a.id from activities a
        join classes c on c.id = a.class_id and c.archived_at is null
        join enrolments e on e.class_id = a.class_id and e.user_id = i.student_id and e.role = 'student'
        where l.level_id is null and a.lesson_id = i.lesson_id and a.withdrawn_at is null and ${FOR_ONE}
        order by a.created_at desc limit 1) a on true
      where i.student_id = ${userId}::uuid and (
        newest.created_at > coalesce(d.read_to, '-infinity') or newest.created_at > now() - make_interval(days => ${days}::int))
      order by fresh desc, at desc limit ${most}`,
  );
}

const messageRow = z.strictObject({
  inquiryId: z.uuid(),
  id: z.uuid(),
  own: z.boolean(),
  byStudent: z.boolean(),
  by: z.string().nullable(),
  text: z.string(),
  createdAt: z.date(),
  editedAt: z.date().nullable(),
  withdrawn: z.boolean(),
  fresh: z.boolean(),
});

/** What was said to these, as one person may read it, by inquiry. What was withdrawn is for its author alone. */
export async function selectMessages(
  db: Pick<Queryable, '$queryRaw'>,
  { inquiries, viewerId }: { inquiries: readonly string[]; viewerId: string },
): Promise<Map<string, ShownRemark[]>> {
  const rows = await rowsOf(
    messageRow,
    db.$queryRaw`
      select m.inquiry_id as "inquiryId", m.id, coalesce(m.author_id = ${viewerId}::uuid, false) as own,
        coalesce(m.author_id = i.student_id, false) as "byStudent", u.name as by, m.text, m.created_at as "createdAt",
        m.edited_at as "editedAt", m.withdrawn_at is not null as withdrawn,
        m.author_id is distinct from ${viewerId}::uuid and m.created_at > coalesce(d.read_to, '-infinity') as fresh
      from inquiry_messages m
      join inquiries i on i.id = m.inquiry_id
      left join users u on u.id = m.author_id
      left join inquiry_reads d on d.inquiry_id = i.id and d.user_id = ${viewerId}::uuid
      where m.inquiry_id = any(${inquiries}::uuid[]) and (m.withdrawn_at is null or m.author_id = ${viewerId}::uuid)
      order by m.created_at, m.id = m.inquiry_id desc, m.id`,
  );
  const shown = rows.map(({ inquiryId, byStudent, createdAt, editedAt, ...row }): [string, ShownRemark] => {
    const side = byStudent ? ('student' as const) : ('desk' as const);
    const times = { at: createdAt.toISOString(), editedAt: editedAt?.toISOString() ?? null };
    return [inquiryId, { ...row, ...times, side, line: null }];
  });
  const by = Map.groupBy(shown, ([inquiry]) => inquiry);
  return new Map([...by].map(([inquiry, some]) => [inquiry, some.map(([, message]) => message)]));
}
