/** What is sent to be told of what is new by mail. */
import { z } from 'zod';
import { storable } from '../kinds/common/storable.ts';

/** One address, and nothing that a mail would read as more than that. */
export const mailAddress = storable
  .trim()
  .max(254)
  .pipe(z.email())
  .refine((address) => /^[\x21-\x7e]+$/.test(address) && !/[,;<>"()\\]/.test(address));

/** What a form for one asks. */
export const mailForm = z.object({ address: mailAddress });
