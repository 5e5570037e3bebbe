import { expect, test } from 'vitest';
import type { TestArgument } from '../kinds/code/document.ts';
import { isDerivative } from './slip-derivative.ts';

const f: TestArgument = { type: 'formula', formulas: ['x^2 + y^2'], variables: ['x', 'y'], gives: 'number' };
const source = { type: 'function', source: '' } as const;
const point = { type: 'array', dtype: 'float64', shape: [2], data: [3, 4] } as const;

test('the gradient of a formula that was handed in is known as its derivative, whoever computed it', () => {
  expect(isDerivative([f], [source, { ...point, shape: [2], data: [3, 4] }], [6, 8])).toBe(true);
  // by a finite difference
  expect(isDerivative([f], [source, { ...point, shape: [2], data: [3, 4] }], [6.000_01, 8.000_01])).toBe(true);
  expect(isDerivative([f], [source, { type: 'value', value: 3 }, { type: 'float', value: 4 }], [6, 8])).toBe(true);
});
test('an integral, a minimum and what has no function are none', () => {
  expect(isDerivative([f], [source, { type: 'value', value: 0 }, { type: 'value', value: 1 }], [0.333])).toBe(false);
  expect(isDerivative([f], [source, { ...point, shape: [2], data: [3, 4] }], [0, 0])).toBe(false);
  expect(isDerivative([], [{ type: 'value', value: 3 }], [6])).toBe(false);
});
