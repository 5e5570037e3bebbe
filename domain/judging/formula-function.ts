/** Formulas of a test as functions that a submission can call. The truth is computed outside, from the formula itself. */
import { compileFormulas, type Formulas } from '../maths/formula.ts';
import type { TestArgument } from '../question.ts';
import type { Language } from './number-format.ts';

type Formula = Extract<TestArgument, { type: 'formula' }>;

/** Every draw of a test needs the same formulas. */
const known = new WeakMap<Formula, Formulas>();

/** Reads the formulas of an argument, once; throws where one cannot be read (the lesson's fault). */
export function formulasOf(formula: Formula): Formulas {
  const before = known.get(formula);
  if (before !== undefined) return before;
  const compiled = compileFormulas(formula.formulas, formula.variables);
  if (!compiled.ok) throw new Error(`formula ${compiled.index + 1} of a test cannot be read: ${compiled.problem.code}`);
  known.set(formula, compiled);
  return compiled;
}

/**
 * Source of a function of one vector, as an expression. In Python it takes anything that has as many entries as there are
 * variables and gives a float64 array (`gives: 'number'`: a float); in JavaScript it takes and gives arrays of numbers.
 */
export function functionSource(formula: Formula, language: Language): string {
  const compiled = formulasOf(formula);
  const names = formula.variables.join(', ');
  if (language === 'python') {
    const [first = '0.0', ...rest] = compiled.toPython();
    const body =
      formula.gives === 'number' ? `float(${first})` : `np.array([${[first, ...rest].join(', ')}], dtype=float)`;
    return `(lambda formula: lambda v: formula(*v))(lambda ${names}: ${body})`;
  }
  const [first = '0', ...rest] = compiled.toJavaScript();
  const body = formula.gives === 'number' ? first : `[${[first, ...rest].join(', ')}]`;
  return `(v) => { const [${names}] = v; return ${body}; }`;
}
