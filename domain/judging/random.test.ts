import { expect, test } from 'vitest';
import { mulberry32 } from '../maths/sample.ts';
import { randomFrom } from './random.ts';

const drawn = (seed: string, count: number): number[] => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => random.next());
};

test('the same seed draws the same numbers', () => {
  expect(drawn('a submission', 50)).toEqual(drawn('a submission', 50));
});

test('a stored seed draws in every version what it drew when it was stored', () => {
  expect(drawn('a submission', 3)).toEqual([0.4141747357789427, 0.6651402960997075, 0.19445395935326815]);
  const random = mulberry32(7);
  expect([random(), random(), random()]).toEqual([0.011704753153026104, 0.06195825757458806, 0.97690763277933]);
});

test('seeds that differ in one letter draw other numbers', () => {
  expect(drawn('submission 1', 4)).not.toEqual(drawn('submission 2', 4));
});

test('numbers are spread evenly over [0, 1)', () => {
  const numbers = drawn('spread', 20_000);
  const tenths = new Array<number>(10).fill(0);
  for (const number of numbers) {
    const tenth = Math.floor(number * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
});
