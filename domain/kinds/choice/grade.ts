/**
 * Grades a choice, at home and in a live round alike. Of several right options each earns a share and a wrong one takes a
 * share back, never below 0; or, where the author says so, all of them and no other earn the points, or each option what it is
 * worth by itself.
 */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import type { QuestionOf } from '../../question.ts';
import type { Verdict } from '../../results/verdict.ts';

/** Share of a choice that is right, 0 … 1. */
export function choiceShare(
  { credit, key }: Pick<QuestionOf<'choice'>, 'credit' | 'key'>,
  choices: readonly string[],
): number {
  if (credit === 'weights') {
    const worth = [...new Set(choices)].reduce((sum, letter) => sum + (key.weights?.[letter] ?? 0), 0);
    // thirds do not add up to one
    return worth > 1 - 1e-3 ? 1 : Math.max(0, worth);
  }
  const [only, ...more] = choices;
  const least = key.correct.length;
  // most answers are one letter, and a full room sends many
  if (more.length === 0)
    return key.correct.includes(only ?? '') && (least === 1 || credit === 'shares') ? 1 / least : 0;
  const correct = new Set(key.correct);
  const picked = new Set(choices);
  const right = [...picked].filter((letter) => correct.has(letter)).length;
  const wrong = picked.size - right;
  if (credit !== 'shares') return right === correct.size && wrong === 0 ? 1 : 0;
  return Math.max(0, (right - wrong) / correct.size);
}

/** Grades a choice; what names an option that is not there, or too many, spends no attempt. */
export function gradeChoice(question: QuestionOf<'choice'>, { choices }: AnswerOf<'choice'>): Verdict {
  const chosen = [...new Set(choices)].sort();
  const known = new Set(question.options.map((option) => option.letter));
  const stranger = chosen.find((letter) => !known.has(letter));
  const tooMany = !question.multiple && chosen.length > 1;
  const common = { maxPoints: question.points, tests: [], slips: [], signature: chosen.join('') };
  if (stranger !== undefined || tooMany || chosen.length === 0) {
    const feedback =
      stranger !== undefined ? say('unknownOption', { letter: stranger }) : say(tooMany ? 'oneOption' : 'noOption');
    return { outcome: 'invalid', result: 'error', points: 0, ...common, feedback: [feedback] };
  }
  const share = choiceShare(question, chosen);
  return {
    outcome: 'graded',
    result: share === 1 ? 'pass' : share > 0 ? 'partial' : 'fail',
    // hundredths, as they are shown
    points: Math.round(question.points * share * 100) / 100,
    ...common,
    feedback: [],
  };
}
