/**
 * Questions: the one object that serves practice, homework and the live round.
 *
 * Glossary
 * - question: an exercise or a check of a lesson. It has a `kind`, public fields, and a `key`.
 * - key: everything that must never reach a student before its time: right answers, tests, solution, hints, explanation.
 * - view (`QuestionView`): a question without its key; the only form that pages and players are sent.
 * - test: one call of a student's function (or one part, for maths), worth points; visible tests are shown as examples.
 * - part: one field of a maths question; gap: one hole of a `blanks` question.
 *
 * These schemas are what the lesson format compiles to, and what `npm run grade` accepts as an inline exercise.
 * HTML in here was rendered and sanitised by the lesson compiler.
 */

import { z } from 'zod';
import { LONGEST_TEXT } from './longest-text.ts';
import { mathsTruth } from './maths/truth.ts';

export const identifier = z.string().regex(/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/i, 'letters, digits, - and _ only');
const html = z.string();
const points = z.number().min(0).max(1000);

/** Plain data as JSON knows it: what a lesson can write down as an input or an expected value. */
export type Plain = number | string | boolean | null | Plain[];
export const plain: z.ZodType<Plain> = z.lazy(() =>
  z.union([z.number(), z.string(), z.boolean(), z.null(), z.array(plain)]),
);

/** Nested lists of numbers: a vector, matrix or tensor. */
export type Numbers = number | Numbers[];
export const numbers: z.ZodType<Numbers> = z.lazy(() => z.union([z.number(), z.array(numbers)]));

/** One argument of a call. In Python `array` and drawn arrays are NumPy arrays; in JavaScript they are nested arrays. */
const testArgument = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('value'), value: plain }),
  z.strictObject({ type: z.literal('array'), values: numbers, dtype: z.enum(['float64', 'int64']).default('float64') }),
  /** A function the submission may call: takes a vector of `variables`, gives a vector (or, for `number`, one value). */
  z.strictObject({
    type: z.literal('formula'),
    formulas: z.array(z.string()).min(1).max(16),
    variables: z.array(identifier).min(1).max(16),
    gives: z.enum(['array', 'number']).default('array'),
  }),
  /** Uniform in [low, high), drawn per submission from its stored seed; `shape: []` is a plain number. */
  z.strictObject({
    type: z.literal('draw'),
    shape: z.array(z.number().int().min(1).max(64)).max(3),
    low: z.number(),
    high: z.number(),
    integer: z.boolean().default(false),
  }),
]);
export type TestArgument = z.infer<typeof testArgument>;

/** Where the truth of a test comes from. `of` and `at` are positions of arguments. */
const expectation = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('value'), value: plain }),
  /** the lesson's own solution, run in a sandbox of its own */
  z.strictObject({ type: z.literal('solution') }),
  /** the checker's automatic differentiation: Jacobian (vector formula) or gradient (one formula) of argument `of` at argument `at` */
  z.strictObject({
    type: z.literal('derivative'),
    of: z.number().int().min(0),
    at: z.number().int().min(0),
    gives: z.enum(['jacobian', 'gradient']),
  }),
  /**
   * A formula of scalars, vectors and matrices over the named arguments (null: not named): its value, its derivatives by
   * `by` (times `upstream`, in their own shapes), or its Jacobian by one of them. By the checker's reverse mode.
   */
  z.strictObject({
    type: z.literal('matrix'),
    formula: z.string().min(1).max(2_000),
    names: z.array(identifier.nullable()).min(1).max(8),
    gives: z.enum(['value', 'gradients', 'jacobian']),
    by: z.array(identifier).max(8),
    /** one derivative alone, not a tuple of them */
    alone: z.boolean().default(false),
    upstream: identifier.optional(),
  }),
  /** only the shapes of what is returned (a tuple or list of arrays) */
  z.strictObject({ type: z.literal('shapes'), shapes: z.array(z.array(z.number().int().min(0))).min(1) }),
]);
export type Expectation = z.infer<typeof expectation>;

