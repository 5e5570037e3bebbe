/** Formulas that stand in a lesson are read by the checker when the lesson is compiled, not when a student is waiting. */
import { readExpression } from '../maths/read.ts';
import type { Problems, Spot } from './problems.ts';

/** Tells a formula that the checker cannot read with these variables. */
export function checkFormula(formula: string, variables: readonly string[], at: Spot, problems: Problems): void {
  const reading = readExpression(formula, { variables });
  if (reading.ok) return;
  const { code, at: character } = reading.problem;
  problems.add(at, 'maths-part.formula', { formula, reason: code, at: character + 1 });
}
