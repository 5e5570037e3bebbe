/** What is handed in to a question of this kind: coordinates as they were dragged or typed, or the letter of a path. */
import { z } from 'zod';
import { storable } from '../common/storable.ts';

const FIELDS = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'path'] as const;

export const pointAnswer = z.strictObject({
  kind: z.literal('point'),
  put: z.partialRecord(z.enum(FIELDS), storable.max(40)),
});
