/** Answers that are still being written: nothing at all is one of them, which is what a field says that was emptied. */
import { z } from 'zod';
import { type Answer, answer } from './answer.ts';
import { fitAnswer, type ReadAnswer } from './answer-fit.ts';
import { hasContent, NOTHING } from './being-written.ts';
import type { QuestionKind, QuestionView } from './question.ts';
import { readAnswer } from './read-answer.ts';

/** An answer as it is being written: like one that is handed in, or nothing. */
export const unfinished: z.ZodType<Answer> = z.union([
  answer,
  z.strictObject({ choices: z.array(z.string()).max(0) }),
  z.strictObject({ value: z.string().max(60).regex(/^\s*$/) }),
  z.strictObject({ text: z.string().max(120).regex(/^\s*$/) }),
  z.strictObject({ order: z.array(z.string()).max(0) }),
]);

/** Reads what somebody is writing as an answer to a question. */
export function readUnfinished(question: QuestionView, input: unknown): ReadAnswer<QuestionKind> {
  const parsed = unfinished.safeParse(input);
  if (!parsed.success || hasContent(parsed.data)) return readAnswer(question, input);
  const fits = fitAnswer(question, parsed.data);
  return fits.ok ? { ok: true, answer: NOTHING[question.kind] } : fits;
}
