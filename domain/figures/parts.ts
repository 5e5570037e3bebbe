/** What the parts of a figure are made of: names, formulas, places, labels. */
import { z } from 'zod';

/** A name of a formula. */
export const name = z.string().regex(/^\p{L}[\p{L}\p{Nd}_]{0,19}$/u);
const LONGEST_FORMULA = 400;
/** A formula (domain/maths/matrix-parse.ts, grammar `figure`); authors write numbers as numbers. */
export const formula = z.preprocess(
  (written) => (typeof written === 'number' ? String(written) : written),
  z.string().min(1).max(LONGEST_FORMULA),
);
/** A point or arrow of a plane: one formula of two numbers, or a formula for each. */
export const place = z.union([formula, z.tuple([formula, formula])]);
export type Place = z.infer<typeof place>;
/** In space. */
export const place3 = z.union([formula, z.tuple([formula, formula, formula])]);
export type Place3 = z.infer<typeof place3>;
/** Markdown of one line where it is written, HTML where it is stored. */
export const label = z.string().min(1).max(20_000);
/** Decimals that are shown. */
export const digits = z.number().int().min(0).max(12).default(3);
/** A number with what stands before it: `{ $L$: "L(x)" }` where it is written. */
export const readout = z.strictObject({ head: label, of: formula, digits });

export const axis = z.strictObject({
  from: z.number(),
  to: z.number(),
  label: label.optional(),
  scale: z.enum(['linear', 'log']).default('linear'),
});
export type Axis = z.infer<typeof axis>;
