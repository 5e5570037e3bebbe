/** Which kinds wait for the pool; apart from the room, whose schemas pages need not carry. */
import type { Question } from '../question.ts';

/** Kinds that the pool grades; the others are scored on the spot. */
export function isPoolGraded(question: Pick<Question, 'kind'>): boolean {
  return question.kind === 'maths' || question.kind === 'blanks' || question.kind === 'function';
}
