/** Formulas of a lesson as a function f: Rⁿ → Rᵐ: its values, its exact Jacobian, and its source in Python and JavaScript. */
import { type Dual, forwardGradient } from './dual.ts';
import { lower } from './lower.ts';
import { tapeValues } from './numbers.ts';
import type { Problem } from './problem.ts';
import { type Expression, readExpression } from './read.ts';
import { reverseGradient } from './reverse.ts';
import { toJavaScript, toPython } from './source-code.ts';
import { type Tape, TapeBuilder, TapeLimit } from './tape.ts';

/** m formulas in n variables. No method throws but `gradient`; a coordinate that is missing counts as undefined. */
export type Formulas = {
  readonly ok: true;
  /** m values at a point of n coordinates, in the order of `variables`; NaN where a formula has no real value. */
  evaluate(point: readonly number[]): number[];
  /** The m×n matrix of ∂fᵢ/∂xⱼ, by forward-mode automatic differentiation: exact to rounding. */
  jacobian(point: readonly number[]): number[][];
  /**
   * Value and gradient (n entries) of one formula, by reverse mode: a single sweep, whatever n. Up to rounding the
   * gradient is row `index` of the Jacobian; NaN where the formula has no real value. RangeError where there is no such formula.
   */
  gradient(index: number, point: readonly number[]): Dual;
  /** One Python expression for each formula over the variables' names, with `np.` functions. */
  toPython(): string[];
  /** The same for JavaScript, with `Math.` functions. */
  toJavaScript(): string[];
};

/** `index` is the formula (from 0) in which the problem lies. */
export type FormulaProblem = { readonly ok: false; readonly index: number; readonly problem: Problem };

/** Reads formulas over the given variables, or says what is wrong with the first that cannot be read. Never throws. */
export function compileFormulas(formulas: readonly string[], variables: readonly string[]): Formulas | FormulaProblem {
  const trees: Expression[] = [];
  const tapes: Tape[] = [];
  for (const [index, text] of formulas.entries()) {
    const reading = readExpression(text, { variables, unasked: true });
    if (!reading.ok) return { ok: false, index, problem: reading.problem };
    try {
      const builder = new TapeBuilder();
      tapes.push(builder.finish(lower(reading.tree, builder)));
    } catch (failure) {
      if (!(failure instanceof TapeLimit)) throw failure;
      return {
        ok: false,
        index,
        problem: { code: 'too-many-parts', at: 0, length: text.length, params: { limit: 0 } },
      };
    }
    trees.push(reading.tree);
  }
  return {
    ok: true,
    evaluate: (point) => tapes.map((tape) => tapeValues(tape, variables, point)[tape.root] ?? Number.NaN),
    jacobian: (point) => tapes.map((tape) => [...forwardGradient(tape, variables, point).gradient]),
    gradient: (index, point) => {
      const tape = tapes[index];
      if (tape === undefined) throw new RangeError(`there is no formula ${index}`);
      return reverseGradient(tape, variables, point);
    },
    toPython: () => trees.map(toPython),
    toJavaScript: () => trees.map(toJavaScript),
  };
}
