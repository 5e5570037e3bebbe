/** How questions of a bank are kept: by which tags they are found again, and what is put aside. Their versions know nothing of it. */
import { z } from 'zod';
import { updateKept } from '../../../db/bank.ts';
import { database } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { Outcome } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofQuestions } from './standing.ts';

export const MOST_AT_ONCE = 200;
export const MOST_TAGS = 20;
/** One line, as it is shown; commas part tags where they are typed. */
export const tag = storable
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^,\n\r]*$/);
const questionIds = z.array(z.uuid()).min(1).max(MOST_AT_ONCE);

/** Which questions did not have a tag before: undoing it takes it from no others. */
interface Added {
  tag: string;
  questionIds: string[];
}

/** Gives questions tags and takes others away. */
export const tagQuestions = command({
  input: z.strictObject({ questionIds, add: z.array(tag).max(MOST_TAGS), remove: z.array(tag).max(MOST_TAGS) }),
  allow: ofQuestions('question.keep'),
  run: async (_person, { questionIds: ids, add, remove }): Promise<Outcome<{ added: Added[] }>> => {
    const before = await database().question.findMany({ where: { id: { in: ids } }, select: { id: true, tags: true } });
    await updateKept(database(), ids, { add, remove, most: MOST_TAGS });
    const without = (one: string): string[] => before.flatMap(({ id, tags }) => (tags.includes(one) ? [] : [id]));
    return { ok: true, added: add.map((one) => ({ tag: one, questionIds: without(one) })) };
  },
});

/** Puts questions aside, or back: what asks them goes on asking them. */
export const archiveQuestions = command({
  input: z.strictObject({ questionIds, archived: z.boolean() }),
  allow: ofQuestions('question.keep'),
  run: async (_person, { questionIds: ids, archived }): Promise<Outcome<object>> => {
    const db = database();
    const archivedAt = archived ? await databaseNow(db) : null;
    await db.question.updateMany({
      where: { id: { in: ids }, archivedAt: archived ? null : { not: null } },
      data: { archivedAt },
    });
    return { ok: true };
  },
});
