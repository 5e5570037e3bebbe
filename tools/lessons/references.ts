/** For each question: an answer that must earn full marks, and what students begin with, which must not. */
import { derivative } from 'mathjs';
import type { Answer } from '../../domain/answer.ts';
import { kindOf } from '../../domain/kinds/kinds.ts';
import { readExpression } from '../../domain/maths/read.ts';
import type { MathsTruth } from '../../domain/maths/truth.ts';
import { type Question, viewOf } from '../../domain/question.ts';

interface References {
  /** null: no right answer can be made without a person */
  right: Answer | null;
  /** null: this kind begins empty */
  starter: Answer | null;
}

/** Of a whole question. */
export function referencesOf(question: Question): References {
  const kind = kindOf(question);
  return { right: kind.reference(question, written), starter: kind.starter?.(viewOf(question)) ?? null };
}

/** The truth as somebody would type it. mathjs differentiates here: a second opinion, independent of the checker. */
function written(truth: MathsTruth, variables: readonly string[]): string | null {
  if ('expected' in truth) return truth.expected;
  const reading = readExpression(truth.derivativeOf, { variables });
  if (!reading.ok) return null;
  try {
    return derivative(reading.text, truth.by).toString();
  } catch {
    // a function that mathjs cannot differentiate
    return null;
  }
}
