/** What is handed in to a question of this kind. */
import { z } from 'zod';
import { letters } from '../common/storable.ts';

export const orderAnswer = z.strictObject({
  kind: z.literal('order'),
  /** letters, what comes first first; each once */
  order: letters.refine((given) => new Set(given).size === given.length),
});
