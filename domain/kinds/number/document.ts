/** A number with a tolerance, and what else is known to be worth something, or to be wrong. */
import { z } from 'zod';
import { commonKey, commonView, euler, html } from '../common/document.ts';

const tolerance = z.strictObject({ absolute: z.number().min(0), relative: z.number().min(0) });

/** All numbers between two; what is `open` does not belong to it. */
const between = z.strictObject({ low: z.number(), high: z.number(), open: z.enum(['low', 'high', 'both']).optional() });
/** What is taken as the same number: a value and what it may differ by, or all that lies between two. */
const span = z.union([z.strictObject({ value: z.number(), tolerance }), between]);

export type Span = z.infer<typeof span>;

/** Beside the right number. */
export const MOST_OTHERS = 30;

export const numberQuestion = z.strictObject({
  kind: z.literal('number'),
  ...commonView,
  unit: z.string().nullable(),
  euler,
  key: z.strictObject({
    ...commonKey,
    /** what is right; it is shown as the answer */
    value: z.number(),
    /** what `value` may differ by, and so may wrong answers that say what was misunderstood */
    tolerance,
    /** what is right where that is not a value and what it may differ by; `value` is in its middle. Left out: it is */
    between: between.optional(),
    /** others that are known: the share of the points that each earns (0: none), and what is said of it; left out: none are */
    others: z
      .array(
        z.strictObject({
          is: span,
          share: z.number().min(0).max(1),
          /** as plain text, and typeset */
          note: z.strictObject({ words: z.string().min(1).max(500), html }).optional(),
        }),
      )
      .min(1)
      .max(MOST_OTHERS)
      .optional(),
  }),
});
