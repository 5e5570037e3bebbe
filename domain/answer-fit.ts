/** Whether an answer fits a question; without the schemas, which pages need not carry. */
import type { Answer, AnswerOf } from './answer.ts';
import { askedKind } from './kinds/asked.ts';
import type { QuestionKind, QuestionView } from './question.ts';

export type ReadAnswer<K extends QuestionKind> = { ok: true; answer: AnswerOf<K> } | { ok: false; field: string };

/** Whether an answer that was parsed already is one to this question, with names of its own only. */
export function fitAnswer(question: QuestionView, given: Answer): ReadAnswer<QuestionKind> {
  const kind = askedKind(question);
  if (given.kind !== question.kind) return { ok: false, field: kind.field };
  const known = new Set(kind.namesIn?.(question));
  const stranger = kind.namesOf?.(given).find((name) => !known.has(name));
  return stranger === undefined ? { ok: true, answer: given } : { ok: false, field: stranger };
}
