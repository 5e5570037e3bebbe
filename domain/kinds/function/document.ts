/** A function to be written. */
import { z } from 'zod';
import { codeKey, codeView } from '../code/document.ts';
import { commonView } from '../common/document.ts';

export const functionQuestion = z.strictObject({
  kind: z.literal('function'),
  ...commonView,
  ...codeView,
  starter: z.string(),
  key: z.strictObject(codeKey),
});
