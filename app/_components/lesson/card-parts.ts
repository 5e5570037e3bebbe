/** Small facts about answers, kept beside the card: what is the same, which state is newer. */
import type { Answer } from '../../../domain/answer.ts';
import type { QuestionState } from './card-types.ts';

/** Of two states the newer one; equal versions leave what is shown as it is. */
export function newer(shown: QuestionState, arrived: QuestionState): QuestionState {
  return arrived.version > shown.version ? arrived : shown;
}

/** Whether two answers say the same; fields left empty count as missing. */
export function sameAnswer(one: Answer, other: Answer | null | undefined): boolean {
  return other !== null && other !== undefined && essence(one) === essence(other);
}

function essence(answer: Answer): string {
  const [field] = Object.entries(answer);
  const value: unknown = field?.[1];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(
    Object.entries(value)
      .filter(([, text]) => text !== '')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
