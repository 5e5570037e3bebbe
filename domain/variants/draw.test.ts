import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, variantsOf } from './draw.ts';
import { type Parameters, readParameters } from './parameters.ts';

function read(block: Record<string, unknown>): Parameters {
  const found = readParameters(block);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.parameters;
}
const list = (block: Record<string, unknown>) => variantsOf(read(block)).list;

describe('what is drawn', () => {
  it('are whole numbers, decimals as they are written, choices and words', () => {
    expect(list({ a: { from: 2, to: 4 } })).toEqual([{ a: 2 }, { a: 3 }, { a: 4 }]);
    expect(list({ b: { from: 0.1, to: 0.4, step: 0.1 } }).map(({ b }) => b)).toEqual([0.1, 0.2, 0.3, 0.4]);
    expect(list({ n: { of: [2, 3.5] }, w: { of: ['sin', 'cos'] } })).toHaveLength(4);
  });

  it('keeps away from what it shall not be, and from what is near it', () => {
    expect(list({ a: { from: -2, to: 2, not: 0 } }).map(({ a }) => a)).toEqual([-2, -1, 1, 2]);
    expect(list({ a: { from: -1, to: 1, step: 0.25, not: 0, apart: 0.5 } }).map(({ a }) => a)).toEqual([
      -1, -0.75, -0.5, 0.5, 0.75, 1,
    ]);
    expect(list({ a: { from: 1, to: 3 }, b: { from: 1, to: 3, not: ['a', 2] } })).toEqual([
      { a: 1, b: 3 },
      { a: 2, b: 1 },
      { a: 2, b: 3 },
      { a: 3, b: 1 },
    ]);
  });

  it('depends on what was drawn above it, is worked out, and put in order anew', () => {
    const drawn = list({ a: { from: 1, to: 2 }, b: { from: 'a + 1', to: '2a' }, c: 'a^2 + b' });
    expect(drawn).toEqual([
      { a: 1, b: 2, c: 3 },
      { a: 2, b: 3, c: 7 },
      { a: 2, b: 4, c: 8 },
    ]);
    const orders = list({ p: { shuffle: [1, 2, 3] }, q: 'p1 - p2' });
    expect(orders).toHaveLength(6);
    expect(orders[0]).toEqual({ p1: 1, p2: 2, p3: 3, q: -1 });
  });

  it('fits its conditions', () => {
    const drawn = list({ a: { from: 1, to: 9 }, b: { from: 1, to: 9 }, where: ['a < b', 'a*b = 12', 'a ≠ 3'] });
    expect(drawn).toEqual([{ a: 2, b: 6 }]);
    expect(list({ a: { from: 1, to: 3 }, where: ['1/(a - 2) > 0'] })).toEqual([{ a: 3 }]);
    expect(variantsOf(read({ a: { from: 1, to: 3 }, where: ['a > 5'] }))).toMatchObject({ list: [], complete: true });
  });

  it('leaves out what has no value', () => {
    expect(list({ a: { from: -1, to: 1 }, r: '1/a' }).map(({ a }) => a)).toEqual([-1, 1]);
  });
});

describe('a draw', () => {
  const block = {
    a: { from: 2, to: 9 },
    b: { from: -3, to: 3, not: 0 },
    p: { shuffle: ['x', 'y', 'z'] },
    c: 'a*b',
    where: ['a + b > 2'],
  };

  it('is the same for the same seed, and one of those that there are', () => {
    const parameters = read(block);
    const all = new Set(variantsOf(parameters).list.map((one) => JSON.stringify(one)));
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const drawn = draw(parameters, seed);
        expect(draw(parameters, seed)).toEqual(drawn);
        expect(all.has(JSON.stringify(drawn))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('finds every variant, each about as often', () => {
    const parameters = read({ a: { from: 1, to: 3 }, b: { from: 1, to: 'a' } });
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6_000; seed++) {
      const drawn = JSON.stringify(draw(parameters, String(seed)));
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(count).toBeGreaterThan(850);
  });

  it('fits its conditions also where there are too many to count', () => {
    const many = read({
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, { from: 1, to: 100 }])),
      where: ['a < b', 'b < c', 'c < d'],
    });
    const found = variantsOf(many);
    expect(found).toMatchObject({ complete: false, combinations: 100 ** 4 });
    expect(found.list).toHaveLength(2_000);
    for (let seed = 0; seed < 50; seed++) {
      const { a, b, c, d } = draw(many, String(seed), found) ?? {};
      expect(Number(a) < Number(b) && Number(b) < Number(c) && Number(c) < Number(d)).toBe(true);
    }
  });

  it('is nothing where nothing fits', () => {
    expect(draw(read({ a: { from: 1, to: 3 }, where: ['a > 5'] }), 's')).toBeNull();
  });
});

describe('what is wrong', () => {
  it.each([
    ['a name that formulas have', { e: { from: 1, to: 2 } }, 'name at e'],
    ['a name with a blank', { 'a b': 1 }, 'name at a b'],
    ['an unknown key', { a: { from: 1, until: 2 } }, 'form at a'],
    ['a name that is not drawn above', { a: { from: 1, to: 'b' }, b: { from: 1, to: 2 } }, 'formula at a.to'],
    ['a name of a permutation twice', { p: { shuffle: [1, 2] }, p1: 3 }, 'twice at p1'],
    ['words in a formula', { w: { of: ['x', 'y'] }, c: 'w + 1' }, 'formula at c'],
    ['an empty range', { a: { from: 3, to: 1 } }, 'range at a'],
    ['a range without end', { a: { from: 0, to: 1, step: 1e-9 } }, 'range at a'],
    ['a condition that compares nothing', { a: 1, where: ['a'] }, 'condition at where.0'],
    ['a condition of what is not there', { a: 1, where: ['a < z'] }, 'condition at where.0'],
  ])('is told: %s', (_what, block, expected) => {
    const found = readParameters(block);
    expect(found.ok ? [] : found.problems.map(({ code, path }) => `${code} at ${path.join('.')}`)).toEqual([expected]);
  });
});
