/** A short text that reads as one of those accepted, or as one that earns a part. */
import { z } from 'zod';
import { LONGEST_TEXT } from '../../longest-text.ts';
import { commonKey, commonView, html } from '../common/document.ts';

/** Accepted texts, those that earn a part among them. */
export const MOST_ACCEPTED = 20;
/** Wrong texts of which something is said. */
export const MOST_WRONG = 10;
const MOST_NOTES = MOST_ACCEPTED + MOST_WRONG;
const shortText = z.string().min(1).max(LONGEST_TEXT);

export const textQuestion = z.strictObject({
  kind: z.literal('text'),
  ...commonView,
  key: z.strictObject({
    ...commonKey,
    /** what is right; the first is what is shown as the answer */
    accept: z.array(shortText).min(1).max(MOST_ACCEPTED),
    /** what earns a share of the points and not all; left out: nothing does */
    partly: z
      .array(z.strictObject({ text: shortText, share: z.number().gt(0).lt(1) }))
      .min(1)
      .max(MOST_ACCEPTED)
      .optional(),
    capitals: z.boolean(),
    /** slips of the pen that are forgiven */
    typos: z.number().int().min(0).max(3),
    /** what to tell whoever writes one of these, accepted or wrong: as plain text, and typeset */
    notes: z.array(z.strictObject({ text: shortText, words: z.string().min(1).max(500), html })).max(MOST_NOTES),
  }),
});
