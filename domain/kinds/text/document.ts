/** A short text that reads as one of those accepted. */
import { z } from 'zod';
import { LONGEST_TEXT } from '../../longest-text.ts';
import { commonKey, commonView, html } from '../common/document.ts';

const shortText = z.string().min(1).max(LONGEST_TEXT);

export const textQuestion = z.strictObject({
  kind: z.literal('text'),
  ...commonView,
  key: z.strictObject({
    ...commonKey,
    /** what is right; the first is what is shown as the answer */
    accept: z.array(shortText).min(1).max(20),
    capitals: z.boolean(),
    /** slips of the pen that are forgiven */
    typos: z.number().int().min(0).max(3),
    /** wrong texts that students write, and what to tell then: as plain text, and typeset */
    notes: z.array(z.strictObject({ text: shortText, words: z.string().min(1).max(500), html })).max(10),
  }),
});
