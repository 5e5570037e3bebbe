/** Grades what was put into a plane: a value that is near enough, or a condition that holds. */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import type { QuestionOf } from '../../question.ts';
import type { Verdict } from '../../results/verdict.ts';
import { judgeOf } from './judge.ts';
import { readPut } from './put.ts';

/** The share of an answer, and the author's words on it; null: it cannot be read. */
export function earnedBy(question: QuestionOf<'point'>, answer: AnswerOf<'point'>) {
  const read = readPut(question, answer);
  return read.ok ? judgeOf(question).earned(read.put) : null;
}

/** Grades what was put: near enough to what is right, or meeting its condition; what cannot be read spends nothing. */
export function gradePoint(question: QuestionOf<'point'>, answer: AnswerOf<'point'>): Verdict {
  const read = readPut(question, answer);
  const common = { maxPoints: question.points, tests: [], slips: [] };
  if (!read.ok)
    return { outcome: 'invalid', result: 'error', points: 0, ...common, feedback: [read.feedback], signature: '' };
  const { share, other } = judgeOf(question).earned(read.put);
  return {
    outcome: 'graded',
    result: share === 1 ? 'pass' : share > 0 ? 'partial' : 'fail',
    // hundredths, as they are shown
    points: Math.round(question.points * share * 100) / 100,
    ...common,
    feedback: other?.note === undefined ? [] : [say('textNote', { words: other.note.words })],
    signature: share === 1 ? 'pass' : read.put.label,
  };
}
