/** A version of a quiz, published once more. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { selectOptionalSource } from '../../../db/quizzes.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { type Followed, followCorrections } from '../questions/corrections.ts';
import { publishQuiz } from './commands.ts';
import { ofQuiz } from './standing.ts';

/**
 * What an older version says is said again, by a version of its own: the list is never rewritten. An error that was put right since
 * stays right.
 */
export const sayQuizAgain = command({
  input: z.strictObject({ quizId: z.uuid(), base: z.number().int().min(0), number: z.number().int().min(1) }),
  allow: ofQuiz('quiz.change'),
  run: async (person, { quizId, base, number }, quiz): Promise<Outcome<{ version: number } & Followed>> => {
    if ((quiz.published?.number ?? 0) !== base) return refuse('changedMeanwhile', 'base');
    const db = database();
    const version = await db.lessonVersion.findUnique({
      where: { lessonId_number: { lessonId: quizId, number } },
      select: { id: true },
    });
    const source = version === null ? undefined : await selectOptionalSource(db, version.id);
    if (source === undefined) return refuse('notFound', 'number');
    const done = await publishQuiz(person, quiz, source);
    if (!done.ok) return done;
    const followed = await followCorrections(person);
    const now = await db.lesson.findUniqueOrThrow({
      where: { id: quizId },
      select: { published: { select: { number: true } } },
    });
    return { ok: true, version: now.published?.number ?? done.number, ...followed };
  },
});
