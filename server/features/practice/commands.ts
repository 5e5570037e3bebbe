/** Use cases of practice: save a draft, hand in, ask for a hint. (To try is another path: try-out.ts.) */
import { z } from 'zod';
import { database, pool } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { revealHint as countHint } from '../../../db/hints.ts';
import type { AskedLesson } from '../../../db/lessons.ts';
import { selectStatesPlayed } from '../../../db/live-session.ts';
import { lockSitting } from '../../../db/sittings.ts';
import {
  insertSubmission,
  selectDrafts,
  selectOptionalSent,
  selectSubmissions,
  upsertDraft,
} from '../../../db/submissions.ts';
import { insertOtherVariant } from '../../../db/variants.ts';
import { endOf, GRACE_MS, isTimed } from '../../../domain/activities/rules.ts';
import { attemptsAt, practisesAt, type Standing } from '../../../domain/activities/standing.ts';
import type { Answer } from '../../../domain/answer.ts';
import { canonical } from '../../../domain/canonical.ts';
import { believed } from '../../../domain/claim.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { isAsking } from '../../../domain/live/state.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Question, viewOf } from '../../../domain/question.ts';
import { readAnswer } from '../../../domain/read-answer.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { readUnfinished } from '../../../domain/unfinished.ts';
import { type Access, enter } from '../activities/access.ts';
import { command } from '../contract.ts';
import { findNamed, type NamedQuestion, namedQuestion } from './named-question.ts';
import { readPractice } from './queries.ts';
import { within } from './rates.ts';
import { newSeed } from './seed.ts';
import { spentOf } from './spent.ts';

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

