/** What a formula of matrices in a lesson gives for the inputs of one call: value, gradients or Jacobian. */

import type { Expectation } from '../kinds/code/document.ts';
import { numbers } from '../kinds/common/plain.ts';
import { compileMatrixFormula, type MatrixFormula, type Tensor } from '../maths/matrix-formula.ts';
import { rectangleOf } from './inputs.ts';
import type { CallArgument, Reported } from './report.ts';

export type MatrixExpectation = Extract<Expectation, { type: 'matrix' }>;

/** Throws where formula and inputs do not fit: the lesson's fault, which `lesson check` tells first. */
export function matrixTruth(expect: MatrixExpectation, given: readonly CallArgument[], test: string): Reported {
  const values = new Map<string, Tensor>();
  expect.names.forEach((name, index) => {
    if (name === null) return;
    const value = tensorOf(given[index]);
    if (value === null) throw new Error(`test ${test}: ${name} holds no numbers`);
    values.set(name, value);
  });
  const formula = compiled(expect, values, test);
  if (expect.gives === 'value') return reported(formula.evaluate(values));
  if (expect.gives === 'jacobian') return reported(formula.jacobian(values, expect.by[0] ?? ''));
  const upstream = expect.upstream === undefined ? undefined : values.get(expect.upstream);
  const gradients = formula.gradients(values, expect.by, upstream).map(reported);
  const [first] = gradients;
  return expect.alone && first !== undefined ? first : { t: 'tuple', v: gradients };
}

/** The numbers of an argument; null: it holds none. */
export function tensorOf(argument: CallArgument | undefined): Tensor | null {
  if (argument?.type === 'array') return { shape: argument.shape, data: argument.data };
  if (argument?.type === 'float') return { shape: [], data: [argument.value] };
  if (argument?.type !== 'value') return null;
  const value = numbers.safeParse(argument.value);
  return value.success ? rectangleOf(value.data) : null;
}

function compiled(expect: MatrixExpectation, values: ReadonlyMap<string, Tensor>, test: string): MatrixFormula {
  const shapes = new Map([...values].map(([name, { shape }]) => [name, shape]));
  const formula = compileMatrixFormula(expect.formula, shapes);
  if (!formula.ok) throw new Error(`test ${test}: the formula does not fit (${formula.problem.code})`);
  return formula;
}

function reported({ shape, data }: Tensor): Reported {
  const [single = Number.NaN] = data;
  if (shape.length === 0) return { t: 'float', v: wordOf(single) };
  return { t: 'array', dtype: 'float64', shape: [...shape], v: data.map(wordOf) };
}

function wordOf(value: number): number | 'nan' | 'inf' | '-inf' {
  if (Number.isNaN(value)) return 'nan';
  return Number.isFinite(value) ? value : value > 0 ? 'inf' : '-inf';
}
