/** Reads a student's own work on a lesson: what its page shows, and what it reads again when a verdict is there. */
import { z } from 'zod';
import { teachesStudent } from '../../../db/classes.ts';
import { database } from '../../../db/client.ts';
import { selectHints } from '../../../db/hints.ts';
import { type PublishedLesson, selectOptionalPublished } from '../../../db/lessons.ts';
import { rowsOf } from '../../../db/rows.ts';
import { type PastSubmission, selectDrafts, selectSubmissions } from '../../../db/submissions.ts';
import { selectOwnQuestions } from '../../../db/variants.ts';
import { selectWordings, type Wordings } from '../../../db/wordings.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { Block } from '../../../domain/lesson/compiled.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type PracticeState, practiceState } from '../../../domain/practice.ts';
import { type QuestionView, viewOf } from '../../../domain/question.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { studentVerdict } from '../../../domain/results/student-verdict.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { command } from '../contract.ts';
import { otherWording } from './named-question.ts';

/** A lesson with the values that somebody has in its questions. */
export async function withOwnValues(person: Person, lesson: PublishedLesson): Promise<PublishedLesson> {
  if (!lesson.content.questions.some(({ varies }) => varies)) return lesson;
  const own = await selectOwnQuestions(database(), person.id, lesson.versionId);
  const questions = lesson.content.questions.map((view) => {
    const question = own.get(view.id);
    return question === undefined ? view : viewOf(question);
  });
  return { ...lesson, content: { ...lesson.content, questions } };
}

/** States by question id. */
export async function readPractice(person: Person, lesson: PublishedLesson): Promise<Record<string, PracticeState>> {
  const db = database();
  const of = { userId: person.id, lessonId: lesson.id };
  // the clock is read first: a state read later never has a lower version
  const [{ now } = { now: 0 }] = await rowsOf(
    z.strictObject({ now: z.number() }),
    db.$queryRaw`select extract(epoch from clock_timestamp())::float8 * 1000 as now`,
  );
  const [questions, drafts, hints, submissions] = await Promise.all([
    selectOwnQuestions(db, person.id, lesson.versionId),
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
    const wordings = [
      { versionId: draft?.versionId ?? null, variantId: draft?.variantId ?? null },
      { versionId: last?.lessonVersionId ?? null, variantId: last?.variantId ?? null },
    ];
    const [drafted, handedIn] = await Promise.all(wordings.map((one) => otherWording(person, lesson, question, one)));
    const record = {
      draft: draft && { answer: draft.answer, updatedAt: draft.updatedAt.toISOString(), otherWording: drafted },
      submissions: [
        ...(last === undefined ? [] : [{ ...plainSubmission(last, wording), otherWording: handedIn }]),
        ...older.map((one) => plainSubmission(one, wording)),
      ],
      asked: wording(question.id, lesson.versionId, question.variant ?? null),
      hintsShown: hints.get(question.id) ?? 0,
    };
    return [question.id, practiceState(question, record, Math.round(now))];
  });
  return Object.fromEntries(await Promise.all(states));
}

function plainSubmission(one: PastSubmission, wording: Wordings) {
  const { id, createdAt, answer, verdict, hintsTaken: hints, regradedAt } = one;
  const asked = wording(one.questionId, one.lessonVersionId, one.variantId);
  const gradedAs = wording(one.questionId, one.gradedBy ?? one.lessonVersionId, one.variantId);
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

const lessonInput = z.strictObject({ lessonId: z.uuid() });

/** What an open page shows instead, once another version of its lesson is published. */
export interface LessonNow {
  versionId: string;
  body: Block[];
  questions: QuestionView[];
  states: Record<string, PracticeState>;
}

export const readLessonNow = command({
  input: lessonInput,
  allow: 'lesson.read',
  run: async (person, input): Promise<Outcome<{ now: LessonNow }>> => {
    const lesson = await selectOptionalPublished(database(), { id: input.lessonId });
    if (lesson === undefined) return refuse('lessonNotWritten');
    const { body, questions } = (await withOwnValues(person, lesson)).content;
    return {
      ok: true,
      now: { versionId: lesson.versionId, body, questions, states: await readPractice(person, lesson) },
    };
  },
});

const questionInput = z.strictObject({ lessonId: z.uuid(), questionId: storable.max(100) });

/** One's own work on one question, as it stands now. */
export const readQuestion = command({
  input: questionInput,
  allow: 'lesson.read',
  run: async (person, input): Promise<Outcome<{ state: PracticeState }>> => {
    const lesson = await selectOptionalPublished(database(), { id: input.lessonId });
    if (lesson === undefined) return refuse('lessonNotWritten');
    const states = await readPractice(person, lesson);
    const state = Object.hasOwn(states, input.questionId) ? states[input.questionId] : undefined;
    return state === undefined ? refuse('notFound') : { ok: true, state };
  },
});

const verdictInput = z.strictObject({ submission: z.uuid() });

async function toSubmission(person: Person, { submission: id }: z.infer<typeof verdictInput>) {
  const found = await database().submission.findUnique({
    where: { id },
    select: { userId: true, lessonId: true, questionId: true },
  });
  if (found === null) return refuse('notFound');
  const own = found.userId === person.id;
  return {
    relation: own ? { own } : { own, teaches: await teachesStudent(database(), person.id, found.userId) },
    found,
  };
}

/** One submission's verdict, as its student may read it; null while it is being graded. */
export const readVerdict = command({
  input: verdictInput,
  allow: { action: 'submission.read', standing: toSubmission },
  run: async (_, input, row): Promise<Outcome<{ verdict: Verdict | null }>> => {
    const found = (await selectSubmissions(database(), row)).find((one) => one.id === input.submission);
    return { ok: true, verdict: found?.verdict === undefined ? null : studentVerdict(found.verdict) };
  },
});
