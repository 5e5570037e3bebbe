/** Code with gaps. */
import { z } from 'zod';
import { codeKey, codeView } from '../code/document.ts';
import { commonView, html, identifier } from '../common/document.ts';

/** A piece of a `blanks` template: text that stands, or a gap to fill. */
const templatePiece = z.union([
  /** `html`: the same text, highlighted by the lesson compiler */
  z.strictObject({ text: z.string(), html: html.optional() }),
  z.strictObject({ gap: identifier, width: z.number().int().min(1).max(60) }),
]);
export type TemplatePiece = z.infer<typeof templatePiece>;

export const blanksQuestion = z.strictObject({
  kind: z.literal('blanks'),
  ...commonView,
  ...codeView,
  template: z.array(templatePiece).min(1),
  key: z.strictObject({ ...codeKey, gaps: z.record(z.string(), z.string()) }),
});
