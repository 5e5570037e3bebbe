/** Quizzes of one's own: made, saved from version to version, copied and archived. */
import { z } from 'zod';
import { selectBank } from '../../../db/bank-pins.ts';
import { database, type Queryable } from '../../../db/client.ts';
import { insertQuiz, type StoredQuiz, selectItems, selectNamesOf, updateArchived } from '../../../db/quizzes.ts';
import { identifier } from '../../../domain/kinds/common/document.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { pinName } from '../../../domain/lesson/pin-lines.ts';
import { title } from '../../../domain/lesson/title.ts';
import { can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { MOST_IN_QUIZ, named, type QuizPin, quizSource } from '../../../domain/quiz/quiz-source.ts';
import { type QuizSettings, USUAL_QUIZ } from '../../../domain/quiz/settings.ts';
import { quizSettings } from '../../../domain/quiz/settings-schema.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { type Published, publishLesson, type ReadyLesson, readyLesson, storeLesson } from '../courses/publish.ts';
import { settingsOfVersion } from './settings.ts';
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
/** What a quiz is called, as it is typed. */
export const quizTitle = storable.pipe(title).pipe(z.string().max(200));

/** A quiz with its first version; of questions that are named, or empty. */
export const makeQuiz = command({
  input: z.strictObject({ title: quizTitle, questions: pins }),
  allow: 'quiz.make',
  run: (person, { title, questions }): Promise<Outcome<{ quizId: string }>> =>
    made(person, { title, pins: named(questions), settings: USUAL_QUIZ }),
});

/** The next version; what was played before can be looked at as it was. */
export const saveQuiz = command({
  input: z.strictObject({
    quizId: z.uuid(),
    base: z.number().int().min(0),
    title: quizTitle,
    questions: pins,
    /** left out: as they are */
    settings: quizSettings.optional(),
  }),
  allow: ofQuiz('quiz.change'),
  run: async (person, { base, title, questions, settings }, quiz): Promise<Outcome<{ version: number }>> => {
    if ((quiz.published?.number ?? 0) !== base) return refuse('changedMeanwhile', 'base');
    const how = settings ?? (await settingsOfVersion(quiz.published?.id ?? null));
    const pins = named(questions, await selectNamesOf(database(), quiz.id));
    const done = await publishQuiz(person, quiz, quizSource(title, pins, how));
    return done.ok ? { ok: true, version: done.number } : done;
  },
});

/**
 * A quiz of one's own with the same questions, and a history of its own.
 * @returns the titles of those that it could not take along: they are somebody else's, who has not shared them with this person
 */
export const copyQuiz = command({
  input: z.strictObject({ quizId: z.uuid(), title: quizTitle }),
  allow: ofQuiz('quiz.copy'),
  run: async (person, { title }, quiz): Promise<Outcome<{ quizId: string; left: string[] }>> => {
    const items = quiz.published === null ? [] : await selectItems(database(), quiz.published.id);
    const by = { id: person.id, seesAll: can(person.role, 'question.look') };
    // what the one asks that is copied, somebody else may have let its owner ask, and nobody else
    const pins = items.map(({ ref, version }) => ({ ref, version }));
    const none = crypto.randomUUID();
    const usable = await selectBank(database(), { pins, lessonId: none, like: none, by });
    const taken = items.filter((one) => usable[pinName(one)] !== undefined);
    const left = items.filter((one) => !taken.includes(one)).map(({ title: of }) => of);
    const done = await made(person, {
      title,
      pins: taken,
      settings: await settingsOfVersion(quiz.published?.id ?? null),
    });
    return done.ok ? { ...done, left } : done;
  },
});

/** Out of the list, or back into it; rooms and what was played stay. */
export const archiveQuiz = command({
  input: z.strictObject({ quizId: z.uuid(), archived: z.boolean() }),
  allow: ofQuiz('quiz.keep'),
  run: async (_person, { quizId, archived }): Promise<Outcome<object>> => {
    await updateArchived(database(), quizId, archived);
    return { ok: true };
  },
});

interface NewQuiz {
  title: string;
  pins: readonly QuizPin[];
  settings: QuizSettings;
}

async function made(person: Person, quiz: NewQuiz): Promise<Outcome<{ quizId: string }>> {
  const ready = await readyQuiz(person, quiz);
  if (!ready.ok) return ready;
  await database().$transaction((tx) => storeQuiz(tx, person, ready.quiz));
  return { ok: true, quizId: ready.quiz.id };
}

/** A quiz that is compiled, and not stored yet. */
interface ReadyQuiz {
  id: string;
  title: string;
  slug: string;
  ready: ReadyLesson;
}

/** Compiles a quiz of one's own; nothing is stored. */
export async function readyQuiz(
  person: Person,
  { title: called, pins: asked, settings }: NewQuiz,
): Promise<Outcome<{ quiz: ReadyQuiz }>> {
  const id = crypto.randomUUID();
  const slug = `quiz-${id}`;
  const done = await readyLesson(person, { id, file: `${slug}.md`, source: quizSource(called, asked, settings) });
  if (done.ok) return { ok: true, quiz: { id, slug, title: called, ready: done.ready } };
  return done.refused === 'lessonBroken' ? refuse('notFound', 'questions') : done;
}

/** Stores it with its first version, in the caller's transaction. @returns that version's id */
export async function storeQuiz(
  tx: Queryable,
  person: Person,
  { id, slug, title: called, ready }: ReadyQuiz,
): Promise<string> {
  await insertQuiz(tx, { id, slug, ownerId: person.id, title: called });
  const done = await storeLesson(tx, person, id, ready);
  if (!done.ok) throw new Error(`a quiz that was just made is ${done.refused}`);
  return done.versionId;
}

/** Publishes a source of a quiz over the version that it was read with. */
export async function publishQuiz(
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