/** Keeps what is being written, of whichever wording: what was typed stays the student's, whatever is published. */
export const saveDraft = command({
  input: draftInput,
  allow: 'draft.save',
  run: async (person, input): Promise<Outcome<{ savedAt: number }>> => {
    if (input.as !== undefined && input.as !== person.id) return refuse('wrongAccount');
    if (!(await within('drafts', person.id))) return refuse('tooMany');
    const entered = await enter(person, { id: input.lessonId }, true);
    const found = entered.ok ? await findNamed(person, entered.lesson, input) : entered;
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
    if (!(await within('submissions', person.id))) return refuse('tooMany');
    const entered = await enter(person, { id: input.lessonId }, true);
    if (!entered.ok) return entered;
    const { lesson, access } = entered;
    const found = await findNamed(person, lesson, input);
    if (!found.ok) return found;
    const { question, lessonId, versionId } = found.target;
    const read = readAnswer(viewOf(question), input.answer);
    if (!read.ok) return refuse('badInput', read.field);
    const draft = await draftOf(person, found.target, input, read.answer);
    // it may have arrived before what would refuse it now was so, and only its reply was lost
    const sent = (): Promise<string | undefined> => selectOptionalSent(database(), person.id, input.clientId);
    const standing = access.at(question.id);
    const refusal = await notNow(person, found.target, standing);
    if (refusal !== null || standing.takes !== 'counts') {
      const before = (await sent()) ?? (await countedAtEnd(person, draft, access));
      if (before !== undefined) return { ok: true, submission: before };
    }
    if (refusal !== null) {
      await upsertDraft(database(), draft);
      return refuse(refusal);
    }
    const { takes, given, counting } = standing;
    const attempts = takes === 'counts' ? attemptsAt(question, standing) : null;
    return database().$transaction(async (tx) => {
      const timed = counting.filter(isTimed);
      // beside the end of its time limit, which hands in what is typed: one of them comes first
      for (const { id } of timed) await lockSitting(tx, { activityId: id, userId: person.id });
      if (attempts !== null) {
        // one at a time, so that two windows cannot spend the last attempt twice
        await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`attempts:${person.id}:${lessonId}:${question.id}`}, 0))`;
        const of = { userId: person.id, lessonId, questionId: question.id, purpose: 'submit' as const };
        const past = await selectSubmissions(tx, of);
        // sent before, its reply was lost: whatever it spent, it is not refused for having spent it
        const before = past.find((one) => one.clientId === input.clientId);
        if (before !== undefined) return { ok: true as const, submission: before.id };
        const asked = { questionId: question.id, versionId, variantId: question.variant ?? null };
        if ((await spentOf(tx, past, asked)) >= attempts) return refuse('noAttemptsLeft');
      }
      const { id, fresh } = await insertSubmission(tx, {
        userId: person.id,
        lessonId,
        lessonVersionId: versionId,
        questionId: question.id,
        purpose: takes === 'counts' && !practisesAt(question, standing) ? input.purpose : 'practice',
        clientId: input.clientId,
        answer: read.answer,
        seed: newSeed(),
        variantId: question.variant ?? null,
        claimedAt: draft.claimedAt,
        // by this moment it was decided whether it counts
        ...(given.some((one) => endOf(one) !== null) ? { createdAt: new Date(access.now) } : {}),
      });
      // sent again, it is older than what may have been typed since
      if (fresh) await upsertDraft(tx, draft);
      return { ok: true as const, submission: id };
    });
  },
});

/**
 * What comes just after the end of a time limit, and the server had as a draft before: it counts already, handed in by the end
 * itself, or by an answer before it that says the same.
 */
async function countedAtEnd(
  person: Person,
  { lessonId, questionId, answer }: { lessonId: string; questionId: string; answer: Answer },
  { standing, now }: Access,
): Promise<string | undefined> {
  const late = (end: number | null): boolean => end !== null && now > end && now - end <= GRACE_MS;
  if (!standing.given.some((one) => isTimed(one) && one.sitting !== null && late(endOf(one)))) return undefined;
  const past = await selectSubmissions(database(), { userId: person.id, lessonId, questionId, purpose: 'submit' });
  const same = canonical(answer);
  return past.find((one) => canonical(one.answer) === same)?.id;
}

/** Why an answer that can be read is kept as a draft and not graded, or null. */
async function notNow(
  person: Person,
  { is, lessonId, question }: NamedQuestion,
  standing: Standing,
): Promise<'questionChanged' | 'questionGone' | 'askedLive' | 'activityClosed' | null> {
  if (standing.takes === 'nothing') return 'activityClosed';
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
    const entered = await enter(person, { id: input.lessonId });
    const found = entered.ok ? await findNamed(person, entered.lesson, input) : entered;
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
 * Draws other values for a question, to practise it once more. Where attempts are counted one gets them once there is nothing to be
 * had any more with those that one has, and what is handed in to them counts nowhere.
 */
export const drawOtherValues = command({
  input: hintInput,
  allow: 'draft.save',
  run: async (person, input): Promise<Outcome<object>> => {
    if (!(await within('draws', person.id))) return refuse('tooMany');
    const entered = await enter(person, { id: input.lessonId });
    if (!entered.ok) return entered;
    const found = await findNamed(person, entered.lesson, input);
    if (!found.ok) return found;
    const { question, lessonId, versionId } = found.target;
    if (question.varies !== true) return refuse('valuesStay');
    const attempts = attemptsAt(question, entered.access.at(question.id));
    if (attempts !== null && !(await isSettled(person, entered, question, attempts))) return refuse('valuesStay');
    const practice = attempts !== null || question.practises === true;
    await database().$transaction(async (tx) => {
      await insertOtherVariant(tx, person.id, { versionId, name: question.id, practice });
      // what was handed in need not be told once more as what was written before
      const [last] = await selectSubmissions(tx, { userId: person.id, lessonId, questionId: question.id });
      const draft = (await selectDrafts(tx, person.id, lessonId)).get(question.id);
      if (last !== undefined && draft !== undefined && canonical(last.answer) === canonical(draft.answer))
        await tx.draft.deleteMany({ where: { userId: person.id, lessonId, questionId: question.id } });
    });
    return { ok: true };
  },
});

/** Whether nothing is left to be had with the values that somebody has, and everything is told of them. */
async function isSettled(
  person: Person,
  { lesson, access }: { lesson: AskedLesson; access: Access },
  { id, points }: Question,
  attempts: number,
): Promise<boolean> {
  if (access.untold(id) !== undefined) return false;
  const state = (await readPractice(person, lesson, access))[id];
  return state !== undefined && ((state.bestPoints ?? 0) >= points || state.attemptsUsed >= attempts);
}
