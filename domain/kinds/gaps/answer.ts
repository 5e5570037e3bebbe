/** What is handed in to a question of this kind. */
import { z } from 'zod';
import { storable } from '../common/storable.ts';
import { gapName } from './document.ts';

/** In each gap a text as it was typed or picked; several that are picked stand in a line each. */
export const gapsAnswer = z.strictObject({
  kind: z.literal('gaps'),
  gaps: z.record(gapName, storable.max(1000)),
});
