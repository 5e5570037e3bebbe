/** Submissions and their verdicts. */

import { z } from 'zod';
import type { Answer } from '../domain/answer.ts';
import { answerDocument, verdictDocument } from '../domain/documents/formats.ts';
import { askedKind } from '../domain/kinds/asked.ts';
import type { Verdict } from '../domain/results/verdict.ts';
import type { Queryable } from './client.ts';
import { countingOf } from './counting.ts';
import { selectHints } from './hints.ts';
import { toJson } from './json.ts';
import { notify } from './notify.ts';
import { updateCard } from './practising.ts';
import { enqueueGradings } from './queue.ts';
import { rowsOf } from './rows.ts';
import { updateScore } from './scores.ts';

export type Purpose = 'submit' | 'run' | 'practice' | 'again';

export interface NewSubmission {
  userId: string;
  lessonId: string;
  lessonVersionId: string;
  questionId: string;
  purpose: Purpose;
  clientId: string;
  answer: Answer;
  seed: string;
  /** whose values it answers, where they are drawn */
  variantId?: string | null;
  /** when it was handed in, as the device says */
  claimedAt?: Date | null;
  /** when it was received, where the moment matters; left out: now */
  createdAt?: Date;
  /** hints that were asked for, where they cost nothing; left out: those that are open at its place */
  hintsTaken?: number;
}

/** The submission that a client id made before. */
export async function selectOptionalSent(db: Queryable, userId: string, clientId: string): Promise<string | undefined> {
  const sent = await db.submission.findUnique({
    where: { userId_clientId: { userId, clientId } },
    select: { id: true },
  });
  return sent?.id;
}

