/** What students are asked in these tests, written short. */
import type { CodeTest, TestArgument } from '../../../domain/kinds/code/document.ts';

export interface Task {
  language: 'python' | 'javascript';
  arguments: TestArgument[];
  solution: string;
  /** `f`, where it is not given */
  entry?: string;
  more?: Partial<CodeTest>;
}
export const value = (one: number | number[]): TestArgument => ({ type: 'value', value: one });
export const array = (values: number[], dtype: 'float64' | 'int64' = 'float64'): TestArgument => ({
  type: 'array',
  values,
  dtype,
});
export const np = 'import numpy as np\n';
export const python = (solution: string, ...given: TestArgument[]): Task => ({
  language: 'python',
  arguments: given,
  solution,
});
export const javascript = (solution: string, ...given: TestArgument[]): Task => ({
  ...python(solution, ...given),
  language: 'javascript',
});

export const DOUBLE = python('def f(x): return 2 * x', value(3));
export const IN_JAVASCRIPT = javascript('const f = (x) => x.map((a) => 2 * a)', value([1, 2]));
