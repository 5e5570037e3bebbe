/**
 * Grades pairs, at home and in a live round alike: each right one earns its share of the points. A wrong one takes nothing back: of
 * each prompt one answer is chosen, so that nobody gains by choosing more. Which pairs are wrong is not told, only how many are right:
 * who knew that would have the rest by trying.
 */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import type { QuestionOf } from '../../question.ts';
import type { Feedback, Verdict } from '../../results/verdict.ts';
import { pairNames } from './pairs.ts';

/** How many prompts have their right answer. */
function rightPairs({ prompts, key }: QuestionOf<'match'>, { pairs }: AnswerOf<'match'>): number {
  return prompts.filter(({ number }) => pairs[number] !== undefined && pairs[number] === key.pairs[number]).length;
}

/** Share of the pairs that are right, 0 … 1; a prompt without an answer is not. */
export const matchShare = (question: QuestionOf<'match'>, answer: AnswerOf<'match'>): number =>
  rightPairs(question, answer) / question.prompts.length;

/** How many pairs are right, where not all are. */
export function toldOfPairs(question: QuestionOf<'match'>, answer: AnswerOf<'match'>): Feedback[] {
  const [right, pairs] = [rightPairs(question, answer), question.prompts.length];
  return right === pairs ? [] : [say('matchPairs', { right, pairs })];
}

/** The prompts that have no answer. */
export const missingIn = (
  { prompts }: Pick<QuestionOf<'match'>, 'prompts'>,
  { pairs }: AnswerOf<'match'>,
): readonly string[] => prompts.map(({ number }) => number).filter((number) => pairs[number] === undefined);

/** Grades pairs: each right one earns its share. */
export function gradeMatch(question: QuestionOf<'match'>, answer: AnswerOf<'match'>): Verdict {
  const left = missingIn(question, answer).length;
  const common = { maxPoints: question.points, tests: [], slips: [] };
  const signature = pairNames(answer.pairs).join(' ');
  if (left > 0) {
    const feedback = [say('matchUnfinished', { left })];
    return { outcome: 'invalid', result: 'error', points: 0, ...common, feedback, signature };
  }
  const share = matchShare(question, answer);
  return {
    outcome: 'graded',
    result: share === 1 ? 'pass' : share > 0 ? 'partial' : 'fail',
    // hundredths, as they are shown
    points: Math.round(question.points * share * 100) / 100,
    ...common,
    feedback: toldOfPairs(question, answer),
    signature: share === 1 ? 'pass' : signature,
  };
}
