/** Formulas of a lesson as a function f: Rⁿ → Rᵐ: its values, its exact Jacobian, and its source in Python and JavaScript. */
import { forwardGradient } from './dual.ts';
import { lower } from './lower.ts';
import { tapeValues } from './numbers.ts';
import type { Problem } from './problem.ts';
import { type Expression, readExpression } from './read.ts';
import { toJavaScript, toPython } from './source-code.ts';
import { type Tape, TapeBuilder, TapeLimit } from './tape.ts';

export type Formulas = {
  readonly ok: true;
  /** m values at a point of n coordinates, in the order of `variables`; NaN where a formula has no real value. */
  evaluate(point: readonly number[]): number[];
  /** The m×n matrix of ∂fᵢ/∂xⱼ, by forward-mode automatic differentiation: exact to rounding. */
  jacobian(point: readonly number[]): number[][];
  /** One Python expression for each formula over the variables' names, with `np.` functions. */
  toPython(): string[];
  /** The same for JavaScript, with `Math.` functions. */
  toJavaScript(): string[];
};

/** `index` is the formula (from 0) in which the problem lies. */
export type FormulaProblem = { readonly ok: false; readonly index: number; readonly problem: Problem };

/** Reads formulas over the given variables, or says what is wrong with the first that cannot be read. */
export function compileFormulas(formulas: readonly string[], variables: readonly string[]): Formulas | FormulaProblem {
  const trees: Expression[] = [];
  const tapes: Tape[] = [];
  for (const [index, text] of formulas.entries()) {
    const reading = readExpression(text, { variables });
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
    toPython: () => trees.map(toPython),
    toJavaScript: () => trees.map(toJavaScript),
  };
}
