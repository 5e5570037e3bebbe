/** Reads a student's own work on a lesson: what its page shows, and what it reads again when a verdict is there. */
import { z } from 'zod';
import { database } from '../../db/client.ts';
import { selectHints } from '../../db/hints.ts';
import { type PublishedLesson, selectOptionalPublished, selectQuestions } from '../../db/lessons.ts';
import { type PastSubmission, selectDrafts, selectSubmissions } from '../../db/submissions.ts';
import { selectWordings, type Wordings } from '../../db/wordings.ts';
import type { Block } from '../../domain/lesson/compiled.ts';
import { can } from '../../domain/permissions.ts';
import type { Person } from '../../domain/person.ts';
import { type PracticeState, practiceState } from '../../domain/practice.ts';
import type { QuestionView } from '../../domain/question.ts';
import { type Outcome, refuse } from '../../domain/refusal.ts';
import { studentVerdict } from '../../domain/student-verdict.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { otherWording } from './named-question.ts';

/** States by question id. */
export async function readPractice(person: Person, lesson: PublishedLesson): Promise<Record<string, PracticeState>> {
  const db = database();
  const of = { userId: person.id, lessonId: lesson.id };
  // the clock is read first: a state read later never has a lower version
  const [{ now } = { now: 0 }] = await db.$queryRaw<
    { now: number }[]
  >`select extract(epoch from clock_timestamp())::float8 * 1000 as now`;
  const [questions, drafts, hints, submissions] = await Promise.all([
    selectQuestions(db, lesson.versionId),
    selectDrafts(db, person.id, lesson.id),
    selectHints(db, { ...of, versionId: lesson.versionId }),
    selectSubmissions(db, { ...of, purpose: 'submit' }),
  ]);
  const wording = await selectWordings(db, [
    lesson.versionId,
    ...submissions.flatMap(({ lessonVersionId, gradedBy }) => [lessonVersionId, gradedBy ?? lessonVersionId]),
  ]);
  const byQuestion = Map.groupBy(submissions, (one) => one.questionId);
  const states = [...questions.values()].map(async (question): Promise<[string, PracticeState]> => {
    const [draft, [last, ...older]] = [drafts.get(question.id), byQuestion.get(question.id) ?? []];
    const wordings = [draft?.versionId ?? null, last?.lessonVersionId ?? null] as const;
    const [drafted, handedIn] = await Promise.all(wordings.map((one) => otherWording(lesson, question, one)));
    const record = {
      draft: draft && { answer: draft.answer, updatedAt: draft.updatedAt.toISOString(), otherWording: drafted },
      submissions: [
        ...(last === undefined ? [] : [{ ...plainSubmission(last, wording), otherWording: handedIn }]),
        ...older.map((one) => plainSubmission(one, wording)),
      ],
      asked: wording(question.id, lesson.versionId),
      hintsShown: hints.get(question.id) ?? 0,
    };
    return [question.id, practiceState(question, record, Math.round(now))];
  });
  return Object.fromEntries(await Promise.all(states));
}

function plainSubmission(one: PastSubmission, wording: Wordings) {
  const { id, createdAt, answer, verdict, hintsTaken: hints, regradedAt } = one;
  const asked = wording(one.questionId, one.lessonVersionId);
  const gradedAs = wording(one.questionId, one.gradedBy ?? one.lessonVersionId);
  return {
    id,
    at: createdAt.toISOString(),
    answer,
    verdict,
    asked,
    gradedAs,
    hints,
    regradedAt: regradedAt?.toISOString(),
  };
}

export const lessonInput = z.strictObject({ lessonId: z.uuid() });

/** What an open page shows instead, once another version of its lesson is published. */
export interface LessonNow {
  versionId: string;
  body: Block[];
  questions: QuestionView[];
  states: Record<string, PracticeState>;
}

export async function readLessonNow(
  person: Person,
  input: z.infer<typeof lessonInput>,
): Promise<Outcome<{ now: LessonNow }>> {
  if (!can(person.role, 'lesson.read')) return refuse('notAllowed');
  const lesson = await selectOptionalPublished(database(), { id: input.lessonId });
  if (lesson === undefined) return refuse('lessonNotWritten');
  const { body, questions } = lesson.content;
  return {
    ok: true,
    now: { versionId: lesson.versionId, body, questions, states: await readPractice(person, lesson) },
  };
}

export async function readQuestion(
  person: Person,
  input: { lessonId: string; questionId: string },
): Promise<Outcome<{ state: PracticeState }>> {
  const lesson = await selectOptionalPublished(database(), { id: input.lessonId });
  if (lesson === undefined) return refuse('lessonNotWritten');
  const states = await readPractice(person, lesson);
  const state = Object.hasOwn(states, input.questionId) ? states[input.questionId] : undefined;
  return state === undefined ? refuse('notFound') : { ok: true, state };
}

/** One submission's verdict, for its student; null while it is being graded. */
export async function readVerdict(person: Person, id: string): Promise<Outcome<{ verdict: Verdict | null }>> {
  const row = await database().submission.findUnique({
    where: { id },
    select: { userId: true, lessonId: true, questionId: true },
  });
  if (row === null || !can(person.role, 'submission.read', { own: row.userId === person.id }))
    return refuse('notFound');
  const found = (await selectSubmissions(database(), row)).find((one) => one.id === id);
  return { ok: true, verdict: found?.verdict === undefined ? null : studentVerdict(found.verdict) };
}
