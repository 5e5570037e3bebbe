import { expect, test } from 'vitest';
import { codeTest } from '../kinds/code/document.ts';
import { expectedOf } from './expected.ts';
import { drawInputs } from './inputs.ts';

const jacobianTest = codeTest.parse({
  id: 'any',
  name: 'Any point',
  visible: false,
  points: 1,
  draws: 3,
  arguments: [
    { type: 'formula', formulas: ['x^2 + y', 'x*y'], variables: ['x', 'y'] },
    { type: 'draw', shape: [2], low: -2, high: 2 },
  ],
  expect: { type: 'derivative', of: 0, at: 1, gives: 'jacobian' },
});

test('the same seed draws the same inputs, another seed draws others', () => {
  expect(drawInputs(jacobianTest, 'a', 'python')).toEqual(drawInputs(jacobianTest, 'a', 'python'));
  expect(drawInputs(jacobianTest, 'a', 'python')).not.toEqual(drawInputs(jacobianTest, 'b', 'python'));
});

test('each draw is another point, inside its bounds', () => {
  const points = drawInputs(jacobianTest, 'a', 'python').map(([, point]) =>
    point?.type === 'array' ? point.data : [],
  );
  expect(points).toHaveLength(3);
  expect(new Set(points.map(String)).size).toBe(3);
  for (const value of points.flat()) expect(Math.abs(value)).toBeLessThanOrEqual(2);
});

test('tests draw from streams of their own', () => {
  const other = { ...jacobianTest, id: 'other' };
  expect(drawInputs(other, 'a', 'python')).not.toEqual(drawInputs(jacobianTest, 'a', 'python'));
});

test('a formula becomes a function in the language of the submission', () => {
  const [[python] = []] = drawInputs(jacobianTest, 'a', 'python');
  const [[javascript] = []] = drawInputs(jacobianTest, 'a', 'javascript');
  expect(python).toMatchObject({ type: 'function', source: expect.stringContaining('np.array([') });
  expect(javascript).toMatchObject({ type: 'function', source: expect.stringContaining('((x, y) => [') });
});

test('the expected Jacobian is the exact one at the drawn point', () => {
  const given = [
    { type: 'function' as const, source: '' },
    { type: 'array' as const, dtype: 'float64' as const, shape: [2], data: [1, 2] },
  ];
  expect(expectedOf(jacobianTest, given, undefined)).toEqual({
    type: 'value',
    value: { t: 'array', dtype: 'float64', shape: [2, 2], v: [2, 1, 2, 1] },
  });
});
