/** Grades a lesson's own answers: the reference must earn full marks, whatever is drawn; the starter must not. */

import { askedKind } from '../../domain/kinds/asked.ts';
import type { Compiled } from '../../domain/lesson/compile.ts';
import { type LessonProblem, START } from '../../domain/lesson/problems.ts';
import type { Question } from '../../domain/question.ts';
import type { Verdict } from '../../domain/results/verdict.ts';
import type { Grader } from '../../workers/grade.ts';
import { wordsOf } from '../grading/words.ts';
import { referencesOf } from './references.ts';

/** The reference is graded on these draws: a tolerance that is too narrow shows itself. */
const SEEDS = ['one', 'two', 'three'];

export interface LessonGrading {
  problems: LessonProblem[];
  /** ids of the questions that could not be graded for want of NumPy: nothing is known of them */
  withoutNumpy: string[];
}

/** Grades all questions of a lesson. */
export async function gradeLesson(file: string, compiled: Compiled, grader: Grader): Promise<LessonGrading> {
  if (!compiled.ok) return { problems: [], withoutNumpy: [] };
  const { lesson, spots } = compiled;
  const found = await Promise.all(
    lesson.questions.map(async (question) => {
      const at = spots[question.id] ?? START;
      const told = await problemsOf(question, grader);
      return told === 'numpy missing' ? question.id : told.map((problem) => ({ file, ...at, ...problem }));
    }),
  );
  return {
    problems: found.flatMap((one) => (typeof one === 'string' ? [] : one)),
    withoutNumpy: found.filter((one) => typeof one === 'string'),
  };
}

type Told = Pick<LessonProblem, 'code' | 'params'>;

async function problemsOf(question: Question, grader: Grader): Promise<Told[] | 'numpy missing'> {
  const { id } = question;
  const { right, starter } = referencesOf(question);
  const told: Told[] = [];
  try {
    for (const seed of right === null ? [] : SEEDS) {
      const verdict = await grader.grade(question, right ?? { kind: 'choice', choices: [] }, { seed, mode: 'submit' });
      if (needsNumpy(verdict)) return 'numpy missing';
      if (isFull(verdict, question)) continue;
      const { points, result } = verdict;
      const params = { id, points, maxPoints: question.points, result, detail: detailOf(verdict) };
      told.push({ code: 'check.solution', params });
      break;
    }
    if (starter !== null) {
      const verdict = await grader.grade(question, starter, { seed: 'starter', mode: 'submit' });
      if (isFull(verdict, question)) told.push({ code: 'check.starter', params: { id } });
    }
  } catch (error) {
    told.push({ code: 'check.grader', params: { id, detail: error instanceof Error ? error.message : String(error) } });
  }
  return told;
}

function isFull(verdict: Verdict, question: Question): boolean {
  const full = askedKind(question).scored ? 'pass' : 'received';
  return verdict.outcome === 'graded' && verdict.result === full && verdict.points === question.points;
}

/** NumPy could not be had here (see docs): its exercises are not graded, which says nothing of the lesson. */
function needsNumpy(verdict: Verdict): boolean {
  return verdict.outcome === 'failed' && verdict.feedback.some(({ code }) => code === 'feedback.numpyMissing');
}

/** Why, in words: of the whole answer and of the tests that failed. */
function detailOf(verdict: Verdict): string {
  const failed = verdict.tests.filter((test) => test.passed !== true);
  return [wordsOf(verdict.feedback), ...failed.map((test) => `${test.name}: ${wordsOf(test.feedback)}`)]
    .join(' ')
    .trim();
}
