/** Formulas, one a part, checked by the checker. */
import { z } from 'zod';
import { mathsTruth } from '../../maths/truth.ts';
import { commonKey, commonView, euler, html, identifier, points } from '../common/document.ts';

/** How the answer to one part of a maths question is checked; what is left out is as usual. */
export const mathsChecking = z.strictObject({
  /** forgives a difference of half a unit of this decimal: 3 is ±0.0005 */
  decimals: z.number().int().min(0).max(12).optional(),
  /** an answer that is undefined where the truth is defined is wrong */
  strict: z.boolean().optional(),
  /** the lesson's own slips: a formula that a student may arrive at, and what to tell then */
  slips: z
    .array(z.strictObject({ expression: z.string().min(1).max(2_000), words: z.string().min(1).max(500) }))
    .max(10)
    .optional(),
});
export type MathsChecking = z.infer<typeof mathsChecking>;

export const mathsQuestion = z.strictObject({
  kind: z.literal('maths'),
  ...commonView,
  /** none: the answers are numbers */
  variables: z.array(identifier).max(16),
  /** variables known to be > 0 */
  positive: z.array(identifier),
  euler,
  parts: z
    .array(z.strictObject({ id: identifier, labelHtml: html, label: z.string(), points }))
    .min(1)
    .max(12),
  key: z.strictObject({
    ...commonKey,
    truths: z.record(z.string(), mathsTruth),
    /** by part; a part without is checked as usual */
    checking: z.record(z.string(), mathsChecking).optional(),
  }),
});
