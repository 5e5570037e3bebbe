/** What of a verdict counts, and which of several does. */
import { z } from 'zod';
import { RESULTS } from '../domain/results/verdict.ts';

/** What of a stored verdict scores are made of. */
export const counted = z.object({
  outcome: z.enum(['graded', 'invalid', 'failed']),
  result: z.enum(RESULTS),
  points: z.number(),
  maxPoints: z.number(),
});

/** Of the verdicts of a submission, oldest first, the one that counts: a teacher's decision, else the newest. */
export function countingOf<V extends { grader: string }>(verdicts: readonly V[]): V | undefined {
  return verdicts.findLast((one) => one.grader === 'teacher') ?? verdicts.at(-1);
}
