import { expect, it } from 'vitest';
import { lostIn } from './lost.ts';
import { readParameters } from './parameters.ts';

function lost(block: Record<string, unknown>) {
  const read = readParameters(block);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return lostIn(read.parameters);
}

it('says which worked out values have none, how often, and with what', () => {
  expect(lost({ a: { from: 1, to: 8 }, b: { from: 1, to: 2 }, c: '1/(a - 3)', d: 'sqrt(b - 2)' })).toEqual([
    { name: 'c', count: 2, of: 16, values: { a: 3, b: 1 } },
    { name: 'd', count: 7, of: 14, values: { a: 1, b: 1, c: -0.5 } },
  ]);
});

it('says nothing where such values are kept out, or nothing is worked out', () => {
  expect(lost({ a: { from: 1, to: 8, not: 3 }, c: '1/(a - 3)' })).toEqual([]);
  expect(lost({ a: { from: 1, to: 8 }, c: '1/(a - 3)', where: ['a > 3'] })).toEqual([]);
  expect(lost({ a: { from: 1, to: 8 } })).toEqual([]);
});

it('ends soon where there is much to look at', () => {
  const many = Object.fromEntries(['a', 'b', 'c', 'd', 'f'].map((name) => [name, { from: 1, to: 200 }]));
  expect(lost({ ...many, g: '1/(f - 3)' })[0]).toMatchObject({ name: 'g', values: { a: 1, b: 1, c: 1, d: 1, f: 3 } });
});
