/** Reads answers that come from outside. */
import { answerSchemas } from './answer.ts';
import { fitAnswer, type ReadAnswer } from './answer-fit.ts';
import { tagged } from './documents/answer-steps.ts';
import { askedKind } from './kinds/asked.ts';
import type { QuestionKind, QuestionView } from './question.ts';

/** Reads an untrusted answer for a question; names of parts, gaps and letters must be the question's own. */
export function readAnswer(question: QuestionView, input: unknown): ReadAnswer<QuestionKind> {
  const parsed = answerSchemas[question.kind].safeParse(tagged(input));
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    // of another kind: what is missing is the field of this one
    return { ok: false, field: field === 'kind' ? askedKind(question).field : field };
  }
  return fitAnswer(question, parsed.data);
}
