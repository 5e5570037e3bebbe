/** Scores: what counts of the submissions to one question. Pure, so that scores can be computed anew at any time. */
import type { Result, Verdict } from './verdict.ts';

/** A submission with the verdict that counts for it (a teacher's decision before the grader's). */
export interface GradedSubmission {
  submissionId: string;
  outcome: Verdict['outcome'];
  result: Result;
  points: number;
  maxPoints: number;
}

export interface ScoreOfQuestion {
  points: number;
  maxPoints: number;
  result: Result;
  /** submissions that spent an attempt: graded ones; unreadable answers and faults of ours spend none */
  attempts: number;
  submissionId: string;
}

/**
 * The best graded submission counts, the first among equals. Undecided ones keep their question open: they win over a
 * fail, since a teacher may still give points.
 * @param graded in the order in which they were handed in
 * @returns undefined while nothing has been graded
 */
export function scoreOf(graded: readonly GradedSubmission[]): ScoreOfQuestion | undefined {
  const counted = graded.filter((one) => one.outcome === 'graded');
  let best: GradedSubmission | undefined;
  for (const one of counted) if (best === undefined || better(one, best)) best = one;
  if (best === undefined) return undefined;
  const { submissionId, points, maxPoints, result } = best;
  return { submissionId, points, maxPoints, result, attempts: counted.length };
}

function better(one: GradedSubmission, than: GradedSubmission): boolean {
  if (one.points !== than.points) return one.points > than.points;
  return one.result === 'undecided' && than.result !== 'undecided' && than.result !== 'pass';
}
