/** Known slips, recognised by trying them with the same machinery. */
import type { CheckOptions } from './check.ts';
import type { CompareOptions, Comparison } from './compare.ts';
import type { Expression } from './expression.ts';
import type { MathsTruth } from './truth.ts';

export type Slip = { readonly code: string; readonly params: Readonly<Record<string, string | number>> };
export type LessonSlip = { readonly expression: string; readonly words: string };

export function findSlip(
  _truth: MathsTruth,
  _answer: Expression,
  _options: CheckOptions,
  _compare: CompareOptions,
  _comparison: Comparison,
): Slip | undefined {
  return undefined;
}
