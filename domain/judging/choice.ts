/** Grades a choice: all or nothing, with several right ones too. */
import type { AnswerOf } from '../answer.ts';
import type { QuestionOf } from '../question.ts';
import type { Verdict } from '../verdict.ts';
import { say } from './codes.ts';

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
  const right = chosen.join() === [...question.key.correct].sort().join();
  return {
    outcome: 'graded',
    result: right ? 'pass' : 'fail',
    points: right ? question.points : 0,
    ...common,
    feedback: [],
  };
}
