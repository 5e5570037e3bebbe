/** A slug as somebody types one. */
import { z } from 'zod';
import { storable } from '../kinds/common/storable.ts';
import { LONGEST_SLUG, latin, SLUG } from './slug.ts';

/** Capitals, spaces and marks are put right; what is none even then does not fit. */
export const slug = storable
  .max(200)
  .transform((typed) => latin(typed).slice(0, LONGEST_SLUG).replace(/-+$/, ''))
  .pipe(z.string().regex(SLUG));
