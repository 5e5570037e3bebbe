/** What is handed in to a question of this kind. */
import { z } from 'zod';
import { letters } from '../common/storable.ts';

export const choiceAnswer = z.strictObject({
  kind: z.literal('choice'),
  choices: letters,
});
