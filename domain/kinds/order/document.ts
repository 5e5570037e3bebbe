/** Items to be put in order. */
import { z } from 'zod';
import { commonKey, commonView, html } from '../common/document.ts';

/** Items to be put in order; their letters say how they are shown, and nothing of the order. */
export const orderQuestion = z.strictObject({
  kind: z.literal('order'),
  ...commonView,
  items: z
    .array(z.strictObject({ letter: z.string().regex(/^[A-F]$/), html }))
    .min(2)
    .max(6),
  key: z.strictObject({
    ...commonKey,
    /** the right place of each item, from 1, by its letter; items that share a place may stand either way */
    places: z.record(z.string(), z.number().int().min(1).max(6)),
  }),
});
