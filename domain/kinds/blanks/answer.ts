/** What is handed in to a question of this kind. */
import { z } from 'zod';
import { fieldName, storable } from '../common/storable.ts';

export const blanksAnswer = z.strictObject({
  kind: z.literal('blanks'),
  gaps: z.record(fieldName, storable.max(500)),
});
