/** What a quiz can be made of: the questions that one may look at, and those of lessons. */
import { z } from 'zod';
import {
  type ListedQuestion,
  selectBankPage,
  selectBankRows,
  selectCandidates,
  selectUsualFacets,
} from '../../../db/bank-list.ts';
import { database, pool } from '../../../db/client.ts';
import { type AskedItem, selectItems, selectLessonsToAsk } from '../../../db/quizzes.ts';
import { ALL_OF_BANK, BANK_SHELVES, type BankFacets, TOO_FEW } from '../../../domain/bank-list.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { ListPage } from '../../../domain/list-page.ts';
import { questionKind } from '../../../domain/question.ts';
import { type Suggested, suggest } from '../../../domain/quiz/suggest.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofAuthors } from '../courses/standing.ts';
import { tag } from '../questions/keeping.ts';
import { lookingOf } from '../questions/looking.ts';

export type FoundQuestion = Pick<
  ListedQuestion,
  'id' | 'title' | 'kind' | 'version' | 'owner' | 'mine' | 'course' | 'seconds' | 'points' | 'promptHtml'
>;

/** What was found, and by which kinds and tags it may be narrowed. */
interface Found extends ListPage<FoundQuestion>, Pick<BankFacets, 'kinds' | 'tags'> {}

/** A page of the questions of banks. */
export const findQuestions = command({
  input: z.strictObject({
    search: storable.max(200),
    page: z.number().int().min(1),
    shelf: z.enum(BANK_SHELVES),
    /** left out: any */
    kind: questionKind.optional(),
    tag: tag.optional(),
  }),
  allow: ofAuthors('question.write'),
  run: async (person, { search, page, shelf, kind, tag }): Promise<Outcome<{ found: Found }>> => {
    const who = { ...lookingOf(person), banksOnly: true };
    const narrowed = { kinds: kind === undefined ? [] : [kind], tags: tag === undefined ? [] : [tag] };
    const asked = { ...ALL_OF_BANK, ...narrowed, search, page, shelf };
    const [found, facets] = await Promise.all([
      selectBankPage(pool(), asked, who),
      selectUsualFacets(pool(), asked, who),
    ]);
    return { ok: true, found: { ...found, ...facets, rows: found.rows.map(offered) } };
  },
});

const MOST_SUGGESTED = 50;

/** Some questions about something, spread from easy to hard; what there is not enough of is told. */
export const suggestQuestions = command({
  input: z.strictObject({
    search: storable.max(200),
    count: z.number().int().min(1).max(MOST_SUGGESTED),
    kinds: z.partialRecord(questionKind, z.number().int().min(0).max(MOST_SUGGESTED)),
    rising: z.boolean(),
    /** those that the quiz has already */
    except: z.array(z.uuid()).max(200),
  }),
  allow: 'quiz.make',
  run: async (
    person,
    { search, except, ...wish },
  ): Promise<Outcome<{ rows: FoundQuestion[]; missing: Suggested['missing'] }>> => {
    const who = lookingOf(person);
    const asked = { ...ALL_OF_BANK, search, page: 1 };
    // those of a course's lessons as well: a quiz may ask them, and neither crowds the others out
    const found = await Promise.all([
      selectCandidates(pool(), asked, { ...who, banksOnly: true }),
      selectCandidates(pool(), { ...asked, shelf: 'lessons' }, who),
    ]);
    const candidates = found.flat().filter(({ id }) => !except.includes(id));
    const { ids, missing } = suggest(candidates, wish, TOO_FEW);
    return { ok: true, rows: (await selectBankRows(pool(), ids, who)).map(offered), missing };
  },
});

function offered({
  id,
  title,
  kind,
  version,
  owner,
  mine,
  course,
  seconds,
  points,
  promptHtml,
}: ListedQuestion): FoundQuestion {
  return { id, title, kind, version, owner, mine, course, seconds, points, promptHtml };
}

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
