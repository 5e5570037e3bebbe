import { describe, expect, it } from 'vitest';
import { compileFormulas } from '../../../domain/maths/formula.ts';
import { readParameters } from '../../../domain/variants/parameters.ts';
import { beginOf, DRAWN_AS, drawnAs, entriesOf, freeName, renamed } from './variant-rows.ts';

describe('rows of what is drawn', () => {
  it('are the names of the block in their order, conditions left aside', () => {
    expect(entriesOf({ b: 1, where: ['b > 0'], a: { of: [1] } })).toEqual([
      ['b', 1],
      ['a', { of: [1] }],
    ]);
    expect([entriesOf(null), entriesOf([1])]).toEqual([[], []]);
  });

  it.each(DRAWN_AS)('begin as %s with what can be drawn', (as) => {
    expect(drawnAs(beginOf(as))).toBe(as);
    expect(readParameters({ a: beginOf(as) }).ok).toBe(true);
  });

  it('have names of their own that formulas can hold', () => {
    expect(
      freeName([
        ['a', 1],
        ['b', 1],
      ]),
    ).toBe('c');
    for (let names: [string, number][] = []; names.length < 25; names = [...names, [freeName(names), 1]]) {
      const name = freeName(names);
      expect(names.map(([one]) => one)).not.toContain(name);
      expect(compileFormulas([`2${name}`], [name]).ok).toBe(true);
    }
  });

  it('take another name, but not that of another row', () => {
    const rows = [
      ['a', 1],
      ['b', 2],
    ] as const;
    expect(renamed(rows, 0, 'k')).toEqual([
      ['k', 1],
      ['b', 2],
    ]);
    expect(renamed(rows, 0, 'b')).toEqual(rows);
  });
});
