import { expect, it } from 'vitest';
import { type TypedAs, typed, untyped } from './yaml-text.ts';

it.each<[string, TypedAs, unknown]>([
  ['2.4', 'number', 2.4],
  ['2,4', 'number', 2.4],
  ['−3', 'number', -3],
  ['1/2', 'number', '1/2'],
  ['', 'number', undefined],
  ['2', 'formula', 2],
  ['2,5', 'formula', '2,5'],
  ['2x', 'formula', '2x'],
  ['x, y z', 'names', ['x', 'y', 'z']],
  ['3, [1, 2]', 'values', [3, [1, 2]]],
  ['', 'values', []],
  ['[1, 2', 'value', '[1, 2'],
  ['null', 'value', null],
  ['{draw: number, from: -5, to: 5}', 'value', { draw: 'number', from: -5, to: 5 }],
  [' a ', 'text', ' a '],
  ['{n}, [1, {2k + 1}]', 'values', ['{n}', [1, '{2k + 1}']]],
  ['{formula: "{a}x", of: [x]}', 'value', { formula: '{a}x', of: ['x'] }],
])('stores %j, typed as a %s', (text, as, value) => {
  expect(untyped(text, as)).toEqual(value);
});

it.each<[unknown, TypedAs, string]>([
  [['x', 'y'], 'names', 'x, y'],
  [[3, [1, 2]], 'values', '3, [1, 2]'],
  [[], 'values', ''],
  [['{n}', { 'k + 1': null }, '{a: b}'], 'values', '{n}, {k + 1}, "{a: b}"'],
  [{ draw: 'number', from: -5 }, 'value', '{draw: number, from: -5}'],
  ['solution', 'value', 'solution'],
  [null, 'value', 'null'],
  [null, 'number', ''],
  [{ absolute: 1, relative: 0 }, 'number', '{absolute: 1, relative: 0}'],
])('shows %j as %s', (value, as, text) => {
  expect(typed(value, as)).toBe(text);
});

it('stores what it shows', () => {
  for (const value of [1, -2.5, 'x', [1, 'a, b', { c: [true] }], { d: 'e: f' }, '{n}', ['{n + 1}', '{a}x', '{x: y}']])
    expect(untyped(typed(value, 'value'), 'value')).toEqual(value);
});
