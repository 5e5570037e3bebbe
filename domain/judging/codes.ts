/** The codes of feedback on code, choices and numbers; their words are in messages/en/feedback.json. */
import type { Feedback } from '../verdict.ts';

/** Told of one test. Each has a sibling `…Hidden` in the catalogue, without values, for hidden tests. */
export const TEST_CODES = [
  'returnsNothing',
  'printedNotReturned',
  'asyncFunction',
  'notNumber',
  'nothingThere',
  'oneNumber',
  'wrongDtype',
  'wrongType',
  'wrongCount',
  'ragged',
  'tooLong',
  'wrongShape',
  'wrongValue',
  'notAmong',
  'notFinite',
  'wrongWord',
  'changedInput',
  'raised',
  'tooDeep',
  'inputCalled',
  'exitCalled',
  'starMissing',
  'notCode',
  'caret',
  'unreadable',
  'testTimeout',
  'testMemory',
  'testDied',
  'notRun',
  'partEmpty',
  'witness',
  'printedTooMuch',
] as const;

/** Known slips in code and numbers; `slip.…` and `slip.…Hidden` in the catalogue. */
export const SLIPS = [
  'transposed',
  'flattened',
  'extraAxis',
  'missingAxis',
  'broadcast',
  'ascent',
  'sign',
  'notDivided',
  'doubled',
  'halved',
  'centralByH',
  'forwardByTwoH',
  'factor',
  'meanNotSum',
  'sumNotMean',
  'wrongAxis',
  'wrongOrder',
  'truncated',
  'overflow',
  'integerStep',
  'lowPrecision',
  'reversed',
  'changedInput',
] as const;

/** Told of a whole answer. */
export const WHOLE_CODES = [
  'timeout',
  'cpuTime',
  'endlessPromises',
  'memory',
  'died',
  'missingFunction',
  'numpyMissing',
  'failed',
  'unknownField',
  'unknownExercise',
  'badExercise',
  'badLine',
  'nothingToRun',
  'unknownOption',
  'oneOption',
  'noOption',
  'notANumber',
  'thousands',
  'zeroDivision',
  'noText',
  'spelling',
  'textNote',
  'orderUnfinished',
  'orderPairs',
  'nothingFilled',
  'partUnreadable',
  'undecided',
  'gapEmpty',
  'gapLines',
  'gapOpenText',
  'gapStatement',
  'gapComment',
  'gapBrackets',
  'passed',
  'wrong',
] as const;

export type TestCode = (typeof TEST_CODES)[number];
export type Slip = (typeof SLIPS)[number];
export type Code = TestCode | (typeof WHOLE_CODES)[number] | `slip.${Slip}`;

export function say(code: Code, params: Feedback['params'] = {}): Feedback {
  return { code: `feedback.${code}`, params };
}
