/**
 * Judges a run of a submission: each test's reports against what is expected, outside the sandbox.
 *
 * A test passes when all its draws pass; the first draw that does not is told of.
 */
import type { CodeTest } from '../kinds/code/document.ts';
import type { CodeError, Feedback, TestOutcome } from '../results/verdict.ts';
import { callText } from './call-text.ts';
import { type Slip, say, type TestCode } from './codes.ts';
import { compare, compareParts, type Expected } from './compare.ts';
import { decimalComma } from './decimal-comma.ts';
import { errorFeedback, inWords, isMemoryError, type Written } from './errors.ts';
import { type Language, shapeText, valueText } from './notation.ts';
import { isNumeric, numericOf } from './numeric.ts';
import { withPrinted } from './printed.ts';
import type { CallArgument, CallReport, Ending, Reported } from './report.ts';
import { returnedInstead } from './returned.ts';
import { isDerivative } from './slip-derivative.ts';
import { findSlip } from './slips.ts';
import { DEFAULT_TOLERANCE, DERIVATIVE_TOLERANCE, type Tolerance } from './tolerance.ts';
import { itemsAlongFirstAxis } from './unordered.ts';

/** One draw of a test: the call, and what came of it. `report` undefined: the run ended before or in it. */
export interface Draw {
  /** the test with what was drawn for it, where its call is written with names of values */
  as?: CodeTest;
  arguments: CallArgument[];
  expected: Expected;
  report: CallReport | undefined;
}

export interface Judged {
  outcome: TestOutcome;
  /** why it failed: by an error of the code, by how the run ended, or by a wrong value */
  failure: 'error' | 'memory' | 'ended' | 'wrong' | null;
  slip: Slip | null;
  /** the first of its draws was right */
  begins: boolean;
}

export interface JudgeContext extends Written {
  entry: string;
  /** how the run ended, for calls that have no report */
  ending: Ending;
}

/** Where a test does not say: looser for derivatives, which submissions take by finite differences. */
function toleranceOf(test: CodeTest): Tolerance {
  return test.tolerance ?? (test.expect.type === 'derivative' ? DERIVATIVE_TOLERANCE : DEFAULT_TOLERANCE);
}

export function judgeTest(test: CodeTest, draws: readonly Draw[], context: JudgeContext): Judged {
  const printed = draws.map((draw) => draw.report?.printed ?? '').join('');
  const judgements = draws.map((draw) => judgeDraw(test, draw, context));
  const index = judgements.findIndex((judgement) => judgement !== null);
  const told = Math.max(index, 0);
  const judgement = withSureSlip(judgements[told] ?? null, judgements);
  const parts = judgement?.failure === 'wrong' ? partsFeedback(test, draws, context) : [];
  const draw = draws[told];
  const passed = index < 0 && draws.length > 0;
  const outcome: TestOutcome = {
    id: test.id,
    name: test.name,
    visible: test.visible,
    passed,
    points: passed ? test.points : 0,
    maxPoints: test.points,
    feedback: [...(judgement?.feedback ?? []), ...parts],
    ...(draw ? { call: callText(context.entry, draw.arguments, (draw.as ?? test).arguments, context.language) } : {}),
    ...(draw ? { expected: expectedText(draw.expected, context.language) } : {}),
    ...(draw?.report?.ok ? { got: valueText(draw.report.value, context.language) } : {}),
    ...(judgement?.error ? { error: judgement.error } : {}),
    ...(!passed && test.hintHtml !== undefined ? { hintHtml: test.hintHtml } : {}),
  };
  return {
    // hidden inputs must not leak by printing
    outcome: test.visible ? withPrinted(outcome, printed) : outcome,
    failure: judgement?.failure ?? null,
    slip: judgement?.slip ?? null,
    begins: judgements[0] === null,
  };
}

