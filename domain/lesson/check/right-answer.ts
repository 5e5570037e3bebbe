/** Whether the answer that a question's own key calls right earns full marks: of kinds that say themselves what an answer is worth. */
import mathjs from 'mathjs/lib/browser/math.js';
import { askedKind } from '../../kinds/asked.ts';
import { kindOf } from '../../kinds/kinds.ts';
import { readExpression } from '../../maths/read.ts';
import type { MathsTruth } from '../../maths/truth.ts';
import type { Question } from '../../question.ts';
import type { Result } from '../../results/verdict.ts';

/** What it is graded instead of full marks. */
export interface WrongAnswer {
  points: number;
  maxPoints: number;
  result: Result;
}

/** It is graded with these draws: a tolerance that is too narrow shows itself. */
const SEEDS = ['one', 'two', 'three'] as const;

/**
 * @param seeds of the draws that it is graded with; one is enough where many variants are looked at
 * @returns null: it earns full marks, or that takes a sandbox or a person
 */
export function wrongAnswerOf(question: Question, seeds: readonly string[] = SEEDS): WrongAnswer | null {
  const kind = kindOf(question);
  const answer = kind.reference(question, written);
  if (answer === null || kind.grade === undefined) return null;
  const full = askedKind(question).scored ? 'pass' : 'received';
  for (const seed of seeds) {
    const { outcome, points, result } = kind.grade(question, answer, { seed, asking: 'shown' });
    if (outcome !== 'graded' || result !== full || points !== question.points)
      return { points, maxPoints: question.points, result };
  }
  return null;
}

/** The truth as somebody would type it. mathjs differentiates here: a second opinion, independent of the checker. */
function written(truth: MathsTruth, variables: readonly string[]): string | null {
  if ('expected' in truth) return truth.expected;
  const reading = readExpression(truth.derivativeOf, { variables });
  if (!reading.ok) return null;
  try {
    return mathjs.derivative(reading.text, truth.by).toString();
  } catch {
    // a function that mathjs cannot differentiate
    return null;
  }
}
