/** Asks the teachers of a class at a question, answers, says more, says that it is answered, takes back. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { database, pool } from '../../../db/client.ts';
import {
  insertInquiry,
  insertInquiryMessage,
  isAsked,
  markAnswered,
  reckonAnswered,
  tellInquired,
  upsertInquiryRead,
} from '../../../db/inquiries.ts';
import { selectStatesPlayed } from '../../../db/live-session.ts';
import { isTimed } from '../../../domain/activities/rules.ts';
import type { AskedDuring } from '../../../domain/inquiries/inquiry.ts';
import { hasContent } from '../../../domain/kinds/asked.ts';
import { isAsking } from '../../../domain/live/state.ts';
import type { Person } from '../../../domain/people/person.ts';
import { viewOf } from '../../../domain/question.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { remarkText } from '../../../domain/remarks/input.ts';
import { readUnfinished } from '../../../domain/unfinished.ts';
import { type Access, enter } from '../activities/access.ts';
import { command } from '../contract.ts';
import { findNamed, namedQuestion } from '../practice/named-question.ts';
import { toAsked, toInquiry, toMessage } from './standing.ts';

/** A class of thirty asks less in a lesson; one who would fill a queue is stopped. */
const asking = new RateLimiterMemory({ points: 12, duration: 600 });
/** More than anybody types, and less than would be felt by others. */
const saying = new RateLimiterMemory({ points: 40, duration: 60 });

const askInput = z.strictObject({
  ...namedQuestion,
  classId: z.uuid(),
  /** made by the page: sent twice it is one question */
  inquiry: z.uuid(),
  text: remarkText,
  /** what is typed so far; null: nothing */
  answer: z.unknown(),
});

/** A student's question to the teachers of their class, with the answer as it is typed so far. */
export const ask = command({
  input: askInput,
  allow: { action: 'inquiry.ask', standing: toAsked },
  run: async (person, input): Promise<Outcome<object>> => {
    const { classId, lessonId, questionId, inquiry: id, text } = input;
    const db = database();
    // its reply was lost: whatever has become of the question meanwhile
    if (await isAsked(db, { id, classId, studentId: person.id, lessonId, questionId })) return { ok: true };
    const entered = await enter(person, { id: lessonId });
    const found = entered.ok ? await findNamed(person, entered.lesson, input) : entered;
    if (!found.ok || !entered.ok) return found.ok ? refuse('notFound') : found;
    const { question, versionId } = found.target;
    const read = input.answer === null ? null : readUnfinished(viewOf(question), input.answer);
    if (read !== null && !read.ok) return refuse('badInput', read.field);
    if (!(await within(asking, person.id))) return refuse('tooMany');
    const asked = { id, classId, studentId: person.id, lessonId, lessonVersionId: versionId, questionId };
    const answer = read !== null && hasContent(read.answer) ? read.answer : null;
    const during = await whatElse(person, lessonId, questionId, entered.access);
    const variantId = question.variant ?? null;
    const stored = await db.$transaction((tx) => insertInquiry(tx, { ...asked, variantId, answer, during, text }));
    return stored ? { ok: true } : refuse('badInput', 'inquiry');
  },
});

/** What a student is doing beside that a teacher should know before answering; null: nothing. */
export async function whatElse(
  person: Person,
  lessonId: string,
  questionId: string,
  access: Access,
): Promise<AskedDuring | null> {
  const played = await selectStatesPlayed(pool(), person.id, lessonId);
  if (played.some((state) => isAsking(state, questionId))) return 'live';
  const { counting } = access.at(questionId);
  return counting.some((one) => isTimed(one) && one.sitting !== null) ? 'timed' : null;
}

/** Answers; or says more, as the student whose question it is: then it waits again. */
export const say = command({
  input: z.strictObject({ inquiry: z.uuid(), message: z.uuid(), text: remarkText }),
  allow: { action: 'inquiry.say', standing: toInquiry },
  run: async (person, { message: id, text }, { open, ...inquiry }): Promise<Outcome<object>> => {
    if (!open) return refuse('notAllowed');
    if (!(await within(saying, person.id))) return refuse('tooMany');
    const stored = await database().$transaction((tx) =>
      insertInquiryMessage(tx, inquiry, { id, authorId: person.id, text }),
    );
    return stored ? { ok: true } : refuse('badInput', 'message');
  },
});

