/** Looks for `npm run lesson -- check`: right answers are graded here, code is run in sandboxes of its own. */
import type { Run } from '../../domain/lesson/check/code.ts';
import { lookedAt, type WrongVariant, wrongVariant } from '../../domain/lesson/variants.ts';
import type { Question } from '../../domain/question.ts';
import type { Grader } from '../../workers/grade.ts';

/** The first variant of a question that is wrong. */
export async function answersHere(question: Question): Promise<WrongVariant | null> {
  const most = lookedAt(question);
  return wrongVariant(question, { from: 0, to: most, most });
}

/** A fault is told as the pool tells it, where it has tried often enough. */
export function runsWith(grader: Grader): Run {
  return async ({ question, answer }) => {
    try {
      return await grader.grade(question, answer, { seed: 'check', mode: 'submit' });
    } catch {
      // the command tells it with the question that it was of, as one that was not graded
      const { points: maxPoints } = question;
      const feedback = [{ code: 'feedback.graderFailed', params: {} }];
      return {
        outcome: 'failed',
        result: 'error',
        points: 0,
        maxPoints,
        tests: [],
        feedback,
        signature: '',
        slips: [],
      };
    }
  };
}
