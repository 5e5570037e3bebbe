/** A level as a landscape. */
import { expect, it } from 'vitest';
import { HEIGHT, spotsOf, WIDTH, walked } from './landscape.ts';

it.each([1, 2, 8, 25, 40])('has a spot for each of %i lessons, inside the drawing and never on another', (count) => {
  const spots = spotsOf(count);
  expect(spots).toHaveLength(count);
  for (const { x, y } of spots) {
    expect(x).toBeGreaterThan(10);
    expect(x).toBeLessThan(WIDTH - 10);
    expect(y).toBeGreaterThan(10);
    expect(y).toBeLessThan(HEIGHT - 10);
  }
  const gaps = spots.flatMap((one, index) =>
    spots.slice(index + 1).map((two) => Math.hypot(one.x - two.x, one.y - two.y)),
  );
  expect(Math.min(100, ...gaps)).toBeGreaterThan(count > 25 ? 14 : 22);
});

it('is walked only between lessons that are written, and no further than one has come', () => {
  const spots = [0, 1, 2, 3, 4].map((x) => ({ x, y: 0 }));
  expect(walked(spots, [true, true, false, true, true], 4)).toBe('M0 0L1 0M3 0L4 0');
  expect(walked(spots, [true, true, true, true, true], 1)).toBe('M0 0L1 0');
  expect(walked(spots, [true, true, true, true, true], -1)).toBe('');
});
