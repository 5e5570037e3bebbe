/** What is handed in to a question of this kind. */
import { z } from 'zod';
import { LONGEST_TEXT } from '../../longest-text.ts';
import { storable } from '../common/storable.ts';

export const textAnswer = z.strictObject({
  kind: z.literal('text'),
  text: storable.trim().min(1).max(LONGEST_TEXT),
});
