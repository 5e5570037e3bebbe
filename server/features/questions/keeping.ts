/** How questions of a bank are kept: by which tags they are found again, and what is put aside. Their versions know nothing of it. */
import { z } from 'zod';
import { updateKept } from '../../../db/bank.ts';
import { database } from '../../../db/client.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { Outcome } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofQuestions } from './standing.ts';

const MOST_AT_ONCE = 200;
const MOST_TAGS = 20;
/** One line, as it is shown; commas part tags where they are typed. */
export const tag = storable
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^,\n\r]*$/);
const questionIds = z.array(z.uuid()).min(1).max(MOST_AT_ONCE);

/** Gives questions tags and takes others away. */
export const tagQuestions = command({
  input: z.strictObject({ questionIds, add: z.array(tag).max(MOST_TAGS), remove: z.array(tag).max(MOST_TAGS) }),
  allow: ofQuestions('question.keep'),
  run: async (_person, { questionIds: ids, add, remove }): Promise<Outcome<object>> => {
    await updateKept(database(), ids, { add, remove, most: MOST_TAGS });
    return { ok: true };
  },
});

/** Puts questions aside, or back: what asks them goes on asking them. */
export const archiveQuestions = command({
  input: z.strictObject({ questionIds, archived: z.boolean() }),
  allow: ofQuestions('question.keep'),
  run: async (_person, { questionIds: ids, archived }): Promise<Outcome<object>> => {
    await database().question.updateMany({
      where: { id: { in: ids }, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? new Date() : null },
    });
    return { ok: true };
  },
});
