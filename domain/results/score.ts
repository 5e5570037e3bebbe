/** Scores: what counts of the submissions to one question. Pure, so that scores can be computed anew at any time. */
import type { Result, Verdict } from './verdict.ts';

/** A submission with the verdict that counts for it (a teacher's decision before the grader's). */
export interface GradedSubmission {
  submissionId: string;
  outcome: Verdict['outcome'];
  result: Result;
  points: number;
  maxPoints: number;
  /** how many hints were open when it was handed in; unless told none */
  hints?: number;
  /** the same for versions of the question that grade alike: attempts at another one cost nothing here */
  asked?: string | undefined;
}

/** What attempts and hints take off a question's points. */
export interface Costs {
  /** for each attempt that was spent before */
  attempt: number;
  /** for each hint that was open */
  hint: number;
}
export const FREE: Costs = { attempt: 0, hint: 0 };

export interface ScoreOfQuestion {
  points: number;
  maxPoints: number;
  result: Result;
  /** submissions that spent an attempt */
  attempts: number;
  submissionId: string;
}

/**
 * Whether a submission spends an attempt. What could not be read, what nobody can decide yet, what is only received and
 * faults of ours spend none; what was refused was never stored.
 */
export function spendsAttempt({ outcome, result }: Pick<Verdict, 'outcome' | 'result'>): boolean {
  return outcome === 'graded' && result !== 'undecided' && result !== 'received';
}

/**
 * The best graded submission counts, the first among equals, each after what earlier attempts at what it
 * answered and its open hints cost, never below 0: a further attempt or hint cannot take away what is earned. Undecided ones keep their question
 * open: they win over a fail, since a teacher may still give points.
 * @param graded in the order in which they were handed in
 * @returns undefined while nothing has been graded, and where there are no points
 */
export function scoreOf(graded: readonly GradedSubmission[], costs: Costs = FREE): ScoreOfQuestion | undefined {
  let best: GradedSubmission | undefined;
  let attempts = 0;
  const spent = new Map<string | undefined, number>();
  for (const one of graded) {
    // what is only received is no score, not even one of nothing
    if (one.outcome !== 'graded' || one.result === 'received') continue;
    const counted = { ...one, points: afterCosts(one.points, spent.get(one.asked) ?? 0, one.hints ?? 0, costs) };
    if (best === undefined || better(counted, best)) best = counted;
    if (!spendsAttempt(one)) continue;
    attempts += 1;
    spent.set(one.asked, (spent.get(one.asked) ?? 0) + 1);
  }
  if (best === undefined) return undefined;
  const { submissionId, points, maxPoints, result } = best;
  return { submissionId, points, maxPoints, result, attempts };
}

/** Points that are left after `attempts` spent before and `hints` open, at least 0; tenths stay tenths. */
export function afterCosts(points: number, attempts: number, hints: number, costs: Costs): number {
  const left = points - attempts * costs.attempt - hints * costs.hint;
  return Math.max(0, Math.round(left * 1e6) / 1e6);
}

function better(one: GradedSubmission, than: GradedSubmission): boolean {
  if (one.points !== than.points) return one.points > than.points;
  return one.result === 'undecided' && than.result !== 'undecided' && than.result !== 'pass';
}