/** Stores a submission and its job; the same client id again gives the submission it made the first time. */
export async function insertSubmission(
  db: Queryable,
  submission: NewSubmission,
): Promise<{ id: string; fresh: boolean }> {
  const { userId, clientId } = submission;
  const { lessonId, questionId, hintsTaken } = submission;
  const hints = await selectHints(db, { userId, lessonId, versionId: submission.lessonVersionId }, questionId);
  const made = await db.submission.createManyAndReturn({
    data: [
      {
        ...submission,
        answer: toJson(answerDocument.write(submission.answer)),
        hintsTaken: hintsTaken ?? hints.get(questionId) ?? 0,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  const [created] = made;
  if (created === undefined) {
    const before = await db.submission.findUniqueOrThrow({
      where: { userId_clientId: { userId, clientId } },
      select: { id: true },
    });
    return { id: before.id, fresh: false };
  }
  await enqueueGradings(db, [
    { submission: created.id, user: userId, runsCode: askedKind(submission.answer).runsCode },
  ]);
  if (submission.purpose === 'submit') await notify(db, { about: 'board', lesson: submission.lessonId, user: userId });
  return { id: created.id, fresh: true };
}

export interface SubmissionToGrade {
  id: string;
  userId: string;
  lessonId: string;
  lessonVersionId: string;
  questionId: string;
  purpose: Purpose;
  answer: Answer;
  seed: string;
  variantId: string | null;
}

/** A submission for its grader; undefined where its student was deleted. */
export async function selectOptionalToGrade(db: Queryable, id: string): Promise<SubmissionToGrade | undefined> {
  const row = await db.submission.findUnique({ where: { id } });
  // what was parsed when it came in is trusted when it is read
  return row === null ? undefined : { ...row, answer: answerDocument.trust(row.answer) };
}

/** Writes a verdict once per submission, lesson version and grader; then the score, and the hint to the student. */
export async function insertVerdict(
  db: Queryable,
  submission: Omit<SubmissionToGrade, 'answer' | 'seed' | 'variantId'>,
  given: Verdict,
  grader: string,
  decidedById: string | null = null,
): Promise<boolean> {
  const made = await db.verdict.createMany({
    data: [
      {
        submissionId: submission.id,
        lessonVersionId: submission.lessonVersionId,
        grader,
        outcome: given.outcome,
        result: given.result,
        points: given.points,
        maxPoints: given.maxPoints,
        signature: given.signature,
        detail: toJson(verdictDocument.write(given)),
        decidedById,
      },
    ],
    skipDuplicates: true,
  });
  if (made.count === 0) return false;
  if (submission.purpose === 'submit') await updateScore(db, submission);
  if (submission.purpose === 'practice' || submission.purpose === 'again')
    await updateCard(db, { userId: submission.userId, submissionId: submission.id });
  const { userId: user, lessonId: lesson, questionId: question, id } = submission;
  await notify(db, { about: 'verdict', user, lesson, question, submission: id });
  if (submission.purpose === 'submit') await notify(db, { about: 'board', lesson, user });
  return true;
}

const VERDICTS = {
  select: { grader: true, detail: true, createdAt: true, regradeId: true, lessonVersionId: true },
  orderBy: { createdAt: 'asc' },
} as const;

/** The verdict that counts, of those of a submission, oldest first. */
export function countingVerdict(verdicts: readonly { grader: string; detail: unknown }[]): Verdict | undefined {
  const chosen = countingOf(verdicts);
  return chosen === undefined ? undefined : verdictDocument.read(chosen.detail);
}

export interface PastSubmission {
  id: string;
  clientId: string;
  /** the version that it answered */
  lessonVersionId: string;
  variantId: string | null;
  questionId: string;
  purpose: Purpose;
  answer: Answer;
  createdAt: Date;
  verdict: Verdict | undefined;
  /** the version by whose key the verdict is; undefined while there is none */
  gradedBy: string | undefined;
  /** hints that were open when it was handed in */
  hintsTaken: number;
  /** when the verdict that counts came by a regrade */
  regradedAt: Date | undefined;
}

/** A student's submissions to a lesson (or to one of its questions), newest first. */
export async function selectSubmissions(
  db: Queryable,
  where: { userId: string; lessonId: string; questionId?: string; purpose?: Purpose | { in: Purpose[] } },
): Promise<PastSubmission[]> {
  const rows = await db.submission.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 500,
    select: {
      id: true,
      clientId: true,
      lessonVersionId: true,
      variantId: true,
      questionId: true,
      purpose: true,
      answer: true,
      createdAt: true,
      hintsTaken: true,
      verdicts: VERDICTS,
    },
  });
  return rows.map(({ verdicts, answer, ...row }) => {
    const counting = countingOf(verdicts);
    return {
      ...row,
      answer: answerDocument.trust(answer),
      verdict: countingVerdict(verdicts),
      gradedBy: counting?.lessonVersionId,
      regradedAt: (counting?.regradeId ?? null) === null ? undefined : counting?.createdAt,
    };
  });
}

export interface NewDraft {
  userId: string;
  lessonId: string;
  questionId: string;
  /** whose question it was written for, and with which values */
  versionId: string;
  variantId?: string | null;
  answer: Answer;
  /** when it was written, as the device says; null: now */
  claimedAt: Date | null;
}

/** Keeps a draft unless a newer one is there, of this device or another. @returns when the one that stands was written */
export async function upsertDraft(db: Queryable, draft: NewDraft): Promise<Date> {
  const { userId, lessonId, questionId, versionId, variantId = null, claimedAt } = draft;
  const answer = toJson(answerDocument.write(draft.answer));
  const [row] = await rowsOf(
    z.strictObject({ updated_at: z.date() }),
    db.$queryRaw`
    insert into drafts as d (user_id, lesson_id, question_id, lesson_version_id, variant_id, answer, updated_at)
    values (${userId}::uuid, ${lessonId}::uuid, ${questionId}, ${versionId}::uuid, ${variantId}::uuid, ${answer}::jsonb,
      least(coalesce(${claimedAt}::timestamptz, clock_timestamp()), clock_timestamp()))
    on conflict (user_id, lesson_id, question_id) do update
      set answer = case when d.updated_at <= excluded.updated_at then excluded.answer else d.answer end,
        lesson_version_id = case when d.updated_at <= excluded.updated_at
          then excluded.lesson_version_id else d.lesson_version_id end,
        variant_id = case when d.updated_at <= excluded.updated_at then excluded.variant_id else d.variant_id end,
        updated_at = greatest(d.updated_at, excluded.updated_at)
    returning updated_at`,
  );
  return row?.updated_at ?? new Date(0);
}

/** What a student has typed in a lesson, by question. */
export async function selectDrafts(db: Queryable, userId: string, lessonId: string) {
  const rows = await db.draft.findMany({ where: { userId, lessonId } });
  return new Map(
    rows.map(({ questionId, answer, updatedAt, lessonVersionId: versionId, variantId }) => [
      questionId,
      { answer: answerDocument.trust(answer), updatedAt, versionId, variantId },
    ]),
  );
}

/** The questions of a lesson of which somebody's submissions got a verdict since then, be it by a regrade or a person. */
export async function selectGradedSince(
  db: Queryable,
  of: { userId: string; lessonId: string; since: Date },
): Promise<string[]> {
  const rows = await db.submission.findMany({
    where: { userId: of.userId, lessonId: of.lessonId, verdicts: { some: { createdAt: { gt: of.since } } } },
    select: { questionId: true },
  });
  return [...new Set(rows.map((row) => row.questionId))];
}
