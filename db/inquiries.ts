/** What students have asked the teachers of their classes at questions: asked, said further, taken, read. */
import { z } from 'zod';
import type { Answer } from '../domain/answer.ts';
import { answerDocument } from '../domain/documents/formats.ts';
import type { AskedDuring, Asking } from '../domain/inquiries/inquiry.ts';
import { FOR_ONE } from './activity-given.ts';
import type { Queryable } from './client.ts';
import { toJson } from './json.ts';
import { notify } from './notify.ts';
import { rowsOf } from './rows.ts';

/** What is known of one wherever something is done with it. */
export interface StoredInquiry {
  id: string;
  classId: string | null;
  studentId: string;
  lessonId: string;
  lessonVersionId: string;
  questionId: string;
  variantId: string | null;
}

export interface NewInquiry extends StoredInquiry {
  classId: string;
  answer: Answer | null;
  during: AskedDuring | null;
  text: string;
}

/**
 * Stores what was asked, and tells of it with the transaction.
 * @returns false: another one has this id
 */
export async function insertInquiry(tx: Queryable, { text, answer, ...inquiry }: NewInquiry): Promise<boolean> {
  const stored = answer === null ? {} : { answer: toJson(answerDocument.write(answer)) };
  const made = await tx.inquiry.createMany({ data: [{ ...inquiry, ...stored }], skipDuplicates: true });
  if (made.count === 0) return isAsked(tx, inquiry);
  const { id, studentId: authorId } = inquiry;
  await tx.inquiryMessage.create({ data: { id, inquiryId: id, authorId, text } });
  await tellInquired(tx, inquiry);
  return true;
}

/** Whether just this was asked before by the same student: it was sent twice. */
export async function isAsked(
  db: Queryable,
  {
    id,
    classId,
    studentId,
    lessonId,
    questionId,
  }: Pick<NewInquiry, 'id' | 'classId' | 'studentId' | 'lessonId' | 'questionId'>,
): Promise<boolean> {
  return (await db.inquiry.count({ where: { id, classId, studentId, lessonId, questionId } })) > 0;
}

/** Says that something about a question that was asked has changed, with the transaction. */
export async function tellInquired(tx: Queryable, inquiry: StoredInquiry): Promise<void> {
  const { id, classId, studentId: student, lessonId: lesson, questionId: question } = inquiry;
  if (classId !== null) await notify(tx, { about: 'inquiry', class: classId, student, lesson, question, inquiry: id });
}

/**
 * Says something more: from its student it waits again, from the desk it is answered.
 * @returns false: another message has this id
 */
export async function insertInquiryMessage(
  tx: Queryable,
  inquiry: StoredInquiry,
  message: { id: string; authorId: string; text: string },
): Promise<boolean> {
  const made = await tx.inquiryMessage.createMany({
    data: [{ ...message, inquiryId: inquiry.id }],
    skipDuplicates: true,
  });
  if (made.count === 0) {
    const { id, authorId } = message;
    return (await tx.inquiryMessage.count({ where: { id, authorId, inquiryId: inquiry.id } })) > 0;
  }
  if (message.authorId === inquiry.studentId)
    await tx.inquiry.update({
      where: { id: inquiry.id },
      data: { answeredAt: null, answeredById: null, helpedAt: null },
    });
  else await markAnswered(tx, inquiry.id, message.authorId);
  await tellInquired(tx, inquiry);
  return true;
}

/** Somebody of the desk has answered, in words here or elsewhere. */
export async function markAnswered(tx: Queryable, id: string, byId: string): Promise<void> {
  await tx.$executeRaw`
    update inquiries set answered_at = now(), answered_by_id = ${byId}::uuid, helped_at = null, taken_by_id = null, taken_at = null
    where id = ${id}::uuid`;
}

/** It is answered where the desk has said something after what its student said last, of what still stands; and waits where not. */
export async function reckonAnswered(tx: Queryable, id: string): Promise<void> {
  await tx.$executeRaw`
    update inquiries i set
      answered_at = case when said.at is null then null else coalesce(i.answered_at, said.at) end,
      answered_by_id = case when said.at is null then null else coalesce(i.answered_by_id, said.by) end
    from (select 1) one
    left join lateral (
      select m.created_at as at, m.author_id as by from inquiry_messages m join inquiries q on q.id = m.inquiry_id
      where q.id = ${id}::uuid and m.withdrawn_at is null and m.author_id is distinct from q.student_id
        and m.created_at >= (
          select max(s.created_at) from inquiry_messages s
          where s.inquiry_id = q.id and s.withdrawn_at is null and s.author_id = q.student_id)
      order by m.created_at desc, m.id desc limit 1) said on true
    where i.id = ${id}::uuid`;
}

