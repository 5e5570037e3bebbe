/** What one student handed in to one question, and a teacher's decision where the grader could not decide. */
import { z } from 'zod';
import { teachesStudent } from '../../../db/classes.ts';
import { database, pool } from '../../../db/client.ts';
import { countingOf } from '../../../db/counting.ts';
import { selectNames } from '../../../db/misconceptions.ts';
import { countingVerdict, insertVerdict, selectOptionalToGrade } from '../../../db/submissions.ts';
import { insertAudit } from '../../../db/users.ts';
import { drawnValues } from '../../../db/variants.ts';
import type { Answer } from '../../../domain/answer.ts';
import { TOLD_AFTER_MS } from '../../../domain/claim.ts';
import { answerDocument } from '../../../domain/documents/formats.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { RESULTS, type Result, type Verdict } from '../../../domain/results/verdict.ts';
import { told } from '../../../domain/variants/told.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

export const historyInput = z.strictObject({
  classId: z.uuid(),
  lessonId: z.uuid(),
  userId: z.uuid(),
  questionId: storable.max(100),
});
const decisionInput = z.strictObject({
  submission: z.uuid(),
  points: z.number().min(0).max(1000),
  /** the verdict that was looked at; a page from before this was asked names none */
  seen: z.uuid().optional(),
});

function resultFrom(stored: string): Result {
  return RESULTS.find((one) => one === stored) ?? 'fail';
}

export interface HistoryEntry {
  id: string;
  /** when it was received, which decides */
  at: string;
  /** when the device says it was handed in, where that is more than a moment before */
  claimedAt: string | null;
  answer: Answer;
  /** what was drawn for it; null: nothing is */
  values: string | null;
  verdict: Verdict | null;
  /** what it shows that somebody has misunderstood, by name */
  misread: string[];
  /** which verdict that is */
  verdictId: string | null;
  /** a person's decision, where one counts: whose, where their account is still there, and when */
  decided: { by: string | null; at: string } | null;
  /** when the verdict came by a regrade */
  regradedAt: string | null;
  /** the verdicts that do not count, the newest first: what counted before, and what the grader said after a decision */
  others: { id: string; at: string; result: Result; points: number; maxPoints: number; counted: boolean }[];
}

/** All submissions of one student to one question, newest first, with the whole verdicts. */
export const readHistory = command({
  input: historyInput,
  allow: ofClass('class.results'),
  run: async (_person, input): Promise<Outcome<{ history: HistoryEntry[] }>> => {
    const inClass = await database().enrolment.count({
      where: { classId: input.classId, userId: input.userId, role: 'student' },
    });
    if (inClass === 0) return refuse('notFound');
    const rows = await database().submission.findMany({
      where: { userId: input.userId, lessonId: input.lessonId, questionId: input.questionId, purpose: 'submit' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 100,
      select: {
        id: true,
        createdAt: true,
        claimedAt: true,
        answer: true,
        variant: { select: { drawn: true } },
        verdicts: {
          select: {
            id: true,
            grader: true,
            detail: true,
            createdAt: true,
            regradeId: true,
            result: true,
            points: true,
            maxPoints: true,
            decidedBy: { select: { name: true } },
          },
          orderBy: { createdAt: 'asc' },
        },
      },
    });
    const seen = rows.map(({ verdicts }) => countingVerdict(verdicts)?.misconceptions?.map(({ id }) => id) ?? []);
    const names = await selectNames(pool(), input.lessonId, [...new Set(seen.flat())]);
    const history = rows.map(({ id, createdAt, claimedAt, answer, variant, verdicts }, row): HistoryEntry => {
      const counting = countingOf(verdicts);
      return {
        id,
        at: createdAt.toISOString(),
        claimedAt:
          claimedAt !== null && createdAt.getTime() - claimedAt.getTime() > TOLD_AFTER_MS
            ? claimedAt.toISOString()
            : null,
        answer: answerDocument.trust(answer),
        values: variant === null ? null : told(drawnValues.parse(variant.drawn)),
        verdict: countingVerdict(verdicts) ?? null,
        misread: (seen[row] ?? []).map((code) => names.get(code) ?? code),
        verdictId: counting?.id ?? null,
        decided:
          counting?.grader === 'teacher'
            ? { by: counting.decidedBy?.name ?? null, at: counting.createdAt.toISOString() }
            : null,
        regradedAt: counting?.regradeId === null ? null : (counting?.createdAt.toISOString() ?? null),
        others: verdicts
          .filter((one) => one !== counting)
          .toReversed()
          .map((one) => ({
            id: one.id,
            counted: counting !== undefined && one.createdAt <= counting.createdAt,
            at: one.createdAt.toISOString(),
            result: resultFrom(one.result),
            points: one.points,
            maxPoints: one.maxPoints,
          })),
      };
    });
    return { ok: true, history };
  },
});

async function toSubmission(person: Person, input: z.infer<typeof decisionInput>) {
  const found = await selectOptionalToGrade(database(), input.submission);
  if (found === undefined || found.purpose !== 'submit') return refuse('notFound');
  return { relation: { teaches: await teachesStudent(database(), person.id, found.userId) }, found };
}

/** A teacher's points for a submission: they count from now on, whatever the grader said. */
export const decide = command({
  input: decisionInput,
  allow: { action: 'verdict.decide', standing: toSubmission },
  run: async (person, input, submission): Promise<Outcome<object>> => {
    const db = database();
    return db.$transaction(async (tx) => {
      // two teachers decide one after the other, so that the second is told what the first has done
      await tx.$executeRaw`select 1 from submissions where id = ${submission.id}::uuid for update`;
      const verdicts = await tx.verdict.findMany({
        where: { submissionId: submission.id },
        orderBy: { createdAt: 'asc' },
        select: { id: true, grader: true, detail: true },
      });
      const before = countingVerdict(verdicts);
      if (before === undefined) return refuse('notNow');
      if (input.seen !== undefined && countingOf(verdicts)?.id !== input.seen) return refuse('decidedMeanwhile');
      // there are no points to give
      if (before.result === 'received') return refuse('notNow');
      if (input.points > before.maxPoints) return refuse('badInput', 'points');
      const result: Result = input.points === before.maxPoints ? 'pass' : input.points > 0 ? 'partial' : 'fail';
      const decided: Verdict = { ...before, outcome: 'graded', result, points: input.points };
      await tx.verdict.deleteMany({ where: { submissionId: submission.id, grader: 'teacher' } });
      if (!(await insertVerdict(tx, submission, decided, 'teacher', person.id)))
        throw new Error('a decision was not stored');
      await insertAudit(tx, {
        actorId: person.id,
        action: 'verdict.decide',
        subject: submission.id,
        details: { points: input.points, before: before.points },
      });
      return { ok: true as const };
    });
  },
});
