/** What a class has misunderstood: by weeks, the answers that showed it, and the questions with which it can be practised. */
import { z } from 'zod';
import { type ListedQuestion, selectBankPage } from '../../../db/bank-list.ts';
import { database, pool } from '../../../db/client.ts';
import { selectQuestions } from '../../../db/lessons.ts';
import {
  type MisreadAnswer,
  selectMisreadAnswers,
  selectMisreadWeeks,
  selectUncountedRooms,
} from '../../../db/misread-map.ts';
import { ALL_OF_BANK } from '../../../domain/bank-list.ts';
import { type MisreadMap, misreadMap } from '../../../domain/insight/misread-map.ts';
import { answerText, askedKind } from '../../../domain/kinds/asked.ts';
import { compareNames } from '../../../domain/people/name-order.ts';
import type { Outcome } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { lookingOf } from '../questions/looking.ts';
import { ofClass } from '../standing.ts';

const code = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(60);

/** Misconceptions × weeks, in people. */
export const readMisreadMap = command({
  input: z.strictObject({ classId: z.uuid() }),
  allow: ofClass('class.results'),
  run: async (_person, { classId }): Promise<Outcome<{ map: MisreadMap }>> => {
    const [uncounted, facts, students] = await Promise.all([
      selectUncountedRooms(pool(), classId),
      selectMisreadWeeks(pool(), classId),
      database().enrolment.count({ where: { classId, role: 'student' } }),
    ]);
    return { ok: true, map: misreadMap(facts, { students, uncounted }) };
  },
});

export interface MisreadPerson {
  userId: string;
  name: string;
  /** how many of theirs showed it */
  count: number;
  /** the newest of them */
  answers: ShownAnswer[];
}

interface ShownAnswer {
  title: string | null;
  text: string;
  /** what the letters of an answer stand for, as HTML; of an answer without letters nothing */
  options: { letter: string; html: string }[];
  at: string;
  live: boolean;
}

/** So much of an answer is told. */
const LONGEST = 2_000;

/** Who showed it in a week, or ever, and with which answers. */
export const readMisreadAnswers = command({
  input: z.strictObject({ classId: z.uuid(), code, week: z.iso.date().nullable() }),
  allow: ofClass('class.results'),
  run: async (_person, asked): Promise<Outcome<{ people: MisreadPerson[] }>> => {
    const found = await selectMisreadAnswers(pool(), asked);
    const ids = [...new Set(found.map(({ userId }) => userId))];
    const named = await database().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
    const shown = await Promise.all(found.map(async (one) => ({ ...(await shownAnswer(one)), ...one })));
    const people = named.map(({ id, name }) => {
      const own = shown.filter(({ userId }) => userId === id);
      return {
        ...{ userId: id, name, count: own[0]?.count ?? 0 },
        answers: own.map(({ title, text, options, at, live }) => ({
          title,
          text,
          options,
          live,
          at: at.toISOString(),
        })),
      };
    });
    return { ok: true, people: people.toSorted((a, b) => compareNames(a.name, b.name)) };
  },
});

/** As it says, with what the letters of a choice stood for in the version that was answered. */
async function shownAnswer({ answer, versionId, name }: MisreadAnswer): Promise<Pick<ShownAnswer, 'text' | 'options'>> {
  const text = answerText(answer).slice(0, LONGEST);
  const question = name === null ? undefined : (await selectQuestions(database(), versionId)).get(name);
  if (question === undefined || question.kind !== answer.kind) return { text, options: [] };
  const { letters, lettered } = askedKind(question);
  const taken = new Set(letters?.(answer) ?? []);
  return {
    text,
    options: (lettered?.(question) ?? []).flatMap(({ letter, html }) => (taken.has(letter) ? [{ letter, html }] : [])),
  };
}

export type PracticeQuestion = Pick<ListedQuestion, 'id' | 'title' | 'kind' | 'course' | 'lesson' | 'promptHtml'>;

const MOST_OFFERED = 30;

/** Questions that tell it apart, of banks that one may look at and of the lessons of courses. */
export const readPracticeFor = command({
  input: z.strictObject({ classId: z.uuid(), code }),
  allow: ofClass('class.manage'),
  run: async (person, asked): Promise<Outcome<{ questions: PracticeQuestion[] }>> => {
    const who = lookingOf(person);
    const wanted = { ...ALL_OF_BANK, misread: asked.code, search: '', page: 1 };
    // those of lessons are among them
    const page = await selectBankPage(pool(), { ...wanted, shelf: 'all' }, who);
    const rows = page.rows.slice(0, MOST_OFFERED);
    return {
      ok: true,
      questions: rows.map(({ id, title, kind, course, lesson, promptHtml }) => ({
        ...{ id, title, kind, course, lesson, promptHtml },
      })),
    };
  },
});
