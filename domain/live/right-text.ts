/** What is right, in one line. */
import { orderText } from '../judging/order.ts';
import type { Question } from '../question.ts';

/** What is right, as one writes it; null for kinds that show it in their own way. */
export function rightText(question: Question): string | null {
  switch (question.kind) {
    case 'number':
      return String(question.key.value);
    case 'text':
      return question.key.accept[0] ?? null;
    case 'order':
      return orderText(question.key);
    default:
      return null;
  }
}
