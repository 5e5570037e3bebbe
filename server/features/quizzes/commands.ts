/** Quizzes of one's own: made, saved from version to version, copied and archived. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { insertQuiz, type StoredQuiz, selectItems, updateArchived } from '../../../db/quizzes.ts';
import { identifier } from '../../../domain/kinds/common/document.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { title } from '../../../domain/lesson/title.ts';
import type { Person } from '../../../domain/people/person.ts';
import { MOST_IN_QUIZ, named, type QuizPin, quizSource } from '../../../domain/quiz/quiz-source.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { type Published, publishLesson } from '../courses/publish.ts';
import { ofQuiz } from './standing.ts';

const pins = z
  .array(
    z.strictObject({
      /** null: it is new in this quiz */
      name: identifier.max(100).nullable(),
      ref: z.uuid(),
      version: z.number().int().min(1).max(999_999),
      seconds: z.number().int().min(5).max(600).nullable(),
      points: z.number().int().min(0).max(1000).nullable(),
    }),
  )
  .max(MOST_IN_QUIZ);
const quizTitle = storable.pipe(title).pipe(z.string().max(200));

/** A quiz with its first version; of questions that are named, or empty. */
export const makeQuiz = command({
  input: z.strictObject({ title: quizTitle, questions: pins }),
  allow: 'quiz.make',
  run: (person, { title, questions }): Promise<Outcome<{ quizId: string }>> => made(person, title, named(questions)),
});

/** The next version; what was played before can be looked at as it was. */
export const saveQuiz = command({
  input: z.strictObject({ quizId: z.uuid(), base: z.number().int().min(0), title: quizTitle, questions: pins }),
  allow: ofQuiz,
  run: async (person, { base, title, questions }, quiz): Promise<Outcome<{ version: number }>> => {
    if ((quiz.published?.number ?? 0) !== base) return refuse('changedMeanwhile', 'base');
    const done = await published(person, quiz, quizSource(title, named(questions)));
    return done.ok ? { ok: true, version: done.number } : done;
  },
});

/** A quiz of one's own with the same questions, and a history of its own. */
export const copyQuiz = command({
  input: z.strictObject({ quizId: z.uuid(), title: quizTitle }),
  allow: ofQuiz,
  run: async (person, { title }, quiz): Promise<Outcome<{ quizId: string }>> => {
    const items = quiz.published === null ? [] : await selectItems(database(), quiz.published.id);
    return made(person, title, items);
  },
});

/** Out of the list, or back into it; rooms and what was played stay. */
export const archiveQuiz = command({
  input: z.strictObject({ quizId: z.uuid(), archived: z.boolean() }),
  allow: ofQuiz,
  run: async (_person, { quizId, archived }): Promise<Outcome<object>> => {
    await updateArchived(database(), quizId, archived);
    return { ok: true };
  },
});

async function made(person: Person, title: string, pins: readonly QuizPin[]): Promise<Outcome<{ quizId: string }>> {
  const db = database();
  const quizId = await insertQuiz(db, { ownerId: person.id, title });
  const quiz = await db.lesson.findUniqueOrThrow({ where: { id: quizId }, select: { id: true, slug: true } });
  const done = await published(person, { ...quiz, published: null }, quizSource(title, pins));
  if (done.ok) return { ok: true, quizId };
  // nobody has seen it
  await db.lesson.delete({ where: { id: quizId } });
  return done;
}

async function published(
  person: Person,
  { id, slug, published: over }: Pick<StoredQuiz, 'id' | 'slug' | 'published'>,
  source: string,
): Promise<Published> {
  const done = await publishLesson(person, { id, file: `${slug}.md`, source }, { over: over?.id });
  if (done.ok) return done;
  if (done.refused === 'replaced') return refuse('changedMeanwhile', 'base');
  // the only thing in it that may be missing is a question that is not one's own, or not shared any more
  return done.refused === 'lessonBroken' ? refuse('notFound', 'questions') : done;
}
