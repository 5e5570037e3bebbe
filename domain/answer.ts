/** Answers: what a student hands in, by kind of question. Bounded, so that nothing unreasonable is ever stored. */
import { z } from 'zod';
import { LONGEST_TEXT } from './longest-text.ts';
import type { QuestionKind } from './question.ts';

/** Text that PostgreSQL can store: no character 0, and no half of a pair of UTF-16. No keyboard makes either. */
export const storable = z.string().refine((text) => !text.includes('\0') && text.isWellFormed());

const name = storable.min(1).max(64);
const LONGEST_CODE = 50_000;
const LONGEST_READING = 4_000;

export const answerSchemas = {
  choice: z.strictObject({
    choices: z
      .array(z.string().regex(/^[A-F]$/))
      .min(1)
      .max(6),
  }),
  number: z.strictObject({
    value: storable.trim().min(1).max(60),
    /** which of several readings is meant, by its text; left out where there was nothing to choose */
    reading: storable.min(1).max(LONGEST_READING).optional(),
  }),
  text: z.strictObject({ text: storable.trim().min(1).max(LONGEST_TEXT) }),
  order: z.strictObject({
    /** letters, what comes first first; each once */
    order: z
      .array(z.string().regex(/^[A-F]$/))
      .min(1)
      .max(6)
      .refine((letters) => new Set(letters).size === letters.length),
  }),
  maths: z.strictObject({
    parts: z.record(name, storable.max(2_000)),
    /** by part: which of several readings is meant */
    readings: z.record(name, storable.min(1).max(LONGEST_READING)).optional(),
  }),
  blanks: z.strictObject({ gaps: z.record(name, storable.max(500)) }),
  function: z.strictObject({ code: storable.max(LONGEST_CODE) }),
} satisfies Record<QuestionKind, z.ZodType>;

export type AnswerOf<K extends QuestionKind> = z.infer<(typeof answerSchemas)[K]>;
export type Answer = AnswerOf<QuestionKind>;
export const answer: z.ZodType<Answer> = z.union([
  answerSchemas.choice,
  answerSchemas.number,
  answerSchemas.text,
  answerSchemas.order,
  answerSchemas.maths,
  answerSchemas.blanks,
  answerSchemas.function,
]);

/** Whether grading it runs a student's code, and so needs a sandbox. */
export const isCode = (given: Answer): boolean => 'code' in given || 'gaps' in given;
