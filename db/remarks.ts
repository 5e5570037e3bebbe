/** What is said in words to submissions, and who has read it. */
import { z } from 'zod';
import type { RemarkCounts, RemarkThread, ShownRemark } from '../domain/remarks/remark.ts';
import type { Queryable } from './client.ts';
import { notify } from './notify.ts';
import { rowsOf } from './rows.ts';

/** A submission to which something is said. */
export interface RemarkedWork {
  id: string;
  userId: string;
  lessonId: string;
  questionId: string;
}

const remarkRow = z.strictObject({
  id: z.uuid(),
  submissionId: z.uuid(),
  classId: z.uuid().nullable(),
  className: z.string().nullable(),
  open: z.boolean(),
  own: z.boolean(),
  byStudent: z.boolean(),
  by: z.string().nullable(),
  line: z.number().nullable(),
  text: z.string(),
  createdAt: z.date(),
  editedAt: z.date().nullable(),
  withdrawn: z.boolean(),
  fresh: z.boolean(),
});

/**
 * What was said to these submissions, as one person may read it; one of a class each. What was withdrawn is for its author alone.
 * @param classId of one class; null: of all of them, for the student
 */
export async function selectThreads(
  db: Pick<Queryable, '$queryRaw'>,
  { submissions, viewerId, classId }: { submissions: readonly string[]; viewerId: string; classId: string | null },
): Promise<RemarkThread[]> {
  const rows = await rowsOf(
    remarkRow,
    db.$queryRaw`
      select r.id, r.submission_id as "submissionId", r.class_id as "classId", c.name as "className",
        coalesce(c.archived_at is null and e.user_id is not null, false) as open,
        coalesce(r.author_id = ${viewerId}::uuid, false) as own, coalesce(r.author_id = s.user_id, false) as "byStudent",
        u.name as by, r.line, r.text, r.created_at as "createdAt", r.edited_at as "editedAt",
        r.withdrawn_at is not null as withdrawn,
        r.author_id is distinct from ${viewerId}::uuid and r.created_at > coalesce(d.read_to, '-infinity') as fresh
      from remarks r
      join submissions s on s.id = r.submission_id
      left join users u on u.id = r.author_id
      left join classes c on c.id = r.class_id
      left join enrolments e on e.class_id = r.class_id and e.user_id = s.user_id and e.role = 'student'
      left join remark_reads d on d.submission_id = r.submission_id and d.user_id = ${viewerId}::uuid
      where r.submission_id = any(${submissions}::uuid[])
        and (${classId}::uuid is null or r.class_id = ${classId}::uuid)
        and (r.withdrawn_at is null or r.author_id = ${viewerId}::uuid)
      order by r.created_at, r.id`,
  );
  const threads = Map.groupBy(rows, ({ submissionId, classId: of }) => `${submissionId} ${of}`);
  return [...threads.values()].flatMap((some): RemarkThread[] => {
    const [first] = some;
    if (first === undefined) return [];
    const { submissionId, classId: of, className, open } = first;
    return [{ submissionId, classId: of, className, open, remarks: some.map(shown) }];
  });
}

function shown({ id, byStudent, by, own, line, text, ...row }: z.infer<typeof remarkRow>): ShownRemark {
  return {
    ...{ id, side: byStudent ? 'student' : 'desk', by, own, line, text },
    at: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    withdrawn: row.withdrawn,
    fresh: row.fresh,
  };
}

export interface NewRemark {
  /** made by the page: the same one sent twice is one remark */
  id: string;
  classId: string;
  authorId: string;
  line: number | null;
  text: string;
}

/** Stores a remark and tells of it. @returns false: another one has this id */
export async function insertRemark(tx: Queryable, work: RemarkedWork, remark: NewRemark): Promise<boolean> {
  const made = await tx.remark.createMany({ data: [{ ...remark, submissionId: work.id }], skipDuplicates: true });
  if (made.count === 0) {
    const before = await tx.remark.findUnique({
      where: { id: remark.id },
      select: { authorId: true, submissionId: true },
    });
    return before?.authorId === remark.authorId && before.submissionId === work.id;
  }
  await tellOf(tx, work, remark.classId);
  return true;
}

/** Says that something about the remarks of a submission has changed, with the transaction. */
export async function tellOf(tx: Queryable, work: RemarkedWork, classId: string): Promise<void> {
  const { id: submission, userId: student, lessonId: lesson, questionId: question } = work;
  await notify(tx, { about: 'remark', class: classId, student, lesson, question, submission });
}

/** Whether somebody of the desk of this class has said something to a submission, be it withdrawn: its student may answer. */
export async function wasRemarked(db: Queryable, work: RemarkedWork, classId: string): Promise<boolean> {
  const where = { submissionId: work.id, classId, OR: [{ authorId: null }, { authorId: { not: work.userId } }] };
  return (await db.remark.count({ where })) > 0;
}

/** Notes that somebody has read what was said to a submission, up to this remark; never less than before. */
export async function upsertRead(db: Queryable, userId: string, submissionId: string, upTo: string): Promise<void> {
  await db.$executeRaw`
    insert into remark_reads (submission_id, user_id, read_to)
    select submission_id, ${userId}::uuid, created_at from remarks
    where id = ${upTo}::uuid and submission_id = ${submissionId}::uuid
    on conflict (submission_id, user_id) do update set read_to = greatest(remark_reads.read_to, excluded.read_to)`;
}

