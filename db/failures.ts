/** What the grader failed on, by faults of ours: where it is, and grading it again. */
import { z } from 'zod';
import { answerDocument } from '../domain/documents/formats.ts';
import { askedKind } from '../domain/kinds/asked.ts';
import type { Queryable } from './client.ts';
import { notifyAll } from './notify.ts';
import { enqueueGradings } from './queue.ts';
import { rowsOf } from './rows.ts';

/** Of one class or of all; in one lesson or in all. */
export interface FailureScope {
  classId: string | null;
  lessonId: string | null;
}

const failedSubmission = z.strictObject({
  submission: z.guid(),
  userId: z.guid(),
  student: z.string(),
  lessonId: z.guid(),
  lesson: z.string(),
  questionId: z.string(),
  /** when the grader gave up */
  at: z.date(),
  /** under which the log tells why; null: it was not noted then */
  reference: z.string().nullable(),
  /** a class of the student, through which their history is read */
  classId: z.guid().nullable(),
  class: z.string().nullable(),
});
export type FailedSubmission = z.infer<typeof failedSubmission>;

const takenBack = z.strictObject({
  id: z.guid(),
  user: z.guid(),
  lesson: z.guid(),
  question: z.string(),
  answer: z.unknown(),
});

/** As many as are shown, and graded again at a time. */
const AT_ONCE = 500;

/** Handed-in submissions whose verdict that counts is a failure, the newest failure first. */
export async function selectFailed(db: Queryable, { classId, lessonId }: FailureScope): Promise<FailedSubmission[]> {
  return rowsOf(
    failedSubmission,
    db.$queryRaw`
    select s.id as submission, s.user_id as "userId", u.name as student, s.lesson_id as "lessonId", l.title as lesson,
      s.question_id as "questionId", v.created_at as at, v.detail->'feedback'->0->'params'->>'reference' as reference,
      c.id as "classId", c.name as class
    from verdicts v
    join submissions s on s.id = v.submission_id
    join users u on u.id = s.user_id
    join lessons l on l.id = s.lesson_id
    left join lateral (
      select c.id, c.name from enrolments e join classes c on c.id = e.class_id
      where e.user_id = s.user_id and e.role = 'student' and c.archived_at is null
        and (${classId}::uuid is null or c.id = ${classId}::uuid)
      order by e.joined_at limit 1) c on true
    where v.outcome = 'failed' and s.purpose = 'submit'
      and (${lessonId}::uuid is null or s.lesson_id = ${lessonId}::uuid)
      and (${classId}::uuid is null or c.id is not null)
      and not exists (
        select 1 from verdicts x where x.submission_id = s.id and x.id <> v.id
          and (x.grader = 'teacher' or x.created_at > v.created_at))
    order by v.created_at desc, s.id
    limit ${AT_ONCE}`,
  );
}

/**
 * Takes the failures back and puts their submissions into the queue again, to be called in a transaction. What has been
 * graded or decided meanwhile, or is in the queue already, is left alone: the failure is no longer there to take back.
 * @returns the submissions that are graded again
 */
export async function gradeFailedAgain(db: Queryable, submissions: readonly string[]): Promise<string[]> {
  const taken = await rowsOf(
    takenBack,
    db.$queryRaw`
    delete from verdicts v using submissions s
    where s.id = v.submission_id and v.submission_id = any(${[...submissions]}::uuid[]) and v.outcome = 'failed'
      and s.purpose = 'submit'
      and not exists (
        select 1 from verdicts x where x.submission_id = s.id and x.id <> v.id
          and (x.grader = 'teacher' or x.created_at > v.created_at))
    returning s.id, s.user_id as "user", s.lesson_id as lesson, s.question_id as question, s.answer`,
  );
  if (taken.length === 0) return [];
  await enqueueGradings(
    db,
    taken.map(({ id, user, answer }) => ({
      submission: id,
      user,
      runsCode: askedKind(answerDocument.trust(answer)).runsCode,
    })),
  );
  await notifyAll(
    db,
    taken.flatMap(({ id, user, lesson, question }) => [
      { about: 'verdict' as const, user, lesson, question, submission: id },
      { about: 'board' as const, lesson, user },
    ]),
  );
  return taken.map(({ id }) => id);
}
