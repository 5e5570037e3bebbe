/** Reads a student's own work on a lesson: what its page shows, and what it reads again when a verdict is there. */
import { z } from 'zod';
import { selectStandingToStudent } from '../../../db/classes.ts';
import { database } from '../../../db/client.ts';
import { selectHints } from '../../../db/hints.ts';
import type { AskedLesson } from '../../../db/lessons.ts';
import { withCatalogue } from '../../../db/misconceptions.ts';
import { rowsOf } from '../../../db/rows.ts';
import { type PastSubmission, selectDrafts, selectSubmissions } from '../../../db/submissions.ts';
import { selectOwnQuestions } from '../../../db/variants.ts';
import { selectWordings, type Wordings } from '../../../db/wordings.ts';
import { asGiven } from '../../../domain/activities/shuffle.ts';
import { attemptsAt, practisesAt } from '../../../domain/activities/standing.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { Block } from '../../../domain/lesson/compiled.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type GivenQuestion, isUntold, type PracticeState, practiceState } from '../../../domain/practice.ts';
import { type Question, type QuestionView, viewOf } from '../../../domain/question.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { studentVerdict } from '../../../domain/results/student-verdict.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { type Access, accessTo, enter } from '../activities/access.ts';
import { command } from '../contract.ts';
import { otherWording } from './named-question.ts';

/** What a lesson or quiz shows, with the values that somebody has in its questions. */
async function withOwnValues(person: Person, { versionId, content }: AskedLesson): Promise<AskedLesson['content']> {
  if (!content.questions.some(({ varies }) => varies)) return content;
  const own = await selectOwnQuestions(database(), person.id, versionId);
  const questions = content.questions.map((view) => {
    const question = own.get(view.id);
    return question === undefined ? view : viewOf(question);
  });
  return { ...content, questions };
}

/** States by question id. */
export async function readPractice(
  person: Person,
  lesson: Pick<AskedLesson, 'id' | 'versionId'>,
  known?: Access,
): Promise<Record<string, PracticeState>> {
  const db = database();
  const of = { userId: person.id, lessonId: lesson.id };
  // the clock is read first: a state read later never has a lower version
  const [{ now } = { now: 0 }] = await rowsOf(
    z.strictObject({ now: z.number() }),
    db.$queryRaw`select extract(epoch from clock_timestamp())::float8 * 1000 as now`,
  );
  const [access, questions, drafts, hints, submissions] = await Promise.all([
    known ?? accessTo(person, lesson),
    selectOwnQuestions(db, person.id, lesson.versionId).then((own) => withCatalogue(db, lesson.versionId, own)),
    selectDrafts(db, person.id, lesson.id),
    selectHints(db, { ...of, versionId: lesson.versionId }),
    selectSubmissions(db, { ...of, purpose: { in: ['submit', 'practice'] } }),
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
      ...givenAs(question, access),
    };
    const asked = { ...question, attempts: attemptsAt(question, access.at(question.id)) };
    return [question.id, practiceState(asked, record, Math.round(now))];
  });
  return Object.fromEntries(await Promise.all(states));
}

/** What activities say of a question; nothing, where it was not given and nothing is kept back. */
function givenAs(
  { id, practises }: Pick<Question, 'id' | 'practises'>,
  { at, untold }: Access,
): { given?: GivenQuestion } {
  const standing = at(id);
  const { takes, released, given } = standing;
  const kept = untold(id);
  if (practisesAt({ practises }, standing) && takes === 'counts')
    return { given: { takes: 'practice', released: false, untold: kept } };
  return given.length === 0 && kept === undefined ? {} : { given: { takes, released, untold: kept } };
}

function plainSubmission(one: PastSubmission, wording: Wordings) {
  const { id, createdAt, answer, verdict, hintsTaken: hints, regradedAt } = one;
  const practice = one.purpose === 'practice';
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
    practice,
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
    const entered = await enter(person, { id: input.lessonId });
    return entered.ok ? { ok: true, now: await lessonNow(person, entered.lesson, entered.access) } : entered;
  },
});

/** A lesson or quiz as somebody is asked it now, with their own work on it. */
export async function lessonNow(person: Person, lesson: AskedLesson, access: Access): Promise<LessonNow> {
  return {
    versionId: lesson.versionId,
    ...asGiven(await withOwnValues(person, lesson), access.standing, person.id),
    states: await readPractice(person, lesson, access),
  };
}

const questionInput = z.strictObject({ lessonId: z.uuid(), questionId: storable.max(100) });

/** One's own work on one question, as it stands now. */
export const readQuestion = command({
  input: questionInput,
  allow: 'lesson.read',
  run: async (person, input): Promise<Outcome<{ state: PracticeState }>> => {
    const entered = await enter(person, { id: input.lessonId });
    if (!entered.ok) return entered;
    const states = await readPractice(person, entered.lesson, entered.access);
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
    relation: own ? { own } : { own, ...(await selectStandingToStudent(database(), person.id, found.userId)) },
    found,
  };
}

/** One submission's verdict, as its student may read it; null while it is being graded, or is not told yet. */
export const readVerdict = command({
  input: verdictInput,
  allow: { action: 'submission.read', standing: toSubmission },
  run: async (person, input, row): Promise<Outcome<{ verdict: Verdict | null }>> => {
    const found = (await selectSubmissions(database(), row)).find((one) => one.id === input.submission);
    if (found?.verdict === undefined) return { ok: true, verdict: null };
    if (row.userId === person.id) {
      const { untold } = await accessTo(person, { id: row.lessonId, versionId: found.lessonVersionId });
      if (isUntold(found.verdict, untold(row.questionId))) return { ok: true, verdict: null };
    }
    return { ok: true, verdict: studentVerdict(found.verdict) };
  },
});
