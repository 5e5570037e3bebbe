/** A test that judges several returned values passes or fails as one, and says which of them are right. */
import { expect, test } from 'vitest';
import { codeTest } from '../kinds/code/document.ts';
import type { Expected } from './compare.ts';
import { judgeTest } from './judge.ts';
import type { Reported } from './report.ts';
import { array, float, list, tuple } from './values.ts';

const [dx, dW, db] = [array([2], [1.5, 2]), array([2, 2], [1, 2, 3.5, 4]), array([2], [7, 8.5])];
const wrong = array([2, 2], [1, 2, 3.5, 9]);
const all: Expected = { type: 'value', value: tuple(dx, dW, db) };

function told(came: Reported[], { expected = all, visible = true, more = {} } = {}) {
  const one = codeTest.parse({
    id: 't',
    name: 'T',
    visible,
    points: 1,
    arguments: [],
    expect: { type: 'solution' },
    ...more,
  });
  const draws = came.map((value) => ({
    arguments: [],
    expected,
    report: { ok: true as const, value, changed: [], printed: '' },
  }));
  return judgeTest(one, draws, { entry: 'f', source: '', language: 'python', ending: 'finished' }).outcome.feedback.map(
    ({ code, params }) => [code.replace('feedback.', ''), params],
  );
}

test('the right ones among several returned values are named, and the wrong ones', () => {
  expect(told([tuple(dx, wrong, db)])).toEqual([
    ['wrongValue', { item: 2, at: '[1, 1]', got: '9.0', expected: '4.0' }],
    ['someRight', { right: '1, 3', wrong: '2', rights: 2, wrongs: 1 }],
  ]);
  expect(told([tuple(dx, wrong, array([3], [1, 2, 3]))]).at(-1)).toEqual([
    'someRight',
    { right: '1', wrong: '2, 3', rights: 1, wrongs: 2 },
  ]);
});
test('a value that is wrong in another draw is not called right', () => {
  expect(told([tuple(dx, wrong, db), tuple(dx, dW, array([2], [0, 0]))]).at(-1)?.[1]).toMatchObject({
    right: '1',
    wrong: '2, 3',
  });
});
test('nothing is added where all are wrong, none is, another number came, or it is one value', () => {
  const zeros = array([1], [0]);
  const codes = (...parameters: Parameters<typeof told>) => told(...parameters).map(([code]) => code);
  expect(codes([tuple(zeros, zeros, zeros)])).not.toContain('someRight');
  expect(codes([tuple(dx, dW, db)])).toEqual([]);
  expect(codes([tuple(dx, wrong)])).toEqual(['wrongCount']);
  const rows: Expected = { type: 'value', value: list(list(float(1), float(2)), list(float(3), float(4))) };
  expect(codes([list(list(float(1), float(2)), list(float(3), float(5)))], { expected: rows })).toEqual(['wrongValue']);
});
test('matrices and vectors side by side in a list are several values, as JavaScript returns them', () => {
  const [matrix, vector] = [list(list(float(1), float(2)), list(float(3), float(4))), list(float(5), float(6))];
  const expected: Expected = { type: 'value', value: list(matrix, vector) };
  expect(told([list(matrix, list(float(5), float(7)))], { expected }).at(-1)?.[1]).toMatchObject({
    right: '1',
    wrong: '2',
  });
});
test('the shapes of several values are told one by one too', () => {
  const expected: Expected = { type: 'shapes', shapes: [[2], [2, 2], [2]] };
  expect(told([tuple(dx, dx, db)], { expected }).at(-1)?.[1]).toMatchObject({ right: '1, 3', wrong: '2' });
});
