/** Takes in an answer to a question that has no key: it is received, unless there is nothing in it. */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import type { QuestionOf, QuestionViewOf } from '../../question.ts';
import type { Feedback, Verdict } from '../../results/verdict.ts';
import { isSaid, saidWords, sameWord } from './words.ts';

/** What an answer lacks, or has too much of; undefined: it can be taken. */
export function missingInOpen(
  { form, multiple }: Pick<QuestionViewOf<'open'>, 'form' | 'multiple'>,
  { choices, text, words }: AnswerOf<'open'>,
): Feedback | undefined {
  if (form === 'text') return isSaid(text) ? undefined : say('noText');
  if (form === 'cloud') return words.some(isSaid) ? undefined : say('noText');
  if (choices.length === 0) return say('noOption');
  return !multiple && choices.length > 1 ? say('oneOption') : undefined;
}

/** Receives an answer to a question that has no key. */
export function gradeOpen(question: QuestionOf<'open'>, answer: AnswerOf<'open'>): Verdict {
  const missing = missingInOpen(question, answer);
  const common = { points: 0, maxPoints: 0, tests: [], slips: [] };
  if (missing !== undefined)
    return { outcome: 'invalid', result: 'error', ...common, feedback: [missing], signature: '' };
  return {
    outcome: 'graded',
    result: 'received',
    ...common,
    feedback: [say('thanks')],
    signature: signatureOf(answer),
  };
}

/** Equal for answers that say the same. */
const signatureOf = ({ choices, text, words }: AnswerOf<'open'>): string =>
  [...choices.toSorted(), sameWord(text), ...saidWords(words).map(sameWord).toSorted()].join(' ').trim();