export const codeTest = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  visible: z.boolean(),
  points,
  /** how often drawn inputs are drawn anew; the test passes when all draws pass */
  draws: z.number().int().min(1).max(20).default(1),
  arguments: z.array(testArgument).max(8),
  expect: expectation,
  /** |got − expected| ≤ absolute + relative·|expected|, or so many units in the last place */
  tolerance: z
    .union([
      z.strictObject({ absolute: z.number().min(0), relative: z.number().min(0) }),
      z.strictObject({ ulp: z.number().int().min(0).max(1e6) }),
    ])
    .optional(),
  /** what is returned may come in any order (along its first axis) */
  unordered: z.boolean().optional(),
  /** the submission may change its inputs without failing */
  mayChangeInputs: z.boolean().default(true),
  /** what a student is told when this test fails and its inputs are hidden */
  hintHtml: html.optional(),
});
export type CodeTest = z.infer<typeof codeTest>;

/** A visible test as students see it: the call and what it must give, in the language's own notation. */
const example = z.strictObject({
  id: identifier,
  name: z.string(),
  /** the call; functions that are handed in are told on lines of their own */
  call: z.string(),
  expected: z.string(),
  /** `shapes`: only the shapes must fit, and `expected` tells them */
  what: z.enum(['value', 'shapes']).default('value'),
  points,
});
export type Example = z.infer<typeof example>;

const commonView = {
  id: identifier,
  role: z.enum(['exercise', 'check']),
  /** 1, 2, 3 … among the exercises, or among the checks, of its lesson */
  number: z.number().int().min(1),
  title: z.string().min(1),
  points,
  promptHtml: html,
  hintCount: z.number().int().min(0),
  /** how many submissions count; null: as many as one likes */
  attempts: z.number().int().min(1).nullable(),
  /** the solution is shown once passed, or after so many submissions; null: only once passed */
  solutionAfter: z.number().int().min(1).nullable(),
  /** points off for each attempt spent before, and for each hint that was open; left out: none */
  costs: z.strictObject({ attempt: points, hint: points }).optional(),
  /** seconds in a live round */
  seconds: z.number().int().min(5).max(600),
};
const commonKey = {
  hints: z.array(html),
  solutionHtml: html.nullable(),
  /** why the answer is right; shown after answering and at the reveal */
  explanationHtml: html.nullable(),
};
const codeView = {
  language: z.enum(['python', 'javascript']),
  /** name of the function that is called */
  entry: z.string(),
  examples: z.array(example),
  hiddenTests: z.number().int().min(0),
};
const codeKey = {
  ...commonKey,
  tests: z.array(codeTest).min(1),
  /** complete source that earns full marks */
  solution: z.string(),
};

const choiceQuestion = z.strictObject({
  kind: z.literal('choice'),
  ...commonView,
  options: z
    .array(z.strictObject({ letter: z.string().regex(/^[A-F]$/), html }))
    .min(2)
    .max(6),
  multiple: z.boolean(),
  /**
   * Of several right options: `shares` gives a share of the points for each, a wrong one takes a share back, never below
   * 0; `all` gives points for all of them and no other. Left out: `all`.
   */
  credit: z.enum(['shares', 'all']).optional(),
  key: z.strictObject({
    ...commonKey,
    correct: z.array(z.string().regex(/^[A-F]$/)).min(1),
    /** why one picks a wrong option, by its letter */
    notes: z.record(z.string(), html),
  }),
});

/** Euler's number is in play: it is asked whether `2e-1` is 2·e − 1. Left out: where a formula of the prompt has an e. */
const euler = z.boolean().optional();

const numberQuestion = z.strictObject({
  kind: z.literal('number'),
  ...commonView,
  unit: z.string().nullable(),
  euler,
  key: z.strictObject({
    ...commonKey,
    value: z.number(),
    tolerance: z.strictObject({ absolute: z.number().min(0), relative: z.number().min(0) }),
  }),
});

const shortText = z.string().min(1).max(LONGEST_TEXT);

