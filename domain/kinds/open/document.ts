/** A question without a key and without points: a poll, an open answer, or words for a cloud. */
import { z } from 'zod';
import { commonKey, commonView, html } from '../common/document.ts';

export const openQuestion = z.strictObject({
  kind: z.literal('open'),
  ...commonView,
  points: z.literal(0),
  form: z.enum(['poll', 'text', 'cloud']),
  /** of a poll; else none */
  options: z.array(z.strictObject({ letter: z.string().regex(/^[A-F]$/), html })).max(6),
  /** of a poll: several options may be picked */
  multiple: z.boolean(),
  key: z.strictObject(commonKey),
});
