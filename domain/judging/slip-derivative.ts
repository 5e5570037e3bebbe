/** Whether a test asks for a derivative of a function that it hands in: then steps and differences explain what came. */
import type { TestArgument } from '../kinds/code/document.ts';
import { formulasOf } from './formula-function.ts';
import { tensorOf } from './matrix-truth.ts';
import type { CallArgument } from './report.ts';
import { close, DERIVATIVE_TOLERANCE } from './tolerance.ts';

/** `truth` is the Jacobian of a formula among the arguments, at a point among them; so it is known whoever computed it. */
export function isDerivative(
  written: readonly TestArgument[],
  given: readonly CallArgument[],
  truth: readonly number[],
): boolean {
  const points = given.flatMap((argument) => tensorOf(argument)?.data ?? []);
  const whole = given.map((argument) => tensorOf(argument)?.data ?? []);
  return written.some((formula) => {
    if (formula.type !== 'formula') return false;
    const size = formula.variables.length;
    // an array as long as the formula has variables, or numbers one after the other
    return [...whole, points.slice(0, size)].some((point) => {
      if (point.length !== size) return false;
      const derivative = formulasOf(formula).jacobian(point).flat();
      return (
        derivative.length === truth.length &&
        derivative.every((value, index) => close(value, truth[index] ?? Number.NaN, DERIVATIVE_TOLERANCE))
      );
    });
  });
}
