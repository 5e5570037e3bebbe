/** What is handed in to a question of this kind. */
import { z } from 'zod';
import { storable } from '../common/storable.ts';

export const functionAnswer = z.strictObject({
  kind: z.literal('function'),
  code: storable.max(50_000),
});
