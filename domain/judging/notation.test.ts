import { expect, test } from 'vitest';
import { callText } from './call-text.ts';
import { shapeText, valueText } from './notation.ts';
import { array, float, int, list, none, text, tuple } from './values.ts';

test('a matrix stands with its rows below each other, as NumPy prints it', () => {
  expect(valueText(array([2, 2], [2, 1, 2, 1.5]), 'python')).toBe('array([[2.0, 1.0],\n       [2.0, 1.5]])');
});
test('tuples, lists and words are written as Python writes them', () => {
  expect(valueText(tuple(float(2.4), int(3)), 'python')).toBe('(2.4, 3)');
  expect(valueText(tuple(int(1)), 'python')).toBe('(1,)');
  expect(valueText(list(none, { t: 'bool', v: true }, text("it's")), 'python')).toBe("[None, True, 'it\\'s']");
});
test('rounding noise is not shown', () => {
  expect(valueText(float(2.4000000000000004), 'python')).toBe('2.4');
  expect(valueText(float(1e-7), 'python')).toBe('1e-07');
});
test('JavaScript is written as JavaScript', () => {
  expect(valueText(list(float(2), float(0.5)), 'javascript')).toBe('[2, 0.5]');
  expect(valueText({ t: 'none', name: 'undefined' }, 'javascript')).toBe('undefined');
  expect(valueText({ t: 'float', v: '-inf' }, 'javascript')).toBe('-Infinity');
});
test('a long array is told by its shape', () => {
  expect(valueText(array([100], new Array(100).fill(0)), 'python')).toBe('array((100,) float64)');
});
test('shapes are written as NumPy writes them', () => {
  expect([shapeText([], 'python'), shapeText([2], 'python'), shapeText([4, 3], 'python')]).toEqual([
    '()',
    '(2,)',
    '(4, 3)',
  ]);
});
test('a call names the function that it hands in', () => {
  const call = callText(
    'jacobian',
    [
      { type: 'function', source: '' },
      { type: 'array', dtype: 'float64', shape: [2], data: [1, 2] },
    ],
    [
      { type: 'formula', formulas: ['x^2 + y', 'x*y'], variables: ['x', 'y'], gives: 'array' },
      { type: 'array', values: [1, 2], dtype: 'float64' },
    ],
    'python',
  );
  expect(call).toBe('jacobian(f, np.array([1.0, 2.0]))\nf(x, y) = [x^2 + y, x*y]');
});

test('what the checker computed is an array like any other in JavaScript', () => {
  expect(valueText(array([2], [1, 2.5]), 'javascript')).toBe('[1, 2.5]');
  expect(valueText(array([2, 2], [1, 2, 3, 4]), 'javascript')).toBe('[[1, 2],\n [3, 4]]');
  expect(valueText(array([2], [1, 2.5], 'Float64Array'), 'javascript')).toBe('Float64Array([1, 2.5])');
});
test('an integer of very many digits is told by the first of them', () => {
  const digits = { t: 'int', v: `1${'0'.repeat(400)}` } as const;
  expect(valueText(digits, 'python')).toBe('100000000000… (401 digits)');
});

test('an array of booleans or words is shown as NumPy shows it', () => {
  expect(valueText(array([2], [1, 0], 'bool'), 'python')).toBe('array([True, False])');
  const words = { t: 'array', dtype: '<U1', shape: [2], v: null, words: ['a', 'b'] } as const;
  expect(valueText({ ...words, shape: [2], words: ['a', 'b'] }, 'python')).toBe("array(['a', 'b'])");
});