const countRow = z.strictObject({ questionId: z.string(), count: z.number(), fresh: z.number() });

/** How much was said to somebody's work on a lesson, by questions: all of it, and what they have not read yet. */
export async function selectRemarkCounts(
  db: Pick<Queryable, '$queryRaw'>,
  { userId, lessonId }: { userId: string; lessonId: string },
): Promise<RemarkCounts> {
  const rows = await rowsOf(
    countRow,
    db.$queryRaw`
      select s.question_id as "questionId", count(*)::int as count,
        (count(*) filter (where r.author_id is distinct from ${userId}::uuid
          and r.created_at > coalesce(d.read_to, '-infinity')))::int as fresh
      from remarks r
      join submissions s on s.id = r.submission_id
      left join remark_reads d on d.submission_id = r.submission_id and d.user_id = ${userId}::uuid
      where s.user_id = ${userId}::uuid and s.lesson_id = ${lessonId}::uuid
        and (r.withdrawn_at is null or r.author_id = ${userId}::uuid)
      group by 1`,
  );
  return Object.fromEntries(rows.map(({ questionId, count, fresh }) => [questionId, { count, fresh }]));
}

const replyRow = z.strictObject({
  submissionId: z.uuid(),
  studentId: z.uuid(),
  lessonId: z.uuid(),
  lessonTitle: z.string(),
  versionId: z.uuid(),
  questionId: z.string(),
  text: z.string(),
  at: z.date(),
});
export type StoredReply = z.infer<typeof replyRow>;

/** The newest answers of students of a class that this person has not read and nobody of the desk has answered: one a student and question. */
export async function selectReplies(
  db: Pick<Queryable, '$queryRaw'>,
  { classId, viewerId, most }: { classId: string; viewerId: string; most: number },
): Promise<StoredReply[]> {
  return rowsOf(
    replyRow,
    db.$queryRaw`
      select * from (
        select distinct on (s.user_id, s.lesson_id, s.question_id) s.id as "submissionId", s.user_id as "studentId", s.lesson_id as "lessonId",
          l.title as "lessonTitle", s.lesson_version_id as "versionId", s.question_id as "questionId", r.text, r.created_at as at
        from remarks r
        join submissions s on s.id = r.submission_id and s.user_id = r.author_id
        join lessons l on l.id = s.lesson_id
        join enrolments e on e.class_id = r.class_id and e.user_id = s.user_id and e.role = 'student'
        left join remark_reads d on d.submission_id = s.id and d.user_id = ${viewerId}::uuid
        where r.class_id = ${classId}::uuid and r.withdrawn_at is null
          and r.created_at > coalesce(d.read_to, '-infinity')
          and not exists (
            select 1 from remarks later
            where later.submission_id = s.id and later.class_id = r.class_id and later.withdrawn_at is null
              and later.author_id is distinct from s.user_id and later.created_at > r.created_at)
        order by s.user_id, s.lesson_id, s.question_id, r.created_at desc) newest
      order by at desc limit ${most}`,
  );
}

const feedbackRow = z.strictObject({
  submissionId: z.uuid(),
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
export type StoredFeedback = z.infer<typeof feedbackRow>;

/**
 * What was said to somebody's work by others, the newest of each question: what is not read yet and can be read where it stands
 * first. `activityId`: of a quiz, by which they have it still.
 */
export async function selectFeedback(
  db: Pick<Queryable, '$queryRaw'>,
  { userId, days, most }: { userId: string; days: number; most: number },
): Promise<StoredFeedback[]> {
  return rowsOf(
    feedbackRow,
    db.$queryRaw`
      select "submissionId", slug, "isQuiz", a.id as "activityId", "versionId", "questionId", by, text, at, fresh
      from (
        select distinct on (s.lesson_id, s.question_id) s.id as "submissionId", s.lesson_id, l.slug,
          l.level_id is null as "isQuiz", s.lesson_version_id as "versionId", s.question_id as "questionId",
          u.name as by, r.text, r.created_at as at, r.created_at > coalesce(d.read_to, '-infinity') as fresh
        from submissions s
        join remarks r on r.submission_id = s.id and r.author_id is distinct from s.user_id and r.withdrawn_at is null
        join lessons l on l.id = s.lesson_id
        left join users u on u.id = r.author_id
        left join remark_reads d on d.submission_id = s.id and d.user_id = s.user_id
        where s.user_id = ${userId}::uuid
        order by s.lesson_id, s.question_id, r.created_at desc) newest
      left join lateral (
        select a.id from activities a
        join classes c on c.id = a.class_id and c.archived_at is null
        join enrolments e on e.class_id = a.class_id and e.user_id = ${userId}::uuid and e.role = 'student'
        where "isQuiz" and a.lesson_id = newest.lesson_id and a.withdrawn_at is null
        order by a.created_at desc limit 1) a on true
      where fresh or at > now() - make_interval(days => ${days}::int)
      order by fresh and ("isQuiz" = (a.id is not null)) desc, at desc limit ${most}`,
  );
}
