/** A number with a tolerance. */
import { z } from 'zod';
import { commonKey, commonView, euler } from '../common/document.ts';

export const numberQuestion = z.strictObject({
  kind: z.literal('number'),
  ...commonView,
  unit: z.string().nullable(),
  euler,
  key: z.strictObject({
    ...commonKey,
    value: z.number(),
    tolerance: z.strictObject({ absolute: z.number().min(0), relative: z.number().min(0) }),
  }),
});