/** Notes that somebody has read what was said, up to this message; never less than before. */
export async function upsertInquiryRead(db: Queryable, userId: string, inquiryId: string, upTo: string): Promise<void> {
  await db.$executeRaw`
    insert into inquiry_reads (inquiry_id, user_id, read_to)
    select inquiry_id, ${userId}::uuid, created_at from inquiry_messages
    where id = ${upTo}::uuid and inquiry_id = ${inquiryId}::uuid
    on conflict (inquiry_id, user_id) do update set read_to = greatest(inquiry_reads.read_to, excluded.read_to)`;
}

/** The classes whose teachers a student may ask about a lesson or quiz: it was given there, or stands in the course that they follow. */
export async function selectClassesToAsk(
  db: Pick<Queryable, '$queryRaw'>,
  { userId, lessonId }: { userId: string; lessonId: string },
): Promise<{ id: string; name: string }[]> {
  return rowsOf(
    z.strictObject({ id: z.uuid(), name: z.string() }),
    db.$queryRaw`
      select c.id, c.name from enrolments e
      join classes c on c.id = e.class_id and c.archived_at is null
      where e.user_id = ${userId}::uuid and e.role = 'student' and (
        exists (
          select 1 from activities a
          where a.class_id = c.id and a.lesson_id = ${lessonId}::uuid and a.withdrawn_at is null and ${FOR_ONE})
        or exists (
          select 1 from lessons l join levels v on v.id = l.level_id
          where l.id = ${lessonId}::uuid and v.course_id = c.course_id))
      order by c.name collate "und-x-icu", c.id`,
  );
}

/** Whether somebody may ask at a lesson, and what they have asked: two short queries, each by an index. */
export async function selectAsking(
  db: Pick<Queryable, '$queryRaw'>,
  of: { userId: string; lessonId: string },
): Promise<Asking> {
  const [classes, counts] = await Promise.all([selectClassesToAsk(db, of), selectInquiryCounts(db, of)]);
  return { may: classes.length > 0, counts };
}

/**
 * By questions how much somebody has asked in a lesson, without what they have taken back, and how many of all of it have an answer
 * that they have not read.
 */
export async function selectInquiryCounts(
  db: Pick<Queryable, '$queryRaw'>,
  { userId, lessonId }: { userId: string; lessonId: string },
): Promise<Asking['counts']> {
  const rows = await rowsOf(
    z.strictObject({ questionId: z.string(), count: z.number(), fresh: z.number() }),
    db.$queryRaw`
      select i.question_id as "questionId", (count(*) filter (where not exists (
        select 1 from inquiry_messages first where first.id = i.id and first.withdrawn_at is not null)))::int as count,
        (count(*) filter (where exists (
        select 1 from inquiry_messages m
        where m.inquiry_id = i.id and m.withdrawn_at is null and m.author_id is distinct from i.student_id
          and m.created_at > coalesce(d.read_to, '-infinity'))))::int as fresh
      from inquiries i
      left join inquiry_reads d on d.inquiry_id = i.id and d.user_id = i.student_id
      where i.student_id = ${userId}::uuid and i.lesson_id = ${lessonId}::uuid
      group by 1`,
  );
  return Object.fromEntries(rows.map(({ questionId, ...counted }) => [questionId, counted]));
}

/** How many questions of a class wait for its desk. */
export async function countOpenInquiries(db: Pick<Queryable, '$queryRaw'>, classId: string): Promise<number> {
  const [row] = await rowsOf(
    z.strictObject({ open: z.number() }),
    db.$queryRaw`
      select count(*)::int as open from inquiries i
      join enrolments e on e.class_id = i.class_id and e.user_id = i.student_id and e.role = 'student'
      where i.class_id = ${classId}::uuid and i.answered_at is null and i.helped_at is null
        and not exists (select 1 from inquiry_messages m where m.id = i.id and m.withdrawn_at is not null)`,
  );
  return row?.open ?? 0;
}
