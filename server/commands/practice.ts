/** Use cases of practice: save a draft, try on the examples, hand in, ask for a hint. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { database } from '../../db/client.ts';
import { selectOptionalPublished, selectQuestions } from '../../db/lessons.ts';
import { revealHint as countHint, insertSubmission, selectSubmissions, upsertDraft } from '../../db/submissions.ts';
import { readAnswer, storable } from '../../domain/answer.ts';
import { can } from '../../domain/permissions.ts';
import type { Person } from '../../domain/person.ts';
import { type Question, viewOf } from '../../domain/question.ts';
import { type Outcome, refuse } from '../../domain/refusal.ts';
import { spendsAttempt } from '../../domain/score.ts';

const target = { lessonId: z.uuid(), questionId: z.string().max(100) };
export const draftInput = z.strictObject({ ...target, answer: z.unknown() });
export const submissionInput = z.strictObject({
  ...target,
  answer: z.unknown(),
  purpose: z.enum(['submit', 'run']),
  clientId: storable.min(8).max(64),
});
export const hintInput = z.strictObject(target);

const submissions = new RateLimiterMemory({ points: 60, duration: 60 });
const drafts = new RateLimiterMemory({ points: 240, duration: 60 });

interface Target {
  lessonId: string;
  versionId: string;
  question: Question;
}

async function find(input: { lessonId: string; questionId: string }): Promise<Outcome<{ target: Target }>> {
  const db = database();
  const lesson = await selectOptionalPublished(db, { id: input.lessonId });
  if (lesson === undefined) return refuse('lessonNotWritten');
  const question = (await selectQuestions(db, lesson.versionId)).get(input.questionId);
  if (question === undefined) return refuse('notFound');
  return { ok: true, target: { lessonId: lesson.id, versionId: lesson.versionId, question } };
}

export async function saveDraft(
  person: Person,
  input: z.infer<typeof draftInput>,
): Promise<Outcome<{ savedAt: number }>> {
  if (!can(person.role, 'draft.save', { own: true })) return refuse('notAllowed');
  if (!(await within(drafts, person.id))) return refuse('tooMany');
  const found = await find(input);
  if (!found.ok) return found;
  const { question, lessonId } = found.target;
  const read = readAnswer(viewOf(question), input.answer);
  if (!read.ok) return refuse('badInput', read.field);
  const saved = await upsertDraft(database(), {
    userId: person.id,
    lessonId,
    questionId: question.id,
    answer: read.answer,
  });
  return { ok: true, savedAt: saved.getTime() };
}

/** Stores a submission with its job in one transaction; the verdict comes later, by itself. */
export async function submit(
  person: Person,
  input: z.infer<typeof submissionInput>,
): Promise<Outcome<{ submission: string }>> {
  if (!can(person.role, 'submission.create', { own: true })) return refuse('notAllowed');
  if (!(await within(submissions, person.id))) return refuse('tooMany');
  const found = await find(input);
  if (!found.ok) return found;
  const { question, lessonId, versionId } = found.target;
  const read = readAnswer(viewOf(question), input.answer);
  if (!read.ok) return refuse('badInput', read.field);
  if (input.purpose === 'run' && question.kind !== 'blanks' && question.kind !== 'function')
    return refuse('badInput', 'purpose');
  return database().$transaction(async (tx) => {
    if (input.purpose === 'submit' && question.attempts !== null) {
      // one at a time, so that two windows cannot spend the last attempt twice
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`attempts:${person.id}:${lessonId}:${question.id}`}, 0))`;
      const past = await selectSubmissions(tx, {
        userId: person.id,
        lessonId,
        questionId: question.id,
        purpose: 'submit',
      });
      // sent before, its reply was lost: whatever it spent, it is not refused for having spent it
      const before = past.find((one) => one.clientId === input.clientId);
      if (before !== undefined) return { ok: true as const, submission: before.id };
      // one that is still being graded may spend an attempt, so it counts until it is known
      const spent = past.filter((one) => one.verdict === undefined || spendsAttempt(one.verdict)).length;
      if (spent >= question.attempts) return refuse('noAttemptsLeft');
    }
    const { id, fresh } = await insertSubmission(tx, {
      userId: person.id,
      lessonId,
      lessonVersionId: versionId,
      questionId: question.id,
      purpose: input.purpose,
      clientId: input.clientId,
      answer: read.answer,
      seed: Buffer.from(crypto.getRandomValues(new Uint8Array(12))).toString('hex'),
    });
    // sent again, it is older than what may have been typed since
    if (fresh) await upsertDraft(tx, { userId: person.id, lessonId, questionId: question.id, answer: read.answer });
    return { ok: true as const, submission: id };
  });
}

/** Shows one hint more and returns all shown so far. */
export async function revealHint(
  person: Person,
  input: z.infer<typeof hintInput>,
): Promise<Outcome<{ hints: string[] }>> {
  if (!can(person.role, 'draft.save', { own: true })) return refuse('notAllowed');
  const found = await find(input);
  if (!found.ok) return found;
  const { question, lessonId } = found.target;
  const shown = await countHint(
    database(),
    { userId: person.id, lessonId, questionId: question.id },
    question.key.hints.length,
  );
  return { ok: true, hints: question.key.hints.slice(0, shown) };
}

async function within(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    () => false,
  );
}
