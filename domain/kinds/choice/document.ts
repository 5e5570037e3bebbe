/** A choice: options, of which one or several are right. */
import { z } from 'zod';
import { commonKey, commonView, html } from '../common/document.ts';

export const choiceQuestion = z.strictObject({
  kind: z.literal('choice'),
  ...commonView,
  options: z
    .array(z.strictObject({ letter: z.string().regex(/^[A-F]$/), html }))
    .min(2)
    .max(6),
  multiple: z.boolean(),
  /**
   * Of several right options: `shares` gives a share of the points for each, a wrong one takes a share back, never below
   * 0; `all` gives points for all of them and no other. Left out: `all`. `weights`: each option is worth its own share, be it
   * that one is picked or several.
   */
  credit: z.enum(['shares', 'all', 'weights']).optional(),
  key: z.strictObject({
    ...commonKey,
    correct: z.array(z.string().regex(/^[A-F]$/)).min(1),
    /** with `weights`: what each option is worth, −1 … 1 of the points, by its letter; left out: nothing */
    weights: z.record(z.string(), z.number().min(-1).max(1)).optional(),
    /** why one picks a wrong option, by its letter */
    notes: z.record(z.string(), html),
  }),
});
