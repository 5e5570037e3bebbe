import { describe, expect, it } from 'vitest';
import { variantsOf } from './draw.ts';
import { completed, drawnOf } from './drawn.ts';
import { type Parameters, readParameters } from './parameters.ts';
import { samplesOf } from './samples.ts';

function read(block: Record<string, unknown>): Parameters {
  const found = readParameters(block);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.parameters;
}
const BLOCK = { a: { from: 2, to: 5 }, p: { shuffle: [1, 2] }, c: 'a + p1', where: ['c > 3'] };

describe('what of a variant is kept', () => {
  it('is what was drawn, and all values come of it again', () => {
    const parameters = read(BLOCK);
    const { list } = variantsOf(parameters);
    expect(list.length).toBeGreaterThan(5);
    for (const values of list) {
      const drawn = drawnOf(parameters, values);
      expect(drawn).not.toHaveProperty('c');
      expect(completed(parameters, drawn)).toEqual(values);
    }
  });

  it('gives what is worked out now, where that was put right', () => {
    expect(completed(read({ ...BLOCK, c: 'a * p1' }), { a: 3, p1: 2, p2: 1 })).toMatchObject({ c: 6 });
  });

  it.each([
    ['a value that is drawn no more', { ...BLOCK, a: { from: 4, to: 9 } }],
    ['another condition', { ...BLOCK, where: ['c > 5'] }],
    ['one name more', { ...BLOCK, b: { from: 1, to: 2 } }],
    ['one name less', { a: { from: 2, to: 5 } }],
  ])('fits no longer with %s', (_what, block) => {
    expect(completed(read(block), { a: 3, p1: 2, p2: 1 })).toBeNull();
  });
});

describe('samples', () => {
  it('are all there are, where they are few', () => {
    const parameters = read(BLOCK);
    const { list } = variantsOf(parameters);
    expect(samplesOf(parameters)).toEqual({ list, complete: true, of: list.length });
  });

  it('have the edges of all ranges where there are too many, no two alike, and the first of all first', () => {
    const names = ['a', 'b', 'c'];
    const parameters = read(Object.fromEntries(names.map((name) => [name, { from: 1, to: 100 }])));
    const { list, complete, of } = samplesOf(parameters, 50);
    expect({ complete, of, length: list.length }).toEqual({ complete: false, of: 1_000_000, length: 50 });
    expect(list[0]).toEqual({ a: 1, b: 1, c: 1 });
    expect(new Set(list.map((one) => JSON.stringify(one))).size).toBe(50);
    for (const a of [1, 100])
      for (const b of [1, 100]) for (const c of [1, 100]) expect(list).toContainEqual({ a, b, c });
  });
});
