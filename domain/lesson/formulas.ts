/** Formulas that stand in a lesson are read by the checker when the lesson is compiled, not when a student is waiting. */
import { mentionsEuler, readExpression } from '../maths/read.ts';
import type { Problems, Spot } from './problems.ts';

/** How a formula of an author is read. */
export interface FormulaReading {
  variables: readonly string[];
  /** Euler's number is in play in the question */
  euler?: boolean;
}

/** Tells a formula that the checker cannot read with these variables, or that can be meant in two ways. */
export function checkFormula(
  formula: string,
  { variables, euler = false }: FormulaReading,
  at: Spot,
  problems: Problems,
): void {
  const reading = readExpression(formula, { variables, euler: euler || mentionsEuler(formula, variables) });
  if (!reading.ok) {
    const { code, params, at: character } = reading.problem;
    problems.add(at, 'maths-part.formula', { ...params, formula, reason: code, at: character + 1 });
  } else if (reading.asked !== undefined) {
    const [first, second] = reading.asks;
    const readings = { first: first?.text ?? '', second: second?.text ?? '' };
    problems.add(at, 'maths-part.twoReadings', { formula, ...readings, at: reading.asked.at + 1 });
  }
}
