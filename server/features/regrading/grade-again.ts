/** Use cases of what the grader failed on: see it, and have it graded again. It spends no attempt. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { gradeFailedAgain, selectFailed } from '../../../db/failures.ts';
import { selectOptionalAsked } from '../../../db/lessons.ts';
import { insertAudit } from '../../../db/users.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

const failureScope = z.strictObject({
  /** null: of all classes */
  classId: z.uuid().nullable(),
  /** null: in all lessons */
  lessonId: z.uuid().nullable(),
});
const gradeAgainInput = failureScope.extend({
  /** null: all of the scope */
  submission: z.uuid().nullable(),
});

export interface Failure {
  submission: string;
  userId: string;
  student: string;
  lesson: { id: string; title: string };
  question: { id: string; title: string };
  class: { id: string; name: string } | null;
  at: string;
  reference: string | null;
}

export const readFailures = command({
  input: failureScope,
  allow: ofClass('verdict.gradeAgain'),
  run: async (_person, input): Promise<Outcome<{ failures: Failure[] }>> => {
    const db = database();
    const rows = await selectFailed(db, input);
    const lessons = await Promise.all(
      [...new Set(rows.map((row) => row.lessonId))].map((id) => selectOptionalAsked(db, { id })),
    );
    const titles = new Map(
      lessons.flatMap((lesson) => lesson?.content.questions.map((one) => [`${lesson.id} ${one.id}`, one.title]) ?? []),
    );
    const failures = rows.map((row) => ({
      submission: row.submission,
      userId: row.userId,
      student: row.student,
      lesson: { id: row.lessonId, title: row.lesson },
      question: { id: row.questionId, title: titles.get(`${row.lessonId} ${row.questionId}`) ?? row.questionId },
      class: row.classId === null ? null : { id: row.classId, name: row.class ?? '' },
      at: row.at.toISOString(),
      reference: row.reference,
    }));
    return { ok: true, failures };
  },
});

/** Puts failed submissions into the queue again; what is graded or being graded meanwhile is left as it is. */
export const gradeAgain = command({
  input: gradeAgainInput,
  allow: ofClass('verdict.gradeAgain'),
  run: async (person, input): Promise<Outcome<{ again: number }>> => {
    const db = database();
    const failed = await selectFailed(db, input);
    const wanted = failed.filter((one) => input.submission === null || one.submission === input.submission);
    if (wanted.length === 0) return refuse('notFailed');
    return db.$transaction(async (tx) => {
      const again = await gradeFailedAgain(
        tx,
        wanted.map((one) => one.submission),
      );
      if (again.length === 0) return refuse('notFailed');
      for (const one of wanted.filter(({ submission }) => again.includes(submission)))
        await insertAudit(tx, {
          actorId: person.id,
          action: 'verdict.gradeAgain',
          subject: one.submission,
          details: { failedAt: one.at.toISOString(), reference: one.reference },
        });
      return { ok: true as const, again: again.length };
    });
  },
});
