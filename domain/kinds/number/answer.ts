/** What is handed in to a question of this kind. */
import { z } from 'zod';
import { chosenReading, storable } from '../common/storable.ts';

export const numberAnswer = z.strictObject({
  kind: z.literal('number'),
  value: storable.trim().min(1).max(60),
  /** which of several readings is meant; left out where there was nothing to choose */
  reading: chosenReading.optional(),
});