export const textQuestion = z.strictObject({
  kind: z.literal('text'),
  ...commonView,
  key: z.strictObject({
    ...commonKey,
    /** what is right; the first is what is shown as the answer */
    accept: z.array(shortText).min(1).max(20),
    capitals: z.boolean(),
    /** slips of the pen that are forgiven */
    typos: z.number().int().min(0).max(3),
    /** wrong texts that students write, and what to tell then: as plain text, and typeset */
    notes: z.array(z.strictObject({ text: shortText, words: z.string().min(1).max(500), html })).max(10),
  }),
});

/** Items to be put in order; their letters say how they are shown, and nothing of the order. */
export const orderQuestion = z.strictObject({
  kind: z.literal('order'),
  ...commonView,
  items: z
    .array(z.strictObject({ letter: z.string().regex(/^[A-F]$/), html }))
    .min(2)
    .max(6),
  key: z.strictObject({
    ...commonKey,
    /** the right place of each item, from 1, by its letter; items that share a place may stand either way */
    places: z.record(z.string(), z.number().int().min(1).max(6)),
  }),
});

/** How the answer to one part of a maths question is checked; what is left out is as usual. */
export const mathsChecking = z.strictObject({
  /** forgives a difference of half a unit of this decimal: 3 is ±0.0005 */
  decimals: z.number().int().min(0).max(12).optional(),
  /** an answer that is undefined where the truth is defined is wrong */
  strict: z.boolean().optional(),
  /** the lesson's own slips: a formula that a student may arrive at, and what to tell then */
  slips: z
    .array(z.strictObject({ expression: z.string().min(1).max(2_000), words: z.string().min(1).max(500) }))
    .max(10)
    .optional(),
});
export type MathsChecking = z.infer<typeof mathsChecking>;

export const mathsQuestion = z.strictObject({
  kind: z.literal('maths'),
  ...commonView,
  /** none: the answers are numbers */
  variables: z.array(identifier).max(16),
  /** variables known to be > 0 */
  positive: z.array(identifier),
  euler,
  parts: z
    .array(z.strictObject({ id: identifier, labelHtml: html, label: z.string(), points }))
    .min(1)
    .max(12),
  key: z.strictObject({
    ...commonKey,
    truths: z.record(z.string(), mathsTruth),
    /** by part; a part without is checked as usual */
    checking: z.record(z.string(), mathsChecking).optional(),
  }),
});

/** A piece of a `blanks` template: text that stands, or a gap to fill. */
const templatePiece = z.union([
  /** `html`: the same text, highlighted by the lesson compiler */
  z.strictObject({ text: z.string(), html: html.optional() }),
  z.strictObject({ gap: identifier, width: z.number().int().min(1).max(60) }),
]);
export type TemplatePiece = z.infer<typeof templatePiece>;

export const blanksQuestion = z.strictObject({
  kind: z.literal('blanks'),
  ...commonView,
  ...codeView,
  template: z.array(templatePiece).min(1),
  key: z.strictObject({ ...codeKey, gaps: z.record(z.string(), z.string()) }),
});

export const functionQuestion = z.strictObject({
  kind: z.literal('function'),
  ...commonView,
  ...codeView,
  starter: z.string(),
  key: z.strictObject(codeKey),
});

export const question = z.discriminatedUnion('kind', [
  choiceQuestion,
  numberQuestion,
  textQuestion,
  orderQuestion,
  mathsQuestion,
  blanksQuestion,
  functionQuestion,
]);
/** A question with its key: server and workers only. */
export type Question = z.infer<typeof question>;
export type QuestionKind = Question['kind'];
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>;

type WithoutKey<Q> = Q extends { key: unknown } ? Omit<Q, 'key'> : never;
/** A question as students and players get it: this type cannot hold a key. */
export type QuestionView = WithoutKey<Question>;
export type QuestionViewOf<K extends QuestionKind> = Extract<QuestionView, { kind: K }>;
export type QuestionKey = Question['key'];

/** Splits off the key. */
export function viewOf(whole: Question): QuestionView {
  const { key: _key, ...view } = whole;
  return view;
}
