import { describe, expect, it } from 'vitest';
import { loss, step, walk } from './walk.ts';

describe('the walk of the descent figure', () => {
  it('takes the step of the lesson: from (3, 4) to (2.4, 3.2)', () => {
    const [x, y] = step([3, 4], 0.1);
    expect(x).toBeCloseTo(2.4);
    expect(y).toBeCloseTo(3.2);
  });

  it('goes down for a small rate and is there at once for one half', () => {
    const small = walk([3, 4], 0.1, 8);
    expect(small).toHaveLength(9);
    expect(small.map(loss)).toEqual(small.map(loss).toSorted((a, b) => b - a));
    expect(walk([3, 4], 0.5, 1).at(-1)).toEqual([0, 0]);
  });

  it('ends where it would run away', () => {
    expect(walk([3, 4], 1.1, 1000).length).toBeLessThan(40);
  });
});
