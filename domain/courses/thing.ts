/** What a course is made of, as one names it to rename, move, archive or copy it. */
import { z } from 'zod';

export const thing = z.strictObject({ of: z.enum(['course', 'level', 'lesson']), id: z.uuid() });
export type Thing = z.infer<typeof thing>;
