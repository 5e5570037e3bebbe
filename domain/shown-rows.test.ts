/** The rows of a long table that are laid out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchAround, stretchesOf } from './shown-rows.ts';

const ROW = 40;

describe('the rows that are laid out', () => {
  it('are all that are in sight wherever one has scrolled to, and not many more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 100, max: 2000 }), (top, height) => {
        const { from, to } = stretchAround({ top, height }, ROW);
        expect(from * ROW).toBeLessThanOrEqual(top);
        expect(to * ROW).toBeGreaterThanOrEqual(top + height);
        expect((to - from) * ROW).toBeLessThan(height + 30 * ROW);
      }),
    );
  });

  it('stay the same while one scrolls by less than a row', () => {
    const at = (top: number) => stretchAround({ top, height: 600 }, ROW);
    expect(at(4010)).toEqual(at(4030));
    expect(at(4000)).not.toEqual(at(4400));
  });

  it('hold the one that must not go, in its place and once', () => {
    const near = { from: 20, to: 40 };
    expect(stretchesOf(100, near, undefined)).toEqual([near]);
    expect(stretchesOf(100, near, 30)).toEqual([near]);
    expect(stretchesOf(100, near, 3)).toEqual([{ from: 3, to: 4 }, near]);
    expect(stretchesOf(100, near, 40)).toEqual([near, { from: 40, to: 41 }]);
    expect(stretchesOf(30, near, 70)).toEqual([{ from: 20, to: 30 }]);
    expect(stretchesOf(10, near, -1)).toEqual([{ from: 10, to: 10 }]);
  });
});
