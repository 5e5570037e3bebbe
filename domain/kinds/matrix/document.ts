/** A vector or a matrix, checked by the checker entry by entry. */
import { z } from 'zod';
import { mathsTruth } from '../../maths/truth.ts';
import { commonKey, commonView, euler, identifier } from '../common/document.ts';
import { mathsChecking } from '../maths/document.ts';
import { MOST } from './places.ts';

const size = z.number().int().min(1).max(MOST);

/** How all entries are checked; what is left out is as usual. */
export const matrixChecking = mathsChecking.omit({ slips: true });

export const matrixQuestion = z.strictObject({
  kind: z.literal('matrix'),
  ...commonView,
  /** none: the entries are numbers */
  variables: z.array(identifier).max(16),
  /** variables known to be > 0 */
  positive: z.array(identifier),
  euler,
  /** null: its student says how large it is */
  shape: z.strictObject({ rows: size, columns: size }).nullable(),
  key: z.strictObject({
    ...commonKey,
    /** row by row */
    entries: z
      .array(z.array(mathsTruth).min(1).max(MOST))
      .min(1)
      .max(MOST)
      .refine((rows) => rows.every((row) => row.length === rows[0]?.length)),
    checking: matrixChecking.optional(),
    /** a row will do for a column, and a column for a row */
    either: z.boolean().optional(),
  }),
});
