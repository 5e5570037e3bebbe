/** What questions whose answer is run have in common: their language, their tests, and what these call and expect. */
import { z } from 'zod';
import { commonKey, html, identifier, points } from '../common/document.ts';
import { numbers, plain } from '../common/plain.ts';

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
  /**
   * Of a hidden test whose inputs are drawn by the language of variants: what is drawn, and call and expectation as they are
   * written, with names in braces. `arguments` and `expect` are then those of one draw.
   */
  inputs: z
    .strictObject({
      /** as JSON: a database keeps no order of fields, and what is drawn below may depend on what is drawn above */
      parameters: z.string(),
      call: z.array(z.unknown()).max(8),
      expect: z.unknown(),
    })
    .optional(),
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

export const codeView = {
  language: z.enum(['python', 'javascript']),
  /** name of the function that is called */
  entry: z.string(),
  examples: z.array(example),
  hiddenTests: z.number().int().min(0),
};

export const codeKey = {
  ...commonKey,
  tests: z.array(codeTest).min(1),
  /** complete source that earns full marks */
  solution: z.string(),
};
