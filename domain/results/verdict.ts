/**
 * Verdicts: what grading says of one submission.
 *
 * Glossary
 * - outcome: `graded` (there are points), `invalid` (could not be read: no attempt is spent), `failed` (our fault: retried).
 * - result: how a graded one ended; `undecided` earns nothing yet and loses nothing: a teacher decides. `received`: there is
 *   nothing to earn, and neither right nor wrong.
 * - feedback: a code of the message catalogue (`messages/en/feedback.json` or `maths.json`) with its parameters.
 */
import { z } from 'zod';
import { MOST_SIGNS, seenMisconception } from '../misconceptions/sign.ts';

/** Raised whenever the same submission may get another verdict than before. */
export const GRADER_VERSION = '4';

export const feedback = z.strictObject({
  /** dotted path in the catalogue: `feedback.wrongShape`, `maths.slip.sign` … */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Feedback = z.infer<typeof feedback>;

/** What a text may mean, where its notation has several common readings: typeset, and in plain text, by which it is chosen. */
const meaning = z.strictObject({ tex: z.string(), text: z.string() });

export const RESULTS = ['pass', 'partial', 'fail', 'undecided', 'error', 'timeout', 'memory', 'received'] as const;
export type Result = (typeof RESULTS)[number];

/** An error of the student's code: where, in the student's own lines (1-based). */
export const codeError = z.strictObject({
  type: z.string(),
  message: z.string(),
  line: z.number().int().nullable(),
  column: z.number().int().nullable(),
  /** the student's lines only */
  traceback: z.string(),
});
export type CodeError = z.infer<typeof codeError>;

const testOutcome = z.strictObject({
  id: z.string(),
  name: z.string(),
  visible: z.boolean(),
  /** null: undecided */
  passed: z.boolean().nullable(),
  points: z.number(),
  maxPoints: z.number(),
  feedback: z.array(feedback),
  /** how a maths part was read, typeset */
  readingTex: z.string().optional(),
  /** a maths part that can be read in several ways: these */
  readings: z.array(meaning).optional(),
  /** in the language's own notation */
  call: z.string().optional(),
  expected: z.string().optional(),
  got: z.string().optional(),
  printed: z.string().optional(),
  error: codeError.optional(),
  /** shown in place of call, expected and got when the test is hidden */
  hintHtml: z.string().optional(),
});
export type TestOutcome = z.infer<typeof testOutcome>;

export const verdict = z.strictObject({
  outcome: z.enum(['graded', 'invalid', 'failed']),
  result: z.enum(RESULTS),
  points: z.number(),
  maxPoints: z.number(),
  tests: z.array(testOutcome),
  /** about the whole answer: could not be read, out of time, NumPy missing … */
  feedback: z.array(feedback),
  /** groups answers that go wrong in the same way: equal signatures do the same */
  signature: z.string(),
  /** names of slips seen */
  slips: z.array(z.string()),
  /** misconceptions of the question that it shows; left out: none */
  misconceptions: z.array(seenMisconception).max(MOST_SIGNS).optional(),
  /** words of the question that are told of it, by their codes; left out: none */
  wrongWords: z.array(z.string()).max(MOST_SIGNS).optional(),
  /** a number that can be read in several ways: these */
  readings: z.array(meaning).optional(),
});
export type Verdict = z.infer<typeof verdict>;

/** Sums tests up: all passed, some, none; undecided wins over fail as long as nothing else decides. */
export function resultOf(tests: readonly TestOutcome[]): Result {
  if (tests.every((test) => test.passed === true)) return 'pass';
  if (tests.some((test) => test.passed === null)) return 'undecided';
  return tests.some((test) => test.passed === true) ? 'partial' : 'fail';
}
