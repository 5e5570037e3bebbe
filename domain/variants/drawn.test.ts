import { describe, expect, it } from 'vitest';
import { variantsOf } from './draw.ts';
import { completed, drawnOf } from './drawn.ts';
import { type Parameters, readParameters, type Value, type Values } from './parameters.ts';
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
    expect(samplesOf(parameters)).toEqual({ list, complete: true, of: list.length, edges: null });
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

  /** For every two names and every two ends, whether a sample has both. */
  function missing(list: readonly Values[], ends: Record<string, readonly [Value, Value]>): string[] {
    const names = Object.keys(ends);
    return names.flatMap((one, index) =>
      names
        .slice(index + 1)
        .flatMap((other) =>
          (ends[one] ?? []).flatMap((a) =>
            (ends[other] ?? []).flatMap((b) =>
              list.some((values) => values[one] === a && values[other] === b) ? [] : [`${one}=${a} ${other}=${b}`],
            ),
          ),
        ),
    );
  }
  const named = <T>(count: number, value: (index: number) => T): Record<string, T> =>
    Object.fromEntries(Array.from({ length: count }, (_one, index) => [`n${index}`, value(index)]));

  it('bring every two of twenty names to every two ends, in so few that twenty draws of code hold them', () => {
    const parameters = read(named(20, () => ({ from: 1, to: 100 })));
    const { list, edges } = samplesOf(parameters, 20);
    expect({ edges, length: list.length }).toEqual({ edges: { tried: 'pairs', met: 760, of: 760 }, length: 20 });
    expect(
      missing(
        list,
        named(20, () => [1, 100] as const),
      ),
    ).toEqual([]);
  });

  it('put the ends of few names together in all ways, and those that bring most first', () => {
    const parameters = read(named(8, () => ({ of: ['least', 'between', 'most', 'last'] })));
    const all = samplesOf(parameters);
    expect(all.edges).toEqual({ tried: 'all', met: 112, of: 112 });
    const atEnds = all.list.filter((one) => Object.values(one).every((value) => value === 'least' || value === 'last'));
    expect(atEnds).toHaveLength(256);
    const few = samplesOf(parameters, 20);
    expect(few.edges?.tried).toBe('pairs');
    expect(
      missing(
        few.list,
        named(8, () => ['least', 'last'] as const),
      ),
    ).toEqual([]);
    expect(samplesOf(parameters, 4).edges?.tried).toBe('some');
  });

  it('draw the other names where conditions forbid that all stand at an end', () => {
    const where = ['n0 + n1 + n2 > 60', 'n3 + n4 < 90', 'n5 != n6'];
    const { list, edges } = samplesOf(read({ ...named(9, () => ({ from: 1, to: 50 })), where }));
    // what cannot be: three that are too small together but for a large one, two at their largest, two alike
    const gone = ['n0=1 n1=1', 'n0=1 n2=1', 'n1=1 n2=1', 'n3=50 n4=50', 'n5=1 n6=1', 'n5=50 n6=50'];
    expect(
      missing(
        list,
        named(9, () => [1, 50] as const),
      ).toSorted(),
    ).toEqual(gone);
    expect(edges).toEqual({ tried: 'some', met: 144 - gone.length, of: 144 });
  });

  it('follow ranges that depend on what is drawn above', () => {
    const parameters = read({
      a: { from: 1, to: 60 },
      b: { from: 'a + 1', to: 100 },
      c: 'a * b',
      d: { from: 1, to: 9 },
    });
    const { list } = samplesOf(parameters, 12);
    for (const [a, b] of [
      [1, 2],
      [1, 100],
      [60, 61],
      [60, 100],
    ] as const)
      expect(list.some((one) => one.a === a && one.b === b && one.c === a * b)).toBe(true);
  });
});
