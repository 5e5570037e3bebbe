/** Reads answers that come from outside. */
import { answerSchemas } from './answer.ts';
import { fitAnswer, type ReadAnswer } from './answer-fit.ts';
import type { QuestionKind, QuestionView } from './question.ts';

/** Reads an untrusted answer for a question; names of parts, gaps and letters must be the question's own. */
export function readAnswer(question: QuestionView, input: unknown): ReadAnswer<QuestionKind> {
  const parsed = answerSchemas[question.kind].safeParse(input);
  if (!parsed.success) return { ok: false, field: parsed.error.issues[0]?.path.join('.') ?? '' };
  return fitAnswer(question, parsed.data);
}
