/** What a test expects of one call: a value of the lesson, what the lesson's own solution gave, or a derivative. */

import type { CodeTest } from '../kinds/code/document.ts';
import type { Plain } from '../kinds/common/plain.ts';
import type { Expected } from './compare.ts';
import { formulasOf } from './formula-function.ts';
import { matrixTruth } from './matrix-truth.ts';
import { valueText } from './notation.ts';
import type { CallArgument, CallReport, Reported } from './report.ts';

/**
 * Throws where the lesson's own solution did not answer, where its answer is one that nobody's could agree with, or where the
 * test does not fit its arguments: faults of ours, not a student's.
 */
export function expectedOf(test: CodeTest, given: readonly CallArgument[], solution: CallReport | undefined): Expected {
  const expected = unchecked(test, given, solution);
  if (expected.type === 'value' && !isComparable(expected.value))
    throw new Error(`test ${test.id} expects what cannot be compared: ${valueText(expected.value, 'python')}`);
  return expected;
}

/** NaN agrees with nothing; of an object, and of what is far too long, nothing is known. */
function isComparable(value: Reported): boolean {
  switch (value.t) {
    case 'object':
    case 'huge':
      return false;
    case 'float':
      return value.v !== 'nan' && !Number.isNaN(value.v);
    case 'array':
      return value.words !== undefined || value.v?.every((one) => one !== 'nan' && !Number.isNaN(one)) === true;
    case 'list':
    case 'tuple':
      return value.v.every(isComparable);
    default:
      return true;
  }
}

function unchecked(test: CodeTest, given: readonly CallArgument[], solution: CallReport | undefined): Expected {
  const { expect } = test;
  switch (expect.type) {
    case 'shapes':
      return { type: 'shapes', shapes: expect.shapes };
    case 'value':
      return { type: 'value', value: reportedOf(expect.value) };
    case 'solution':
      if (!solution?.ok)
        throw new Error(`the lesson's solution fails test ${test.id}: ${solution?.error.message ?? 'no answer'}`);
      return { type: 'value', value: solution.value };
    case 'matrix':
      return { type: 'value', value: matrixTruth(expect, given, test.id) };
    case 'derivative': {
      const formula = test.arguments[expect.of];
      if (formula?.type !== 'formula') throw new Error(`test ${test.id}: argument ${expect.of} is no formula`);
      const rows = formulasOf(formula).jacobian(pointOf(given[expect.at], test.id));
      const [first = []] = rows;
      return {
        type: 'value',
        value:
          expect.gives === 'gradient'
            ? { t: 'array', dtype: 'float64', shape: [first.length], v: [...first] }
            : { t: 'array', dtype: 'float64', shape: [rows.length, first.length], v: rows.flat() },
      };
    }
  }
}

function pointOf(argument: CallArgument | undefined, test: string): number[] {
  if (argument?.type === 'array') return argument.data;
  if (argument?.type === 'value' && Array.isArray(argument.value)) return argument.value.map(Number);
  throw new Error(`test ${test}: the point of the derivative is no vector`);
}

/** A value of the lesson as if a sandbox had reported it. */
export function reportedOf(value: Plain): Reported {
  if (Array.isArray(value)) return { t: 'list', v: value.map(reportedOf) };
  if (typeof value === 'number')
    return Number.isInteger(value) ? { t: 'int', v: String(value) } : { t: 'float', v: value };
  if (typeof value === 'boolean') return { t: 'bool', v: value };
  return value === null ? { t: 'none' } : { t: 'str', v: value };
}
