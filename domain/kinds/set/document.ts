/** Several values in any order, or a part of the real line. */
import { z } from 'zod';
import { commonKey, commonView, euler, identifier } from '../common/document.ts';
import { mathsChecking } from '../maths/document.ts';
import { LONGEST } from './signs.ts';

/** What is asked for: single values, or any part of the real line. It decides how `(1, 3)` is read. */
export const asksFor = z.enum(['values', 'reals']);
export type AsksFor = z.infer<typeof asksFor>;

/** How values and ends are checked; what is left out is as usual. */
export const setChecking = mathsChecking.pick({ decimals: true });

export const setQuestion = z.strictObject({
  kind: z.literal('set'),
  ...commonView,
  asks: asksFor,
  /** what stands in `x ≥ 1` and `x = 2` */
  variable: identifier,
  /** what values may be made of; none: they are numbers. A part of the real line has numbers only */
  variables: z.array(identifier).max(16),
  /** variables known to be > 0 */
  positive: z.array(identifier),
  euler,
  key: z.strictObject({
    ...commonKey,
    /** as an author typed it; students' answers are read in the same way */
    set: z.string().min(1).max(LONGEST),
    checking: setChecking.optional(),
  }),
});
