/** What a maths question takes as true: a formula, or the derivative of one. Plain JSON: it comes from the lesson. */
import { z } from 'zod';

const formula = z.string().min(1).max(2_000);
const variable = z.string().regex(/^\p{L}[\p{L}\d_]{0,30}$/u);

/** The schema of a truth: one of the two forms below, and nothing besides. */
export const mathsTruth = z.union([
  /** The derivative of a formula by a variable; the checker differentiates, nobody writes the key. */
  z.strictObject({ derivativeOf: formula, by: variable }),
  /** A formula; with `upToConstant` any antiderivative that differs by a constant in `by` is right. */
  z.strictObject({ expected: formula, upToConstant: z.boolean().optional(), by: variable.optional() }),
]);

export type MathsTruth = z.infer<typeof mathsTruth>;
