/**
 * Regrades: what a corrected lesson makes of answers that were handed in before. Pure: the report is computed from what
 * is stored, as often as somebody looks.
 *
 * Glossary
 * - item: one submission of the regrade, with the verdict that counted when it was made (`before`) and the proposed one.
 * - change: one student at one question, whose score would be (or became) another one.
 * - kept: a submission with a teacher's decision, which counts whatever a regrade proposes.
 */

import { z } from 'zod';
import { canonical } from '../canonical.ts';
import type { Question } from '../question.ts';
import { type Costs, FREE, type GradedSubmission, type ScoreOfQuestion, scoreOf } from '../results/score.ts';
import { RESULTS, type Result, type Verdict } from '../results/verdict.ts';

/** The part of a verdict that a score follows from. */
export const standing = z.strictObject({
  /** of the verdict, so that it can be told whether another one counts by now */
  verdictId: z.uuid(),
  outcome: z.enum(['graded', 'invalid', 'failed']),
  result: z.enum(RESULTS),
  points: z.number(),
  maxPoints: z.number(),
});
export type Proposed = Pick<Verdict, 'outcome' | 'result' | 'points' | 'maxPoints'>;

/** Why an item has no proposed verdict: its submission keeps the one it has. */
export const REGRADE_ERRORS = [
  'questionGone', // the corrected lesson does not ask it any more
  'answerDoesNotFit', // the question has other parts, gaps or options now, or is of another kind
  'graderFailed', // a fault of ours, after retries
] as const;
export type RegradeError = (typeof REGRADE_ERRORS)[number];

export type RegradeState = 'grading' | 'ready' | 'applied' | 'cancelled';

/** Derived from times and from how many items wait, so that it cannot contradict them. */
export function regradeState(of: { appliedAt: unknown; cancelledAt: unknown; waiting: number }): RegradeState {
  if (of.appliedAt !== null) return 'applied';
  if (of.cancelledAt !== null) return 'cancelled';
  return of.waiting > 0 ? 'grading' : 'ready';
}

/** A submission to a question of the regrade, whether it is an item of it or not. */
export interface ReportSubmission {
  userId: string;
  questionId: string;
  submissionId: string;
  /** hints that were open when it was handed in */
  hints: number;
  /** the same for versions that ask alike: domain/results/score.ts */
  asked?: string;
  /** the verdict that counted before; undefined while it has none */
  before: Proposed | undefined;
  /** undefined: no verdict is proposed, or it is no item */
  proposed: Proposed | undefined;
  /** a teacher has decided */
  kept: boolean;
}

export type ChangeKind = 'fewer' | 'undecided' | 'more' | 'other';
/** What must be looked at first comes first. */
const ORDER: readonly ChangeKind[] = ['fewer', 'undecided', 'more', 'other'];

/** A score as the report tells it; null where nothing is graded. */
export type ReportScore = { points: number; maxPoints: number; result: Result } | null;

export interface RegradeChange {
  userId: string;
  questionId: string;
  kind: ChangeKind;
  before: ReportScore;
  after: ReportScore;
}

export interface RegradeReport {
  /** students × questions with something to regrade, by what becomes of their score */
  counts: { unchanged: number; more: number; fewer: number; undecided: number; other: number };
  /** submissions whose points a teacher has decided */
  kept: number;
  /** fewer points first, then undecided, more, other; the largest difference first, then as they were given */
  changes: RegradeChange[];
}

/**
 * Before and after, by student and question. A change is one of scores, not of verdicts: a better second attempt that
 * stays the best one makes no change, whatever becomes of the first.
 * @param submissions in the order in which they were handed in, all those of a student to a question of the regrade
 * @param costsOf what attempts and hints cost in the corrected lesson
 */
export function regradeReport(
  submissions: readonly ReportSubmission[],
  costsOf: (questionId: string) => Costs = () => FREE,
): RegradeReport {
  const counts = { unchanged: 0, more: 0, fewer: 0, undecided: 0, other: 0 };
  const changes: RegradeChange[] = [];
  const places = Map.groupBy(submissions, (one) => JSON.stringify([one.userId, one.questionId]));
  for (const mine of places.values()) {
    const [first] = mine;
    if (first === undefined || !mine.some((one) => one.proposed !== undefined)) continue;
    const costs = costsOf(first.questionId);
    const before = scoreOf(
      mine.flatMap((one) => graded(one, one.before)),
      costs,
    );
    const after = scoreOf(
      mine.flatMap((one) => graded(one, one.kept ? one.before : (one.proposed ?? one.before))),
      costs,
    );
    const kind = changeOf(before, after);
    counts[kind ?? 'unchanged'] += 1;
    if (kind === undefined) continue;
    const { userId, questionId } = first;
    changes.push({ userId, questionId, kind, before: told(before), after: told(after) });
  }
  changes.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || difference(b) - difference(a));
  return { counts, kept: submissions.filter((one) => one.kept && one.proposed !== undefined).length, changes };
}

function graded({ submissionId, hints, asked }: ReportSubmission, counts: Proposed | undefined): GradedSubmission[] {
  return counts === undefined ? [] : [{ submissionId, hints, asked, ...counts }];
}

/** undefined: the same points of the same, with the same result. */
function changeOf(before: ScoreOfQuestion | undefined, after: ScoreOfQuestion | undefined): ChangeKind | undefined {
  if (after?.result === 'undecided' && before?.result !== 'undecided') return 'undecided';
  const [had, has] = [before?.points ?? 0, after?.points ?? 0];
  if (has !== had) return has > had ? 'more' : 'fewer';
  return before?.result === after?.result && before?.maxPoints === after?.maxPoints ? undefined : 'other';
}

function told(score: ScoreOfQuestion | undefined): ReportScore {
  return score === undefined ? null : { points: score.points, maxPoints: score.maxPoints, result: score.result };
}

function difference({ before, after }: RegradeChange): number {
  return Math.abs((after?.points ?? 0) - (before?.points ?? 0));
}

/**
 * Whether two versions of a question may grade the same answer differently. Where it stands in the lesson does not
 * matter; its words may, since a key that is right for one text may be wrong for another. What wrong answers reveal does not:
 * it gives and takes no points. Nor does how long a room has for it.
 */
export function gradesAlike(one: Question, other: Question | undefined): boolean {
  return other !== undefined && canonical(gradingOf(one)) === canonical(gradingOf(other));
}

function gradingOf({ key: { misconceptions: _revealed, ...key }, ...question }: Question): object {
  return { ...question, number: 0, seconds: 0, key };
}
