/** Says something in words to a submission or a line of it, says it otherwise, and takes it back. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { selectOptionalAside, studiesIn } from '../../../db/classes.ts';
import { database } from '../../../db/client.ts';
import { insertRemark, tellOf, upsertRead, wasRemarked } from '../../../db/remarks.ts';
import { answerDocument } from '../../../domain/documents/formats.ts';
import { answerText, askedKind } from '../../../domain/kinds/asked.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { remarkLine, remarkText } from '../../../domain/remarks/input.ts';
import { linesOf } from '../../../domain/remarks/remark.ts';
import { command } from '../contract.ts';
import { type FoundWork, toRemark, toWork } from './standing.ts';

/** More than anybody types, and less than would be felt by others. */
const saying = new RateLimiterMemory({ points: 40, duration: 60 });

const sayInput = z.strictObject({
  classId: z.uuid(),
  submissionId: z.uuid(),
  /** made by the page: sent twice it is one remark */
  remark: z.uuid(),
  line: remarkLine,
  text: remarkText,
});

/** A teacher's or an assistant's remark on the work of a student of the class; or the student's answer to one. */
export const say = command({
  input: sayInput,
  allow: { action: 'remark.say', standing: toWork },
  run: async (person, { classId, submissionId: _, remark: id, line, text }, work): Promise<Outcome<object>> => {
    const db = database();
    const own = work.userId === person.id;
    if (own && !(await wasRemarked(db, work, classId))) return refuse('notFound');
    const stays = await studiesIn(db, work.userId, classId);
    // a student who has left reads on; for the desk somebody who is not in the class is not there
    if (!stays) return refuse(own ? 'notAllowed' : 'notFound');
    if ((await selectOptionalAside(db, classId)) !== false) return refuse('notAllowed');
    if (line !== null && !hasLine(work, line)) return refuse('badInput', 'line');
    if (!(await within(person.id))) return refuse('tooMany');
    const stored = await db.$transaction((tx) =>
      insertRemark(tx, work, { id, classId, authorId: person.id, line, text }),
    );
    return stored ? { ok: true } : refuse('badInput', 'remark');
  },
});

/** Says one's own remark otherwise; it is told that this was done. */
export const change = command({
  input: z.strictObject({ remark: z.uuid(), text: remarkText }),
  allow: { action: 'remark.change', standing: toRemark },
  run: async (person, { text }, { id, classId, withdrawn, work }): Promise<Outcome<object>> => {
    if (withdrawn) return refuse('notFound');
    if (!(await within(person.id))) return refuse('tooMany');
    await database().$transaction(async (tx) => {
      const changed = await tx.$executeRaw`
        update remarks set text = ${text}, edited_at = now() where id = ${id}::uuid and text <> ${text}`;
      if (changed > 0) await tellOf(tx, work, classId);
    });
    return { ok: true };
  },
});

/** Takes one's own remark back, so that nobody else reads it; or puts it where it was. */
export const withdraw = command({
  input: z.strictObject({ remark: z.uuid(), withdrawn: z.boolean() }),
  allow: { action: 'remark.change', standing: toRemark },
  run: async (_person, { withdrawn }, { id, classId, work }): Promise<Outcome<object>> => {
    await database().$transaction(async (tx) => {
      const changed = await tx.$executeRaw`
        update remarks set withdrawn_at = case when ${withdrawn} then now() end
        where id = ${id}::uuid and (withdrawn_at is not null) <> ${withdrawn}`;
      if (changed > 0) await tellOf(tx, work, classId);
    });
    return { ok: true };
  },
});

/** What was said to a submission has been in front of somebody, up to this remark. */
export const noteRead = command({
  input: z.strictObject({ classId: z.uuid().nullable(), submissionId: z.uuid(), upTo: z.uuid() }),
  allow: { action: 'remark.read', standing: toWork },
  run: async (person, { classId, upTo }, work): Promise<Outcome<object>> => {
    const own = work.userId === person.id;
    if (!own && (classId === null || !(await studiesIn(database(), work.userId, classId)))) return refuse('notFound');
    await upsertRead(database(), person.id, work.id, upTo);
    return { ok: true };
  },
});

/** What was written in lines has lines that one can speak of. */
function hasLine({ answer }: FoundWork, line: number): boolean {
  const read = answerDocument.trust(answer);
  return askedKind(read).keepsLines && line <= linesOf(answerText(read)).length;
}

async function within(personId: string): Promise<boolean> {
  return saying.consume(personId).then(
    () => true,
    () => false,
  );
}
