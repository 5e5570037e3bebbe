/** What is sent to say a remark: its text, and the line that it is about. */
import { z } from 'zod';
import { storable } from '../kinds/common/storable.ts';
import { MOST_SIGNS } from './remark.ts';

export const remarkText = storable.trim().min(1).max(MOST_SIGNS);
/** From 1; null: all of it. */
export const remarkLine = z.number().int().min(1).max(100_000).nullable();
/** What a form for one asks. */
export const remarkForm = z.object({ text: remarkText });
