import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBackwards, itemRest, type Pair, pooled } from './item-rest.ts';

describe('how far a question tells people apart', () => {
  it('is the point-biserial correlation where answers are right or wrong', () => {
    const pairs: Pair[] = [
      [1, 0.9],
      [1, 0.7],
      [1, 0.8],
      [0, 0.4],
      [0, 0.5],
    ];
    // (M1 − M0) / s · √(pq), with the spread of all five
    const rest = pairs.map(([, one]) => one);
    const mean = rest.reduce((a, b) => a + b) / 5;
    const spread = Math.sqrt(rest.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 5);
    expect(itemRest(pairs).rest).toBeCloseTo(((0.8 - 0.45) / spread) * Math.sqrt((3 / 5) * (2 / 5)), 10);
  });

  it('is below zero where those who know more get it wrong: the key is to be looked at', () => {
    expect(
      itemRest([
        [0, 1],
        [0, 0.9],
        [1, 0.2],
        [1, 0.1],
      ]).rest,
    ).toBeLessThan(-0.9);
  });

  it('is said to be so only where it is hardly chance', () => {
    expect(isBackwards({ rest: -0.3, paired: 100 })).toBe(true);
    expect(isBackwards({ rest: -0.1, paired: 100 })).toBe(false);
    expect(isBackwards({ rest: -0.3, paired: 12 })).toBe(false);
    expect(isBackwards({ rest: -1, paired: 9 })).toBe(false);
    expect(isBackwards({ rest: null, paired: 100 })).toBe(false);
  });

  it('says nothing where all earned the same, or nobody did anything', () => {
    expect(
      itemRest([
        [1, 0.5],
        [1, 0.9],
      ]),
    ).toEqual({ rest: null, paired: 2 });
    expect(itemRest([])).toEqual({ rest: null, paired: 0 });
  });

  it('stays within its range, and does not change when all is worth more', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { maxLength: 30 }), (pairs) => {
        const { rest } = itemRest(pairs);
        const half = itemRest(pairs.map(([here, there]): Pair => [here / 2, there])).rest;
        if (rest === null || half === null) return;
        expect(Math.abs(rest)).toBeLessThanOrEqual(1);
        expect(half).toBeCloseTo(rest, 6);
      }),
    );
  });

  it('of several classes counts each by its people, and those that say nothing not at all', () => {
    expect(
      pooled([
        { rest: 0.2, paired: 10 },
        { rest: 0.6, paired: 30 },
        { rest: null, paired: 50 },
      ]),
    ).toEqual({ rest: 0.5, paired: 40 });
    expect(pooled([{ rest: null, paired: 3 }])).toEqual({ rest: null, paired: 0 });
  });
});
