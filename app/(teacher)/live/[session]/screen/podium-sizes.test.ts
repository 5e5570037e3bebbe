/** The podium has room for as many names as a step bears. */
import { describe, expect, it } from 'vitest';
import { nameSize, podiumSizes } from './podium-sizes.ts';

describe('the podium', () => {
  // pixels of a wall of 1080: what the bar, the foot, the heading and the space around them leave
  const ROOM = 759;
  const CROWN = 62;
  // points, and how many more there are
  const BELOW = 61 + 47;

  it.each([1, 2, 3, 4])('has room for a first step with %i names of two lines each', (names) => {
    const { heights, first } = podiumSizes(names);
    const long = Array.from({ length: names }, () => 'W'.repeat(20));
    const lines = names * 2 * nameSize(long, first) * 1.25;
    // others are counted only where the step is full
    expect(CROWN + lines + (names === 4 ? BELOW : BELOW - 47) + heights[0]).toBeLessThanOrEqual(ROOM);
  });

  it('rises from the third step to the first, and has room for the number of each', () => {
    for (const names of [0, 1, 2, 3, 4]) {
      const [first, second, third] = podiumSizes(names).heights;
      expect(first).toBeGreaterThan(second);
      expect(second).toBeGreaterThan(third);
      expect(third).toBeGreaterThanOrEqual(110);
    }
  });

  it('shows who shares a step equally large', () => {
    expect(nameSize(['Ada', 'Bartholomew the Long'], 72)).toBe(nameSize(['Bartholomew the Long'], 72));
    expect(nameSize(['Ada'], 72)).toBe(72);
  });
});
