/** The verdict on what the maths checker could not decide: a teacher may, and it can be graded again. */
import type { Verdict } from '../../domain/results/verdict.ts';

export const UNDECIDED: Verdict = {
  outcome: 'graded',
  result: 'undecided',
  points: 0,
  maxPoints: 3,
  tests: [],
  feedback: [],
  signature: 'undecided',
  slips: [],
};
