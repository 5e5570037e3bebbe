/**
 * What a rehearsal player answers: some right, some as students go wrong, so that a teacher sees the whole flow before
 * the class comes. Pure; drawn from a random source.
 */
import type { Answer } from '../answer.ts';
import { kindOf } from '../kinds/kinds.ts';
import type { Question } from '../question.ts';

/** Most rehearsal players in a room. */
export const MOST_REHEARSAL = 30;
/** Of so many answers one is right. */
const SHARE_RIGHT = 0.6;

/** An answer, and after which share of the time it is sent. @param random uniform in [0, 1) */
export function rehearsalAnswer(question: Question, random: () => number): { answer: Answer; after: number } {
  const right = random() < SHARE_RIGHT;
  return { answer: kindOf(question).live.rehearse(question, right, random), after: 0.1 + 0.6 * random() };
}
