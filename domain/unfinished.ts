/** Answers that are still being written: nothing at all is one of them, which is what a field says that was emptied. */
import { z } from 'zod';
import { type Answer, answer } from './answer.ts';
import { fitAnswer, type ReadAnswer } from './answer-fit.ts';
import { tagged } from './documents/answer-steps.ts';
import { askedKind, hasContent } from './kinds/asked.ts';
import type { QuestionKind, QuestionView } from './question.ts';
import { readAnswer } from './read-answer.ts';

const none = z.array(z.string()).max(0);
const blank = (most: number) => z.string().max(most).regex(/^\s*$/);

/** An answer as it is being written: like one that is handed in, or nothing. */
export const unfinished: z.ZodType<Answer> = z
  .preprocess(
    tagged,
    z.union([
      answer,
      z.strictObject({ kind: z.literal('choice'), choices: none }),
      z.strictObject({ kind: z.literal('number'), value: blank(60) }),
      z.strictObject({ kind: z.literal('text'), text: blank(120) }),
      z.strictObject({ kind: z.literal('order'), order: none }),
    ]),
  )
  .nonoptional();

/** Reads what somebody is writing as an answer to a question. */
export function readUnfinished(question: QuestionView, input: unknown): ReadAnswer<QuestionKind> {
  const parsed = unfinished.safeParse(input);
  if (!parsed.success || hasContent(parsed.data)) return readAnswer(question, input);
  const fits = fitAnswer(question, parsed.data);
  return fits.ok ? { ok: true, answer: askedKind(question).nothing } : fits;
}