/** Of several returned values: which are right in every draw, and which are not. Nothing where it is all or none. */
function partsFeedback(test: CodeTest, draws: readonly Draw[], { language }: JudgeContext): Feedback[] {
  const comparing = { tolerance: toleranceOf(test), language, unordered: test.unordered };
  const byDraw = draws.flatMap(({ expected, report }) => {
    const parts = report?.ok ? compareParts(expected, report.value, comparing) : null;
    return parts ? [parts] : [];
  });
  const [first = []] = byDraw;
  if (byDraw.some((parts) => parts.length !== first.length)) return [];
  const areRight = first.map((_, index) => byDraw.every((parts) => parts[index] === true));
  const numbers = (right: boolean): number[] => areRight.flatMap((one, index) => (one === right ? [index + 1] : []));
  const [right, wrong] = [numbers(true), numbers(false)];
  if (right.length === 0 || wrong.length === 0) return [];
  const text = { right: right.join(', '), wrong: wrong.join(', ') };
  return [say('someRight', { ...text, rights: right.length, wrongs: wrong.length })];
}

interface Judgement {
  feedback: Feedback[];
  failure: NonNullable<Judged['failure']>;
  slip?: Slip;
  error?: CodeError;
}

/** A slip that explains one draw and not the others that fail was none. */
function withSureSlip(told: Judgement | null, all: readonly (Judgement | null)[]): Judgement | null {
  if (told?.slip === undefined || told.slip === 'changedInput') return told;
  const isSure = all.every((other) => other === null || other.failure !== 'wrong' || other.slip === told.slip);
  if (isSure) return told;
  const { slip, feedback, ...rest } = told;
  return { ...rest, feedback: feedback.filter(({ code }) => code !== `feedback.slip.${slip}`) };
}

/** Null: right. */
function judgeDraw(
  whole: CodeTest,
  { as: test = whole, arguments: given, expected, report }: Draw,
  context: JudgeContext,
): Judgement | null {
  if (report === undefined) return { feedback: [say(NOT_RUN[context.ending])], failure: 'ended' };
  if (!report.ok) return judgeError(inWords(report.error), context, given.length);
  const tolerance = toleranceOf(test);
  const difference = compare(expected, report.value, {
    tolerance,
    language: context.language,
    unordered: test.unordered,
  });
  if (difference === null) {
    const changes = !test.mayChangeInputs && report.changed.some(Boolean);
    return changes
      ? { feedback: [say('changedInput', { language: context.language })], failure: 'wrong', slip: 'changedInput' }
      : null;
  }
  const { source, language } = context;
  const told = returnedInstead(difference, { got: report.value, expected, printed: report.printed, source, language });
  const wanted = expected.type === 'value' ? expected.value : undefined;
  const comma = isOfTwoValues(report.value, wanted, language) ? decimalComma(source, language) : null;
  // what came of a comma is no slip, whatever it looks like
  const slip = comma === null && expected.type === 'value' ? slipOf(test, given, expected.value, report) : null;
  return {
    feedback: [told, ...(slip ? [say(`slip.${slip}`, { language })] : []), ...(comma ? [comma] : [])],
    failure: 'wrong',
    ...(slip ? { slip } : {}),
  };
}

/** A comma for a point makes two values in Python, more than are asked for; in JavaScript the second alone is left. */
function isOfTwoValues(got: Reported, wanted: Reported | undefined, language: Language): boolean {
  if (language !== 'python') return got.t === 'float';
  return got.t === 'tuple' && itemsAlongFirstAxis(got)?.length !== (wanted && itemsAlongFirstAxis(wanted)?.length);
}

function slipOf(
  test: CodeTest,
  given: readonly CallArgument[],
  expected: Reported,
  { value: got, changed }: Extract<CallReport, { ok: true }>,
): Slip | null {
  const truth = numericOf(expected);
  const derives = isNumeric(truth) && isDerivative(test.arguments, given, truth.data);
  return findSlip({ expected, got, arguments: given, changed, tolerance: toleranceOf(test), derives });
}

const NOT_RUN: Record<Ending, TestCode> = {
  finished: 'notRun',
  timeout: 'testTimeout',
  cpu: 'testTimeout',
  promises: 'testTimeout',
  memory: 'testMemory',
  died: 'testDied',
};

function judgeError(error: CodeError, written: Written, given: number): Judgement {
  return { feedback: errorFeedback(error, written, given), failure: isMemoryError(error) ? 'memory' : 'error', error };
}

function expectedText(expected: Expected, language: Language): string {
  if (expected.type === 'value') return valueText(expected.value, language);
  return expected.shapes.map((shape) => shapeText(shape, language)).join(', ');
}
