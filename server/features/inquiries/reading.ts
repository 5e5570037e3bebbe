/** Reads what was asked: before asking, one's own, the queue of a class, and one of it whole. */
import { z } from 'zod';
import { selectGiven } from '../../../db/activity-given.ts';
import { database } from '../../../db/client.ts';
import { selectClassesToAsk, selectInquiryCounts } from '../../../db/inquiries.ts';
import { type StoredQueued, selectMessages, selectOwnInquiries, selectQueue } from '../../../db/inquiry-lists.ts';
import { selectOptionalPublished, selectQuestions } from '../../../db/lessons.ts';
import { selectVariant } from '../../../db/variants.ts';
import { asGiven } from '../../../domain/activities/shuffle.ts';
import { standingOf } from '../../../domain/activities/standing.ts';
import { asksAlike } from '../../../domain/being-written.ts';
import { answerDocument } from '../../../domain/documents/formats.ts';
import {
  type AskedDuring,
  type Asking,
  type OpenedInquiry,
  type OwnInquiry,
  type QueuedInquiry,
  TAKEN_MINUTES,
} from '../../../domain/inquiries/inquiry.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { type QuestionView, viewOf } from '../../../domain/question.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { inOneLine } from '../../../domain/remarks/prose.ts';
import { enter } from '../activities/access.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';
import { whatElse } from './commands.ts';
import { type FoundInquiry, toInquiry } from './standing.ts';

const atQuestion = z.strictObject({ lessonId: z.uuid(), questionId: storable.max(100) });
/** So many of one's own a card shows. */
const MOST_OWN = 50;
const MOST_QUEUED = 300;

/** Whose teachers one may ask at a question, and what these will be told beside. */
export const readAsking = command({
  input: atQuestion,
  allow: 'signedIn',
  run: async (
    person,
    { lessonId, questionId },
  ): Promise<Outcome<{ classes: { id: string; name: string }[]; during: AskedDuring | null }>> => {
    const entered = await enter(person, { id: lessonId });
    if (!entered.ok) return entered;
    const [classes, during] = await Promise.all([
      selectClassesToAsk(database(), { userId: person.id, lessonId }),
      whatElse(person, lessonId, questionId, entered.access),
    ]);
    return { ok: true, classes, during };
  },
});

/** What one has asked at a question, the newest first, with what was said to it. */
export const readOwnInquiries = command({
  input: atQuestion,
  allow: 'signedIn',
  run: async (person, at): Promise<Outcome<{ inquiries: OwnInquiry[] }>> => {
    const db = database();
    const rows = await selectOwnInquiries(db, { userId: person.id, ...at, most: MOST_OWN });
    const said = await selectMessages(db, { inquiries: rows.map(({ id }) => id), viewerId: person.id });
    const inquiries = rows.map(
      ({ at: asked, answer, ...row }): OwnInquiry => ({
        ...row,
        at: asked.toISOString(),
        answer: answer === null ? null : answerDocument.trust(answer),
        messages: said.get(row.id) ?? [],
      }),
    );
    return { ok: true, inquiries };
  },
});

/** How much one has asked in a lesson, by its questions: for a page that was open meanwhile. */
export const readInquiryCounts = command({
  input: z.strictObject({ lessonId: z.uuid() }),
  allow: 'signedIn',
  run: async (person, { lessonId }): Promise<Outcome<{ counts: Asking['counts'] }>> => ({
    ok: true,
    counts: await selectInquiryCounts(database(), { userId: person.id, lessonId }),
  }),
});

/** What the students of a class have asked: what waits first, and then the newest. */
export const readQueue = command({
  input: z.strictObject({ classId: z.uuid() }),
  allow: ofClass('class.results'),
  run: async (person, { classId }): Promise<Outcome<{ queue: QueuedInquiry[] }>> => {
    const of = { classId, viewerId: person.id, minutes: TAKEN_MINUTES, most: MOST_QUEUED, only: null };
    const rows = await selectQueue(database(), of);
    return { ok: true, queue: await Promise.all(rows.map(queued)) };
  },
});

async function queued(row: StoredQueued): Promise<QueuedInquiry> {
  const { id, studentId, student, lessonId, lessonTitle, questionId, state, answeredBy } = row;
  const { takenBy: by, takenOwn: own, takenAt } = row;
  return {
    ...{ id, studentId, student, lessonId, lessonTitle, questionId, state, answeredBy },
    questionTitle: (await selectQuestions(database(), row.versionId)).get(questionId)?.title ?? '',
    text: inOneLine(row.text),
    at: row.at.toISOString(),
    taken: by === null || takenAt === null || state !== 'open' ? null : { by, own, at: takenAt.toISOString() },
  };
}

/** One that was asked, whole: the question as its student had it, their answer of then, and what was said. */
export const openInquiry = command({
  input: z.strictObject({ inquiry: z.uuid() }),
  allow: { action: 'inquiry.read', standing: toInquiry },
  run: async (person, _input, found): Promise<Outcome<{ opened: OpenedInquiry }>> => {
    const db = database();
    const { id, classId, open } = found;
    if (classId === null) return refuse('notFound');
    const [[row], said, stored, { question, changed }] = await Promise.all([
      selectQueue(db, { classId, viewerId: person.id, minutes: TAKEN_MINUTES, most: 1, only: id }),
      selectMessages(db, { inquiries: [id], viewerId: person.id }),
      db.inquiry.findUniqueOrThrow({ where: { id }, select: { answer: true, during: true } }),
      asItWas(found),
    ]);
    if (row === undefined) return refuse('notFound');
    const { answer, during } = stored;
    const opened: OpenedInquiry = {
      ...(await queued(row)),
      ...{ question, changed, open },
      answer: answer === null ? null : answerDocument.trust(answer),
      during: during === 'timed' || during === 'live' ? during : null,
      askedAt: row.askedAt.toISOString(),
      messages: said.get(id) ?? [],
    };
    return { ok: true, opened };
  },
});

/** The question that was in front of its student; null: its values fit that version no more. */
async function asItWas(of: FoundInquiry): Promise<{ question: QuestionView | null; changed: boolean }> {
  const { lessonId, lessonVersionId: versionId, questionId, variantId, studentId: userId } = of;
  const db = database();
  const asked = (await selectQuestions(db, versionId)).get(questionId);
  const then = asked && (await selectVariant(db, { versionId, question: asked, variantId, userId }));
  if (!then) return { question: null, changed: true };
  const { given, now } = await selectGiven(db, { userId, lessonId });
  // in the order of its student
  const [question = viewOf(then)] = asGiven(
    { body: [], questions: [viewOf(then)] },
    standingOf(given, now),
    userId,
  ).questions;
  const lesson = await selectOptionalPublished(db, { id: lessonId });
  if (lesson === undefined || lesson.versionId === versionId) return { question, changed: false };
  const today = (await selectQuestions(db, lesson.versionId)).get(questionId);
  return {
    question,
    changed: asked !== undefined && (today === undefined || !asksAlike(viewOf(asked), viewOf(today))),
  };
}
