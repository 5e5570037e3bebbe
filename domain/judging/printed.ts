/** What a submission prints, as far as somebody can read it. */
import type { Feedback, TestOutcome } from '../results/verdict.ts';
import { say } from './codes.ts';

/** Characters of one test; a sandbox keeps one more of each call, so that what was cut is known. */
export const MOST_PRINTED = 10_000;

/** The test with what it printed, cut where it is too much, and told so. Nothing printed: as it was. */
export function withPrinted(test: TestOutcome, printed: string): TestOutcome {
  if (printed === '') return test;
  if (printed.length <= MOST_PRINTED) return { ...test, printed };
  const feedback: Feedback[] = [...test.feedback.filter(({ code }) => code !== TOLD.code), TOLD];
  return { ...test, printed: printed.slice(0, MOST_PRINTED), feedback };
}

const TOLD = say('printedTooMuch', { most: MOST_PRINTED });
