/**
 * What a player is told of their own answer once the key is open, where it is scored on the spot: how it was read, and why
 * it is wrong. Of maths and code the verdict says it.
 */
import type { Answer } from '../answer.ts';
import { kindOf } from '../kinds/kinds.ts';
import type { Question } from '../question.ts';
import type { Told } from './views.ts';

/** null: nothing is to be told beside the key. */
export function toldOf(question: Question, answer: Answer): Told | null {
  if (question.kind !== answer.kind) return null;
  const told: Told = { notes: [], tex: null, feedback: [], ...kindOf(question).live.told?.(question, answer) };
  return told.notes.length + told.feedback.length === 0 && told.tex === null ? null : told;
}
