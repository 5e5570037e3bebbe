/** Prompts, each of which is to be given one of the answers. */
import { z } from 'zod';
import { commonKey, commonView, html } from '../common/document.ts';
import { MOST_ANSWERS, MOST_PROMPTS } from './pairs.ts';

export const promptNumber = z.string().regex(/^[1-8]$/);
export const letter = z.string().regex(/^[A-J]$/);

/** Prompts are numbered in the author's order; letters say how answers are shown, and nothing of what belongs together. */
export const matchQuestion = z.strictObject({
  kind: z.literal('match'),
  ...commonView,
  prompts: z
    .array(z.strictObject({ number: promptNumber, html }))
    .min(2)
    .max(MOST_PROMPTS),
  /** more or fewer than prompts: some belong to none, and one may belong to several */
  answers: z.array(z.strictObject({ letter, html })).min(2).max(MOST_ANSWERS),
  key: z.strictObject({
    ...commonKey,
    /** the right letter of each prompt, by its number */
    pairs: z.record(promptNumber, letter),
    /** why one makes a wrong pair, by its name: `1C` */
    notes: z.record(z.string().regex(/^[1-8][A-J]$/), html),
  }),
});
