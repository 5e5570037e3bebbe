/** What is known of an answer that is being written; without the schemas, which pages need not carry. */
import type { Answer } from './answer.ts';
import { fitAnswer } from './answer-fit.ts';
import { canonical } from './canonical.ts';
import { askedKind } from './kinds/asked.ts';
import type { QuestionView } from './question.ts';

/**
 * Whether two wordings ask the same of whoever answers: an answer to one of them is an answer to the other. Where it
 * stands and what it is called do not matter, nor what is told later; each word of it may, and each letter of its options.
 */
export function asksAlike(one: QuestionView, other: QuestionView): boolean {
  const asked = ({ number: _n, title: _t, hintCount: _h, seconds: _s, solutionAfter: _a, ...rest }: QuestionView) =>
    rest;
  return canonical(asked(one)) === canonical(asked(other));
}

/**
 * What of an answer to another wording can stand in this question's field: text says the same wherever it stands, a
 * letter does not.
 */
export function carryOver(question: QuestionView, given: Answer): Answer | undefined {
  if (!askedKind(question).carriesOver) return undefined;
  const fits = fitAnswer(question, given);
  return fits.ok ? fits.answer : undefined;
}
