/** Small facts about answers, kept beside the card: what is the same, which state is newer. */
import type { Answer } from '../../../domain/answer.ts';
import type { PracticeState } from '../../../domain/practice.ts';

/** Of two states the newer one; equal versions leave what is shown as it is. */
export function newer(shown: PracticeState, arrived: PracticeState): PracticeState {
  return arrived.version > shown.version ? arrived : shown;
}

/** Whether two answers say the same; fields left empty count as missing, and so do blanks around what is written. */
export function sameAnswer(one: Answer, other: Answer | null | undefined): boolean {
  return other !== null && other !== undefined && essence(one) === essence(other);
}

function essence(answer: Answer): string {
  const fields = Object.entries(answer).map(([field, value]: [string, unknown]) => [field, filled(value)] as const);
  // the database gives them back in an order of its own
  return JSON.stringify(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A field of an answer; of one with names those that are filled, in one order. */
function filled(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .filter(([, text]) => text !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Where in the page stands what is said to the answer to a question. @param question its id */
export const saidOf = (question: string): string => `${question}-said`;
