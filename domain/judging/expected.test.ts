import { expect, test } from 'vitest';
import { codeTest } from '../kinds/code/document.ts';
import { expectedOf } from './expected.ts';
import type { Reported } from './report.ts';
import { array, float, list, text } from './values.ts';

const one = codeTest.parse({
  id: 'one',
  name: 'One',
  visible: true,
  points: 1,
  arguments: [],
  expect: { type: 'solution' },
});
const given = (value: Reported) => expectedOf(one, [], { ok: true, value, changed: [], printed: '' });

test('a solution whose answer nobody could agree with is a fault of the lesson, not of whoever answers', () => {
  const strange: Reported[] = [
    { t: 'float', v: 'nan' },
    { t: 'object', name: 'generator' },
    { t: 'huge', name: 'list' },
    list(float(1), { t: 'object', name: 'Decimal' }),
    { t: 'array', dtype: 'float64', shape: [2], v: [1, 'nan'] },
    { t: 'array', dtype: 'complex128', shape: [2], v: null },
  ];
  for (const value of strange) expect(() => given(value), JSON.stringify(value)).toThrow('cannot be compared');
});

test('numbers, infinite ones too, booleans, words and nothing can be agreed with', () => {
  const plain: Reported[] = [
    float(1),
    { t: 'float', v: 'inf' },
    array([2], [1, 0], 'bool'),
    { t: 'array', dtype: '<U1', shape: [1], v: null, words: ['a'] },
    list(text('a'), { t: 'none' }),
  ];
  for (const value of plain) expect(given(value)).toEqual({ type: 'value', value });
});

test('a derivative where there is none is a fault of the lesson', () => {
  const test = codeTest.parse({
    ...one,
    arguments: [
      { type: 'formula', formulas: ['ln(x)'], variables: ['x'] },
      { type: 'array', values: [-1] },
    ],
    expect: { type: 'derivative', of: 0, at: 1, gives: 'gradient' },
  });
  const point = { type: 'array', dtype: 'float64', shape: [1], data: [-1] } as const;
  expect(() =>
    expectedOf(
      test,
      [
        { type: 'function', source: '' },
        { ...point, shape: [1], data: [-1] },
      ],
      undefined,
    ),
  ).toThrow('cannot be compared');
});
