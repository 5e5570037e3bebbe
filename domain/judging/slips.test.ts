import { expect, test } from 'vitest';
import type { CallArgument, Reported } from './report.ts';
import { findSlip } from './slips.ts';
import { DEFAULT_TOLERANCE } from './tolerance.ts';
import { array, float, list, tuple } from './values.ts';

const slip = (
  expected: Reported,
  got: Reported,
  given: CallArgument[] = [],
  changed: boolean[] = [],
  derives = given.some(({ type }) => type === 'function'),
): string | null => findSlip({ expected, got, arguments: given, changed, tolerance: DEFAULT_TOLERANCE, derives });

const matrix = array([2, 3], [1, 2, 3, 4, 5, 6]);
const batch: CallArgument = { type: 'array', dtype: 'float64', shape: [3, 2], data: [1, 2, 3, 4, 5, 6] };

test('a transposed matrix is recognised by its shape', () => {
  expect(slip(matrix, array([3, 2], [1, 4, 2, 5, 3, 6]))).toBe('transposed');
});
test('a transposed square matrix is recognised by its values', () => {
  expect(slip(array([2, 2], [1, 2, 3, 4]), array([2, 2], [1, 3, 2, 4]))).toBe('transposed');
});
test('a flattened matrix is recognised', () => {
  expect(slip(matrix, array([6], [1, 2, 3, 4, 5, 6]))).toBe('flattened');
});
test('a step uphill is told from a wrong sign', () => {
  const start: CallArgument[] = [
    { type: 'value', value: 3 },
    { type: 'float', value: 4 },
  ];
  expect(slip(tuple(float(2.4), float(3.2)), tuple(float(3.6), float(4.8)), start)).toBe('ascent');
  expect(slip(tuple(float(2.4), float(3.2)), tuple(float(-2.4), float(-3.2)), start)).toBe('sign');
});
test('one value of several is a step uphill from its own start only', () => {
  const start: CallArgument[] = [
    { type: 'value', value: 3 },
    { type: 'float', value: 4 },
  ];
  // 2.8 is below 4, and just as far from 3 as 3.2 is
  expect(slip(tuple(float(2.4), float(3.2)), tuple(float(2.4), float(2.8)), start)).toBeNull();
  expect(slip(tuple(float(2.4), float(3.2)), tuple(float(2.4), float(4.8)), start)).toBe('ascent');
});
test('a difference that was not divided by its step is recognised', () => {
  expect(slip(array([2, 2], [2, 1, 2, 1]), array([2, 2], [2e-5, 1e-5, 2e-5, 1e-5]))).toBe('notDivided');
});
test('a factor of two is recognised', () => {
  expect(slip(matrix, array([2, 3], [2, 4, 6, 8, 10, 12]))).toBe('doubled');
});
test('a mean over the batch in place of the sum is recognised', () => {
  expect(slip(array([2, 2], [9, 12, 3, 6]), array([2, 2], [3, 4, 1, 2]), [batch])).toBe('meanNotSum');
});
test('a sum over the wrong axis is recognised, and a sum over both', () => {
  expect(slip(array([2], [9, 12]), array([3], [3, 7, 11]), [batch])).toBe('wrongAxis');
  expect(slip(array([2], [9, 12]), float(21), [batch])).toBe('wrongAxis');
});
test('right values in another order are recognised', () => {
  const [a, b] = [array([1], [1]), array([2], [2, 3])];
  expect(slip(tuple(a, b), tuple(b, a))).toBe('wrongOrder');
});
test('one wrong value among several right ones is looked at by itself', () => {
  const right = array([1], [7]);
  expect(slip(tuple(matrix, right), tuple(array([3, 2], [1, 4, 2, 5, 3, 6]), right))).toBe('transposed');
});
test('an array of whole numbers that lost its decimals is recognised', () => {
  expect(slip(array([2], [2.5, 1.25]), array([2], [2, 1], 'int64'))).toBe('truncated');
});
test('decimals that a finite difference had, and an integer array lost, are recognised', () => {
  // 2x at 1.5 and −1.5 by a forward difference: 3.00001 and −2.99999
  expect(slip(array([2], [3, -3]), array([2], [3, -2], 'int32'))).toBe('truncated');
});
test('a step that an integer point swallows is recognised: differences of zero, or far too large', () => {
  const point: CallArgument = { type: 'array', dtype: 'int64', shape: [2], data: [1, 2] };
  const floats: CallArgument = { ...point, dtype: 'float64' };
  const jacobian = array([2, 2], [2, 1, 2, 1]);
  expect(slip(jacobian, array([2, 2], [0, 0, 0, 0]), [point])).toBe('integerStep');
  expect(slip(jacobian, array([2, 2], [50_000, 50_000, 1e5, 50_000]), [point])).toBe('integerStep');
  expect(slip(jacobian, array([2, 2], [0, 0, 0, 0]), [floats])).toBeNull();
  expect(slip(jacobian, array([2, 2], [-2, -1, -2, -1]), [point])).toBe('sign');
});
test('a changed input is named where nothing else explains the value', () => {
  expect(slip(matrix, array([2, 3], [9, 9, 9, 9, 9, 9]), [batch], [true])).toBe('changedInput');
});
test('zeros are no known slip', () => {
  expect(slip(matrix, array([2, 3], [0, 0, 0, 0, 0, 0]))).toBeNull();
});
test('a mean is told from a sum, along any axis', () => {
  expect(slip(array([2], [9, 12]), array([2], [3, 4]), [batch])).toBe('meanNotSum');
  expect(slip(array([2], [3, 4]), array([2], [9, 12]), [batch])).toBe('sumNotMean');
  expect(slip(float(2), float(6), [{ type: 'value', value: [1, 2, 3] }])).toBe('sumNotMean');
});
test('an axis too many, an axis missing and a broadcast are recognised by their values', () => {
  expect(slip(array([2], [1, 2]), array([2, 1], [1, 2]))).toBe('extraAxis');
  expect(slip(array([1, 2], [1, 2]), array([2], [1, 2]))).toBe('missingAxis');
  expect(slip(array([2], [1, 2]), array([2, 2], [1, 5, 7, 2]))).toBe('broadcast');
  expect(slip(array([2], [1, 2]), array([2, 2], [1, 5, 7, 3]))).toBeNull();
});
test('where a function is handed in, a factor of two is a step too many or too few', () => {
  const f: CallArgument = { type: 'function', source: 'f' };
  expect(slip(array([2], [3, 5]), array([2], [6, 10]), [f])).toBe('centralByH');
  expect(slip(array([2], [3, 5]), array([2], [1.5, 2.5]), [f])).toBe('forwardByTwoH');
});
test('one factor of all values is named, but not where all values are alike, nor where it is infinite', () => {
  expect(slip(array([2], [3, 5]), array([2], [2.1, 3.5]))).toBe('factor');
  expect(slip(array([2], [3, 3]), array([2], [2.1, 2.1]))).toBeNull();
  expect(slip(array([2], [3, 5]), { t: 'array', dtype: 'float64', shape: [2], v: ['inf', 'inf'] })).toBeNull();
});
test('a single difference is a step only where a function is handed in and the step is one that people take', () => {
  const f: CallArgument = { type: 'function', source: 'f' };
  expect(slip(float(5), float(5e-5), [f])).toBe('notDivided');
  expect(slip(float(5), float(1e-4), [f])).toBe('notDivided');
  expect(slip(float(5), float(3.3e-5), [f])).toBeNull();
  expect(slip(float(5), float(5e-5))).toBeNull();
});
test('a step uphill is not seen in what merely lies there: a small whole number, or a difference that was not divided', () => {
  const three: CallArgument[] = [{ type: 'value', value: 3 }];
  // x² at 3 is 9, and −3 came; x + 1 is 4, and 2 came
  expect(slip(float(9), float(-3), three)).toBeNull();
  expect(slip(float(4), float(2), three)).toBeNull();
  // the derivative of x² + y² at (3, 4) is (6, 8): twice the point, so that uphill would be (0, 0)
  const given: CallArgument[] = [
    { type: 'function', source: 'f' },
    { type: 'array', dtype: 'float64', shape: [2], data: [3, 4] },
  ];
  expect(slip(array([2], [6, 8]), array([2], [6e-7, 8e-7]), given)).toBe('notDivided');
});
test('one small whole number is no mean and no sum by chance', () => {
  const numbers: CallArgument[] = [{ type: 'value', value: [1, 2, 3] }];
  // the largest is 3, and the smallest came
  expect(slip(float(3), float(1), numbers)).toBeNull();
});
test('a function that is handed in is not yet differentiated: an integral twice as large is that, and no more', () => {
  const f: CallArgument = { type: 'function', source: 'f' };
  expect(slip(float(0.35), float(0.7), [f], [], false)).toBe('doubled');
});
test('whole numbers that begin again beyond what their type can hold are recognised', () => {
  expect(slip(array([1], [10_000_000_000]), array([1], [1_410_065_408], 'int32'))).toBe('overflow');
  expect(slip(array([2], [300, 2]), array([2], [44, 2], 'uint8'))).toBe('overflow');
  expect(slip(float(2 ** 31), { t: 'int', v: String(-(2 ** 31)), name: 'int32' })).toBe('overflow');
  expect(slip(array([2], [300, 2]), array([2], [44, 2], 'int64'))).toBeNull();
  expect(slip(array([2], [300, 2]), array([2], [45, 2], 'uint8'))).toBeNull();
});
test('decimals are lost too where nothing is left of any number', () => {
  expect(slip(array([2], [0.5, -0.25]), array([2], [0, 0], 'int32'))).toBe('truncated');
});
test('the gradient in place of the new point, the mere step, and a learning rate left out are recognised', () => {
  // f = x² + 3y² at (1.5, 0.5), rate 0.05: the gradient is (3, 3)
  const given: CallArgument[] = [1.5, 0.5, 0.05].map((value) => ({ type: 'float', value }));
  const point = tuple(float(1.35), float(0.35));
  expect(slip(point, tuple(float(3), float(3)), given)).toBe('gradientNotPoint');
  expect(slip(point, tuple(float(0.15), float(0.15)), given)).toBe('stepNotPoint');
  expect(slip(point, tuple(float(-0.15), float(-0.15)), given)).toBe('stepNotPoint');
  expect(slip(point, tuple(float(-1.5), float(-2.5)), given)).toBe('rateForgotten');
  expect(slip(point, tuple(float(1.65), float(0.65)), given)).toBe('ascent');
});
test('where the function has a learning rate of its own, a usual one explains the gradient, but no mere step', () => {
  const given: CallArgument[] = [{ type: 'array', dtype: 'float64', shape: [2], data: [3, -4] }];
  const point = array([2], [2.4, -3.2]);
  expect(slip(point, array([2], [6, -8]), given)).toBe('gradientNotPoint');
  expect(slip(point, array([2], [-3, 4]), given)).toBe('rateForgotten');
  expect(slip(point, array([2], [0.6, -0.8]), given)).not.toBe('stepNotPoint');
  // at another rate nobody knows
  expect(slip(array([2], [2.25, -3.5]), array([2], [6, -3.3]), given)).toBeNull();
});
test('an input returned as it was is no gradient, and one wrong coordinate is no forgotten rate', () => {
  const given: CallArgument[] = [1.5, 0.5, 0.1].map((value) => ({ type: 'float', value }));
  expect(slip(tuple(float(1.35), float(0.45)), tuple(float(1.5), float(0.5)), given)).not.toBe('gradientNotPoint');
  expect(slip(tuple(float(1.35), float(0.35)), tuple(float(-1.5), float(0.4)), given)).toBeNull();
  expect(slip(float(3), float(-1.5), [{ type: 'float', value: 1.5 }])).toBeNull();
});
test('a moving average that gives its new value back is no step without its rate', () => {
  const given: CallArgument[] = [
    { type: 'array', dtype: 'float64', shape: [2], data: [1.5, 2.5] },
    { type: 'array', dtype: 'float64', shape: [2], data: [3, 0.5] },
    { type: 'value', value: 0.2 },
  ];
  expect(slip(array([2], [1.8, 2.1]), array([2], [3, 0.5]), given)).toBeNull();
  expect(slip(array([2], [1.8, 2.1]), array([2], [3, 0.6]), given)).toBeNull();
});
test('the point that a step starts from may be a list', () => {
  const given: CallArgument[] = [
    { type: 'value', value: [1.5, 0.5] },
    { type: 'value', value: 0.05 },
  ];
  expect(slip(list(float(1.35), float(0.35)), list(float(3), float(3)), given)).toBe('gradientNotPoint');
  expect(slip(list(float(1.35), float(0.35)), list(float(1.65), float(0.65)), given)).toBe('ascent');
});
