/** What is handed in to a question of this kind: of its three fields the one that is asked for, the others empty. */
import { z } from 'zod';
import { storable } from '../common/storable.ts';
import { LONGEST_OPEN, LONGEST_WORD, MOST_WORDS } from './words.ts';

export const openAnswer = z.strictObject({
  kind: z.literal('open'),
  /** letters of a poll's options */
  choices: z.array(z.string().regex(/^[A-F]$/)).max(6),
  text: storable.max(LONGEST_OPEN),
  /** for a cloud: words or short phrases; empty ones count for nothing */
  words: z.array(storable.max(LONGEST_WORD)).max(MOST_WORDS),
});
