/** Formulas of a test as functions that a submission can call. The truth is computed outside, from the formula itself. */

import type { TestArgument } from '../kinds/code/document.ts';
import { compileFormulas, type Formulas } from '../maths/formula.ts';
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
 * Source of a function `f` of one vector: a definition in Python, an expression in JavaScript. It takes anything that has
 * as many entries as there are variables, says so where it is given something else, and gives a float64 array
 * (`gives: 'number'`: a float) or an array of numbers. Complex points have complex values, so that complex steps work.
 */
export function functionSource(formula: Formula, language: Language): string {
  return language === 'python' ? inPython(formula) : inJavaScript(formula);
}

/** Whoever calls it in another way is told in words, not by the names of what is inside. */
const wanted = ({ variables }: Formula): string =>
  `f takes one vector of ${variables.length} ${variables.length === 1 ? 'number' : 'numbers'} (${variables.join(', ')})`;

function inPython(formula: Formula): string {
  const { variables, gives } = formula;
  const [first = '0.0', ...rest] = formulasOf(formula).toPython();
  const value = gives === 'number' ? first : `np.array([${[first, ...rest].join(', ')}])`;
  const given =
    gives === 'number'
      ? 'complex(value) if isinstance(value, complex) else float(value)'
      : "value if value.dtype.kind == 'c' else value.astype(float)";
  return `formula = lambda ${variables.join(', ')}: ${value}
def f(*given):
    def refused(what):
        return TypeError(${JSON.stringify(`${wanted(formula)}, and was given: `)} + what)
    if len(given) != 1:
        raise refused(f'{len(given)} arguments')
    try:
        entries = [*given[0]]
    except TypeError:
        raise refused(type(given[0]).__name__) from None
    if len(entries) != ${variables.length}:
        raise refused(f'one of length {len(entries)}')
    value = formula(*entries)
    return ${given}
`;
}

/** Further arguments are left alone: `points.map(f)` hands over three. */
function inJavaScript(formula: Formula): string {
  const { variables, gives } = formula;
  const [first = '0', ...rest] = formulasOf(formula).toJavaScript();
  const value = gives === 'number' ? first : `[${[first, ...rest].join(', ')}]`;
  return `((formula) => (v) => {
  const refused = (what) => new TypeError(${JSON.stringify(`${wanted(formula)}, and was given: `)} + what);
  if (typeof v?.length !== 'number') throw refused(v === null ? 'null' : typeof v);
  if (v.length !== ${variables.length}) throw refused('one of length ' + v.length);
  return formula(...v);
})((${variables.join(', ')}) => ${value})`;
}