/** It is answered, as somebody of the desk says, in class for instance; or its student needs no more. Or it waits again. */
export const settle = command({
  input: z.strictObject({ inquiry: z.uuid(), settled: z.boolean() }),
  allow: { action: 'inquiry.say', standing: toInquiry },
  run: async (person, { settled }, { open, ...inquiry }): Promise<Outcome<object>> => {
    if (!open) return refuse('notAllowed');
    const { id } = inquiry;
    await database().$transaction(async (tx) => {
      if (!settled)
        await tx.inquiry.update({ where: { id }, data: { answeredAt: null, answeredById: null, helpedAt: null } });
      else if (inquiry.studentId === person.id)
        await tx.inquiry.update({ where: { id }, data: { helpedAt: new Date() } });
      else await markAnswered(tx, id, person.id);
      await tellInquired(tx, inquiry);
    });
    return { ok: true };
  },
});

/** Somebody of the desk is about to answer, so that colleagues do not do the same; or is not any more. */
export const take = command({
  input: z.strictObject({ inquiry: z.uuid(), taken: z.boolean() }),
  allow: { action: 'inquiry.say', standing: toInquiry },
  run: async (person, { taken }, { open, ...inquiry }): Promise<Outcome<object>> => {
    if (!open) return refuse('notAllowed');
    // its student answers nobody
    if (inquiry.studentId === person.id) return { ok: true };
    await database().$transaction(async (tx) => {
      const changed = taken
        ? await tx.$executeRaw`
            update inquiries set taken_by_id = ${person.id}::uuid, taken_at = now() where id = ${inquiry.id}::uuid`
        : await tx.$executeRaw`
            update inquiries set taken_by_id = null, taken_at = null
            where id = ${inquiry.id}::uuid and taken_by_id = ${person.id}::uuid`;
      if (changed > 0) await tellInquired(tx, inquiry);
    });
    return { ok: true };
  },
});

/** Says something of one's own otherwise; it is told that this was done. */
export const change = command({
  input: z.strictObject({ message: z.uuid(), text: remarkText }),
  allow: { action: 'inquiry.change', standing: toMessage },
  run: async (person, { text }, { id, withdrawn, inquiry }): Promise<Outcome<object>> => {
    if (withdrawn) return refuse('notFound');
    if (!(await within(saying, person.id))) return refuse('tooMany');
    await database().$transaction(async (tx) => {
      const changed = await tx.$executeRaw`
        update inquiry_messages set text = ${text}, edited_at = now() where id = ${id}::uuid and text <> ${text}`;
      if (changed > 0) await tellInquired(tx, inquiry);
    });
    return { ok: true };
  },
});

/** Takes back what one has said, so that nobody else reads it; what was asked takes the whole back. Or puts it where it was. */
export const withdraw = command({
  input: z.strictObject({ message: z.uuid(), withdrawn: z.boolean() }),
  allow: { action: 'inquiry.change', standing: toMessage },
  run: async (_person, { withdrawn }, { id, inquiry }): Promise<Outcome<object>> => {
    await database().$transaction(async (tx) => {
      const changed = await tx.$executeRaw`
        update inquiry_messages set withdrawn_at = case when ${withdrawn} then now() end
        where id = ${id}::uuid and (withdrawn_at is not null) <> ${withdrawn}`;
      if (changed === 0) return;
      if (id !== inquiry.id) await reckonAnswered(tx, inquiry.id);
      await tellInquired(tx, inquiry);
    });
    return { ok: true };
  },
});

/** What was said to a question that was asked has been in front of somebody, up to this message. */
export const noteRead = command({
  input: z.strictObject({ inquiry: z.uuid(), upTo: z.uuid() }),
  allow: { action: 'inquiry.read', standing: toInquiry },
  run: async (person, { upTo }, { id }): Promise<Outcome<object>> => {
    await upsertInquiryRead(database(), person.id, id, upTo);
    return { ok: true };
  },
});

async function within(limiter: RateLimiterMemory, personId: string): Promise<boolean> {
  return limiter.consume(personId).then(
    () => true,
    () => false,
  );
}
