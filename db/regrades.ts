/** Regrades: their items, what the pool proposes for them, and how that comes to count. */

import { z } from 'zod';
import { verdictDocument } from '../domain/documents/formats.ts';
import type { RegradeError } from '../domain/judging/regrade.ts';
import { isCode } from '../domain/kinds/asked.ts';
import type { Verdict } from '../domain/results/verdict.ts';
import { selectClassesOf } from './classes.ts';
import type { Queryable } from './client.ts';
import { databaseNow } from './clock.ts';
import { selectQuestions } from './lessons.ts';
import { notifyAll } from './notify.ts';
import { enqueueRegrade } from './queue.ts';
import { rowsOf } from './rows.ts';
import { updateScores } from './scores.ts';

/** Whose submissions, and to what; `questionIds` empty: to all questions, `classId` null: of everybody. */
export interface RegradeScope {
  lessonId: string;
  lessonVersionId: string;
  questionIds: string[];
  classId: string | null;
}

/**
 * Makes a regrade with its items and their jobs, to be called in a transaction. In it is every graded submission of the
 * scope that has no verdict of this version by this grader yet: what is being graded, and what comes later, is not.
 * @returns how many items there are; with none, the caller lets the transaction fail
 */
export async function insertRegrade(
  db: Queryable,
  scope: RegradeScope & { createdById: string },
  grader: string,
): Promise<{ id: string; items: number }> {
  const { lessonId, lessonVersionId, questionIds, classId } = scope;
  const { id } = await db.regrade.create({ data: scope, select: { id: true } });
  const items = await db.$executeRaw`
    insert into regrade_items (regrade_id, submission_id, before)
    select ${id}::uuid, s.id, jsonb_build_object('verdictId', v.id, 'outcome', v.outcome, 'result', v.result,
      'points', v.points, 'maxPoints', v.max_points)
    from submissions s
    cross join lateral (
      select * from verdicts v where v.submission_id = s.id
      order by v.grader = 'teacher' desc, v.created_at desc limit 1) v
    where s.lesson_id = ${lessonId}::uuid and s.purpose = 'submit'
      and (cardinality(${questionIds}::text[]) = 0 or s.question_id = any(${questionIds}::text[]))
      and (${classId}::uuid is null or exists (
        select 1 from enrolments e where e.class_id = ${classId}::uuid and e.user_id = s.user_id and e.role = 'student'))
      and not exists (
        select 1 from verdicts x where x.submission_id = s.id
          and x.lesson_version_id = ${lessonVersionId}::uuid and x.grader = ${grader})`;
  if (items > 0) {
    const questions = await selectQuestions(db, lessonVersionId);
    const code = [...questions.values()].filter((one) => isCode(one)).map((one) => one.id);
    await enqueueRegrade(db, id, code);
  }
  return { id, items };
}

export interface RegradeItemToGrade {
  lessonVersionId: string;
  /** the verdict that counted before had points */
  wasGraded: boolean;
}

/** An item that waits, of a regrade that is open; undefined where there is nothing to do any more. */
export async function selectOptionalWaitingItem(
  db: Queryable,
  of: { regrade: string; submission: string },
): Promise<RegradeItemToGrade | undefined> {
  const [row] = await rowsOf(
    z.strictObject({ version: z.guid(), graded: z.boolean() }),
    db.$queryRaw`
    select r.lesson_version_id as version, i.before->>'outcome' = 'graded' as graded from regrade_items i join regrades r on r.id = i.regrade_id
    where i.regrade_id = ${of.regrade}::uuid and i.submission_id = ${of.submission}::uuid
      and i.proposed is null and i.error is null and r.applied_at is null and r.cancelled_at is null`,
  );
  return row === undefined ? undefined : { lessonVersionId: row.version, wasGraded: row.graded };
}

export type Proposal = { verdict: Verdict; grader: string } | { error: RegradeError };

/** Writes what became of an item, once: not again, and not into a regrade that was ended meanwhile. */
export async function updateItem(
  db: Queryable,
  of: { regrade: string; submission: string },
  proposal: Proposal,
): Promise<boolean> {
  const [proposed, grader, error] =
    'error' in proposal
      ? [null, null, proposal.error]
      : [JSON.stringify(verdictDocument.write(proposal.verdict)), proposal.grader, null];
  const written = await db.$executeRaw`
    update regrade_items i set proposed = ${proposed}::jsonb, grader = ${grader}, error = ${error}
    from regrades r
    where r.id = i.regrade_id and i.regrade_id = ${of.regrade}::uuid and i.submission_id = ${of.submission}::uuid
      and i.proposed is null and i.error is null and r.applied_at is null and r.cancelled_at is null`;
  return written > 0;
}

