/** Use cases of what the grader failed on: see it, and have it graded again. It spends no attempt. */
import { z } from 'zod';
import { teachesClass } from '../../db/classes.ts';
import { database } from '../../db/client.ts';
import { gradeFailedAgain, selectFailed } from '../../db/failures.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import { insertAudit } from '../../db/users.ts';
import { can } from '../../domain/permissions.ts';
import type { Person } from '../../domain/person.ts';
import { type Outcome, refuse } from '../../domain/refusal.ts';

export const failureScope = z.strictObject({
  /** null: of all classes */
  classId: z.uuid().nullable(),
  /** null: in all lessons */
  lessonId: z.uuid().nullable(),
});
export const gradeAgainInput = failureScope.extend({
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

async function may(person: Person, classId: string | null): Promise<boolean> {
  if (classId === null) return can(person.role, 'verdict.gradeAllAgain');
  return can(person.role, 'verdict.gradeAgain', { teaches: await teachesClass(database(), person.id, classId) });
}

export async function readFailures(
  person: Person,
  scope: z.infer<typeof failureScope>,
): Promise<Outcome<{ failures: Failure[] }>> {
  if (!(await may(person, scope.classId))) return refuse('notAllowed');
  const db = database();
  const rows = await selectFailed(db, scope);
  const lessons = await Promise.all(
    [...new Set(rows.map((row) => row.lessonId))].map((id) => selectOptionalPublished(db, { id })),
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
}

/** Puts failed submissions into the queue again; what is graded or being graded meanwhile is left as it is. */
export async function gradeAgain(
  person: Person,
  input: z.infer<typeof gradeAgainInput>,
): Promise<Outcome<{ again: number }>> {
  if (!(await may(person, input.classId))) return refuse('notAllowed');
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
}
