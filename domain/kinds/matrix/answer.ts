/** What is handed in to a question of this kind: always entries, however they were typed. */
import { z } from 'zod';
import { chosenReading, storable } from '../common/storable.ts';
import { MOST } from './places.ts';

const entry = storable.max(500);
const place = z.string().regex(/^[1-8]-[1-8]$/);

export const matrixAnswer = z.strictObject({
  kind: z.literal('matrix'),
  /** row by row, all of one length; none: nothing is typed yet */
  entries: z
    .array(z.array(entry).min(1).max(MOST))
    .max(MOST)
    .refine((rows) => rows.every((row) => row.length === rows[0]?.length)),
  /** by place (`1-2`): which of several readings is meant */
  readings: z.record(place, chosenReading).optional(),
});
