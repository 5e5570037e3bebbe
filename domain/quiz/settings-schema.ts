/** The settings of a quiz as they are stored in its source and sent by its editor. */
import { z } from 'zod';
import { ANSWERS } from '../activities/rules.ts';
import type { QuizSettings } from './settings.ts';

export const quizSettings = z.strictObject({
  live: z.strictObject({
    speed: z.boolean(),
    readSeconds: z.number().int().min(0).max(60),
    streak: z.boolean(),
    friendlyNames: z.boolean(),
    ownValues: z.boolean(),
    showNames: z.boolean().nullable(),
  }),
  homework: z.strictObject({
    attempts: z.number().int().min(0).max(100).nullable(),
    minutes: z.number().int().min(1).max(1440).nullable(),
    shuffleQuestions: z.boolean(),
    shuffleOptions: z.boolean(),
    // quizzes of before say nothing of it
    sameValues: z.boolean().default(false),
    answers: z.enum(ANSWERS),
  }),
}) satisfies z.ZodType<QuizSettings>;
