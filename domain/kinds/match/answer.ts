/** What is handed in to a question of this kind. */
import { z } from 'zod';
import { letter, promptNumber } from './document.ts';

export const matchAnswer = z.strictObject({
  kind: z.literal('match'),
  /** the letter of an answer by the number of its prompt; prompts may be missing */
  pairs: z.record(promptNumber, letter),
});
