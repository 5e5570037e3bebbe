/** The example on the card and the call in the verdict are printed alike. */
import { describe, expect, it } from 'vitest';
import { expectedOf } from '../judging/expected.ts';
import { drawInputs } from '../judging/inputs.ts';
import { judgeTest } from '../judging/judge.ts';
import { codeTest } from '../kinds/code/document.ts';
import { examplesOf } from './notation.ts';

const ARGUMENTS = [
  { type: 'formula', formulas: ['x^2 + y', 'x*y'], variables: ['x', 'y'], gives: 'array' },
  { type: 'formula', formulas: ['x'], variables: ['x'], gives: 'number' },
  {
    type: 'array',
    values: [
      [1, 2.5],
      [-3, 1e-7],
    ],
    dtype: 'float64',
  },
  { type: 'array', values: [1, 2], dtype: 'int64' },
  { type: 'value', value: [1, 0.1, true, null, "it's", 'a "word"', [2, []]] },
  { type: 'value', value: 1e21 },
];
const EXPECTED = ["it's", 'a', 3, 0.5, -2, true, false, null, ['a', 1, [null, true]], []];

describe.each(['python', 'javascript'] as const)('in %s', (language) => {
  it.each(EXPECTED)('the call and what is expected of it stand on the card as in the verdict: %j', (value) => {
    const test = codeTest.parse({
      id: 'one',
      name: 'One',
      visible: true,
      points: 1,
      arguments: ARGUMENTS,
      expect: { type: 'value', value },
    });
    const [given = []] = drawInputs(test, 'seed', language);
    const draw = { arguments: given, expected: expectedOf(test, given, undefined), report: undefined };
    const told = judgeTest(test, [draw], { entry: 'f', source: '', language, ending: 'finished' }).outcome;
    const [example] = examplesOf([test], 'f', language);
    expect(example).toMatchObject({ call: told.call, expected: told.expected });
  });
});

it('what is drawn is told by its shape, and functions by their formulas', () => {
  const test = codeTest.parse({
    id: 'one',
    name: 'One',
    visible: true,
    points: 1,
    arguments: [
      { type: 'formula', formulas: ['x^2'], variables: ['x'], gives: 'number' },
      { type: 'draw', shape: [2, 3], low: 0, high: 1 },
      { type: 'draw', shape: [], low: 0, high: 1 },
    ],
    expect: { type: 'shapes', shapes: [[2], [2, 3]] },
  });
  expect(examplesOf([test], 'f', 'python')).toMatchObject([
    { call: 'f(f, np.random.rand(2, 3), random())\nf(x) = x^2', expected: '(2,), (2, 3)', what: 'shapes' },
  ]);
  expect(examplesOf([test], 'f', 'javascript')).toMatchObject([
    { call: 'f(f, random(2, 3), random())\nf(x) = x^2', expected: '2, 2×3' },
  ]);
});
