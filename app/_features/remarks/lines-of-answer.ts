/** The lines of an answer that one can speak of; none, where it was not written in lines. */
import type { Answer } from '../../../domain/answer.ts';
import { answerText, askedKind } from '../../../domain/kinds/asked.ts';
import { linesOf } from '../../../domain/remarks/remark.ts';

const NONE: readonly string[] = [];

export function linesOfAnswer(answer: Answer | undefined): readonly string[] {
  if (answer === undefined || !askedKind(answer).keepsLines) return NONE;
  return linesOf(answerText(answer));
}
