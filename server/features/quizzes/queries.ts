/** What a quiz can be made of: the questions that one may look at, and those of lessons. */
import { z } from 'zod';
import { ALL_OF_BANK, BANK_SHELVES, type ListedQuestion, selectBankPage } from '../../../db/bank-list.ts';
import { database, pool } from '../../../db/client.ts';
import { type AskedItem, selectItems, selectLessonsToAsk } from '../../../db/quizzes.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { ListPage } from '../../../domain/list-page.ts';
import { can } from '../../../domain/people/permissions.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';

export type FoundQuestion = Pick<
  ListedQuestion,
  'id' | 'title' | 'kind' | 'version' | 'owner' | 'mine' | 'course' | 'seconds' | 'points' | 'promptHtml'
>;

/** A page of the questions of banks. */
export const findQuestions = command({
  input: z.strictObject({ search: storable.max(200), page: z.number().int().min(1), shelf: z.enum(BANK_SHELVES) }),
  allow: 'quiz.make',
  run: async (person, { search, page, shelf }): Promise<Outcome<{ found: ListPage<FoundQuestion> }>> => {
    const who = { id: person.id, seesAll: can(person.role, 'question.look') };
    const found = await selectBankPage(pool(), { ...ALL_OF_BANK, search, page, shelf }, who);
    const rows = found.rows.map(({ id, title, kind, version, owner, mine, course, seconds, points, promptHtml }) => {
      return { id, title, kind, version, owner, mine, course, seconds, points, promptHtml };
    });
    return { ok: true, found: { ...found, rows } };
  },
});

/** The lessons that questions can be taken from, and with `lessonId` what that one asks. */
export const readLessonsToAsk = command({
  input: z.strictObject({ lessonId: z.uuid().nullable() }),
  allow: 'quiz.make',
  run: async (
    _person,
    { lessonId },
  ): Promise<Outcome<{ lessons: { id: string; title: string }[]; items: AskedItem[] }>> => {
    const db = database();
    const lessons = await selectLessonsToAsk(db);
    if (lessonId === null) return { ok: true, lessons, items: [] };
    const lesson = await db.lesson.findUnique({ where: { id: lessonId }, select: { publishedId: true } });
    if (!lessons.some(({ id }) => id === lessonId) || !lesson?.publishedId) return refuse('notFound', 'lessonId');
    return { ok: true, lessons, items: await selectItems(db, lesson.publishedId) };
  },
});
