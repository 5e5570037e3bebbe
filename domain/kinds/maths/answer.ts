/** What is handed in to a question of this kind. */
import { z } from 'zod';
import { chosenReading, fieldName, storable } from '../common/storable.ts';

export const mathsAnswer = z.strictObject({
  kind: z.literal('maths'),
  parts: z.record(fieldName, storable.max(2_000)),
  /** by part: which of several readings is meant */
  readings: z.record(fieldName, chosenReading).optional(),
});