/** Ends a regrade without effect; false where it has ended already. */
export async function cancelRegrade(db: Queryable, id: string): Promise<boolean> {
  const ended = await db.regrade.updateMany({
    where: { id, appliedAt: null, cancelledAt: null },
    data: { cancelledAt: await databaseNow(db) },
  });
  return ended.count > 0;
}

/** Applied, cancelled, or not there at all. */
export async function hasEnded(db: Queryable, id: string): Promise<boolean> {
  return (await db.regrade.count({ where: { id, appliedAt: null, cancelledAt: null } })) === 0;
}

/** Items that are not graded yet. */
export async function countWaiting(db: Queryable, id: string): Promise<number> {
  const [row] = await rowsOf(
    z.strictObject({ waiting: z.int() }),
    db.$queryRaw`
    select count(*)::int as waiting from regrade_items
    where regrade_id = ${id}::uuid and proposed is null and error is null`,
  );
  return row?.waiting ?? 0;
}

/**
 * Whether the report is no longer about what counts: another regrade was applied to one of its submissions meanwhile, or
 * one of them is being graded again. A teacher's decision in between changes nothing: it wins in any case.
 */
export async function isOutdated(db: Queryable, id: string): Promise<boolean> {
  const [row] = await rowsOf(
    z.strictObject({ outdated: z.boolean() }),
    db.$queryRaw`
    select exists (
      select 1 from regrade_items i
      left join lateral (
        select v.id, v.regrade_id from verdicts v where v.submission_id = i.submission_id
        order by v.grader = 'teacher' desc, v.created_at desc limit 1) v on true
      where i.regrade_id = ${id}::uuid and i.proposed is not null
        and (v.id is null or (v.regrade_id is not null and v.id::text <> i.before->>'verdictId'))) as outdated`,
  );
  return row?.outdated === true;
}

/**
 * Makes the proposed verdicts count, to be called in a transaction: they become verdicts beside the old ones, and the scores of
 * all students concerned are computed anew. False, and nothing done, where it has ended already.
 */
export async function applyRegrade(db: Queryable, id: string, appliedById: string): Promise<boolean> {
  const ended = await db.regrade.updateMany({
    where: { id, appliedAt: null, cancelledAt: null },
    data: { appliedAt: await databaseNow(db), appliedById },
  });
  if (ended.count === 0) return false;
  const { lessonId } = await db.regrade.findUniqueOrThrow({ where: { id }, select: { lessonId: true } });
  await db.$executeRaw`
    insert into verdicts
      (submission_id, lesson_version_id, grader, outcome, result, points, max_points, signature, detail, regrade_id)
    select i.submission_id, r.lesson_version_id, i.grader, i.proposed->>'outcome', i.proposed->>'result',
      (i.proposed->>'points')::float8, (i.proposed->>'maxPoints')::float8, i.proposed->>'signature', i.proposed, r.id
    from regrade_items i join regrades r on r.id = i.regrade_id
    where r.id = ${id}::uuid and i.proposed is not null
    on conflict (submission_id, lesson_version_id, grader) do nothing`;
  const newest = await rowsOf(
    z.strictObject({ userId: z.guid(), questionId: z.string(), submission: z.guid() }),
    db.$queryRaw`
    select distinct on (s.user_id, s.question_id)
      s.user_id as "userId", s.question_id as "questionId", s.id as submission
    from regrade_items i join submissions s on s.id = i.submission_id
    where i.regrade_id = ${id}::uuid and i.proposed is not null
    order by s.user_id, s.question_id, s.created_at desc`,
  );
  await updateScores(db, lessonId, newest);
  const classes = await selectClassesOf(
    db,
    newest.map(({ userId }) => userId),
  );
  await notifyAll(db, [
    ...newest.map(({ userId: user, questionId: question, submission }) => ({
      about: 'verdict' as const,
      user,
      lesson: lessonId,
      question,
      submission,
    })),
    ...classes.map((one) => ({ about: 'board' as const, lesson: lessonId, class: one })),
    ...[...new Set(newest.map(({ userId }) => userId))].map((user) => ({ about: 'notice' as const, user })),
  ]);
  return true;
}
