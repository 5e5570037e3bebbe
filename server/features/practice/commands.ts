/** Use cases of practice: save a draft, hand in, ask for a hint. (To try is another path: try-out.ts.) */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { database, pool } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { revealHint as countHint } from '../../../db/hints.ts';
import { selectStatesPlayed } from '../../../db/live-session.ts';
import {
  insertSubmission,
  selectDrafts,
  selectOptionalSent,
  selectSubmissions,
  upsertDraft,
} from '../../../db/submissions.ts';
import { insertOtherVariant } from '../../../db/variants.ts';
import { selectWordings } from '../../../db/wordings.ts';
import type { Answer } from '../../../domain/answer.ts';
import { canonical } from '../../../domain/canonical.ts';
import { believed } from '../../../domain/claim.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { isAsking } from '../../../domain/live/state.ts';
import type { Person } from '../../../domain/people/person.ts';
import { viewOf } from '../../../domain/question.ts';
import { readAnswer } from '../../../domain/read-answer.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { spendsAttempt } from '../../../domain/results/score.ts';
import { readUnfinished } from '../../../domain/unfinished.ts';
import { command } from '../contract.ts';
import { findNamed, type NamedQuestion, namedQuestion } from './named-question.ts';

const work = {
  ...namedQuestion,
  answer: z.unknown(),
  /** the account it was written under: another one that is signed in by now is not given it */
  as: z.uuid().optional(),
  /** when it was written or handed in, as the device reckons it in the server's clock: domain/claim.ts */
  claimedAt: z.number().optional(),
};
const draftInput = z.strictObject(work);
export const submissionInput = z.strictObject({
  ...work,
  /** nothing else any more; what was stored as `run` before is still read */
  purpose: z.literal('submit'),
  clientId: storable.min(8).max(64),
});
export const hintInput = z.strictObject({ lessonId: z.uuid(), questionId: storable.max(100) });

const submissions = new RateLimiterMemory({ points: 60, duration: 60 });
const drafts = new RateLimiterMemory({ points: 240, duration: 60 });
const draws = new RateLimiterMemory({ points: 30, duration: 60 });

/** Keeps what is being written, of whichever wording: what was typed stays the student's, whatever is published. */
export const saveDraft = command({
  input: draftInput,
  allow: 'draft.save',
  run: async (person, input): Promise<Outcome<{ savedAt: number }>> => {
    if (input.as !== undefined && input.as !== person.id) return refuse('wrongAccount');
    if (!(await within(drafts, person.id))) return refuse('tooMany');
    const found = await findNamed(person, input);
    if (!found.ok) return found;
    const read = readUnfinished(viewOf(found.target.question), input.answer);
    if (!read.ok) return refuse('badInput', read.field);
    const saved = await upsertDraft(database(), await draftOf(person, found.target, input, read.answer));
    return { ok: true, savedAt: saved.getTime() };
  },
});

/** Stores a submission with its job in one transaction; the verdict comes later, by itself. */
export const submit = command({
  input: submissionInput,
  allow: 'submission.create',
  run: async (person, input): Promise<Outcome<{ submission: string }>> => {
    if (input.as !== undefined && input.as !== person.id) return refuse('wrongAccount');
    if (!(await within(submissions, person.id))) return refuse('tooMany');
    const found = await findNamed(person, input);
    if (!found.ok) return found;
    const { question, lessonId, versionId } = found.target;
    const read = readAnswer(viewOf(question), input.answer);
    if (!read.ok) return refuse('badInput', read.field);
    const draft = await draftOf(person, found.target, input, read.answer);
    const refusal = await notNow(person, found.target);
    if (refusal !== null) {
      // it may have arrived before that was so, and only its reply was lost
      const before = await selectOptionalSent(database(), person.id, input.clientId);
      if (before !== undefined) return { ok: true, submission: before };
      await upsertDraft(database(), draft);
      return refuse(refusal);
    }
    return database().$transaction(async (tx) => {
      if (question.attempts !== null) {
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
        // attempts at a version that grades differently were attempts at another question
        const wording = await selectWordings(tx, [versionId, ...past.map((one) => one.lessonVersionId)]);
        const now = wording(question.id, versionId, question.variant ?? null);
        const spent = past.filter(
          (one) =>
            wording(question.id, one.lessonVersionId, one.variantId) === now &&
            (one.verdict === undefined || spendsAttempt(one.verdict)),
        ).length;
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
        variantId: question.variant ?? null,
        claimedAt: draft.claimedAt,
      });
      // sent again, it is older than what may have been typed since
      if (fresh) await upsertDraft(tx, draft);
      return { ok: true as const, submission: id };
    });
  },
});

/** Why an answer that can be read is kept as a draft and not graded, or null. */
async function notNow(
  person: Person,
  { is, lessonId, question }: NamedQuestion,
): Promise<'questionChanged' | 'questionGone' | 'askedLive' | null> {
  if (is === 'changed') return 'questionChanged';
  if (is === 'gone') return 'questionGone';
  // a verdict at home would tell the key before the bell
  const played = await selectStatesPlayed(pool(), person.id, lessonId);
  return played.some((state) => isAsking(state, question.id)) ? 'askedLive' : null;
}

async function draftOf(
  person: Person,
  { lessonId, versionId, question }: NamedQuestion,
  input: { claimedAt?: number | undefined },
  answer: Answer,
) {
  const claim =
    input.claimedAt === undefined ? null : believed(input.claimedAt, (await databaseNow(database())).getTime());
  const claimedAt = claim === null ? null : new Date(claim);
  const variantId = question.variant ?? null;
  return { userId: person.id, lessonId, questionId: question.id, versionId, variantId, answer, claimedAt };
}

/** Shows one hint more and returns all shown so far. */
export const revealHint = command({
  input: hintInput,
  allow: 'draft.save',
  run: async (person, input): Promise<Outcome<{ hints: string[] }>> => {
    const found = await findNamed(person, input);
    if (!found.ok) return found;
    const { question, lessonId, versionId } = found.target;
    const shown = await countHint(
      database(),
      { userId: person.id, lessonId, versionId, questionId: question.id },
      question.key.hints.length,
    );
    return { ok: true, hints: question.key.hints.slice(0, shown) };
  },
});

/**
 * Draws other values for a question, to practise it once more. Where attempts are counted one keeps those that one has: with others
 * they would be counted anew.
 */
export const drawOtherValues = command({
  input: hintInput,
  allow: 'draft.save',
  run: async (person, input): Promise<Outcome<object>> => {
    if (!(await within(draws, person.id))) return refuse('tooMany');
    const found = await findNamed(person, input);
    if (!found.ok) return found;
    const { question, lessonId, versionId } = found.target;
    if (question.varies !== true || question.attempts !== null) return refuse('valuesStay');
    await database().$transaction(async (tx) => {
      await insertOtherVariant(tx, person.id, versionId, question.id);
      // what was handed in need not be told once more as what was written before
      const [last] = await selectSubmissions(tx, { userId: person.id, lessonId, questionId: question.id });
      const draft = (await selectDrafts(tx, person.id, lessonId)).get(question.id);
      if (last !== undefined && draft !== undefined && canonical(last.answer) === canonical(draft.answer))
        await tx.draft.deleteMany({ where: { userId: person.id, lessonId, questionId: question.id } });
    });
    return { ok: true };
  },
});

async function within(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    () => false,
  );
}
