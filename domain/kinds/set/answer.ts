/** What is handed in to a question of this kind: one line, as it was typed. */
import { z } from 'zod';
import { chosenReading, storable } from '../common/storable.ts';
import { LONGEST } from './signs.ts';

export const setAnswer = z.strictObject({
  kind: z.literal('set'),
  set: storable.max(LONGEST),
  /** which of several readings is meant; left out where there was nothing to choose */
  reading: chosenReading.optional(),
});
