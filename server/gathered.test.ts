/** What is asked within a moment is done together. */
import { expect, it } from 'vitest';
import { Gathered } from './gathered.ts';

/** Doubles numbers and keeps which ones were done together; of the odd ones above 100 it wants none. */
function doubling(how: { largest?: number; keyOf?: (item: number) => string } = {}) {
  const groups: number[][] = [];
  const gathered = new Gathered<number, number>({
    waits: 5,
    largest: how.largest ?? 100,
    keyOf: how.keyOf ?? String,
    run: async (items) => {
      groups.push([...items]);
      if (items.some((item) => item > 100 && item % 2 === 1)) throw new Error('an odd one');
      return items.map((item) => 2 * item);
    },
  });
  return { gathered, groups, all: (...items: number[]) => Promise.all(items.map((item) => gathered.ask(item))) };
}

it('does together what is asked within a moment, and gives each its own', async () => {
  const { groups, all, gathered } = doubling();
  expect(await all(1, 2, 3)).toEqual([2, 4, 6]);
  expect(await gathered.ask(4)).toBe(8);
  expect(groups).toEqual([[1, 2, 3], [4]]);
});

it('keeps the order of what bears one key: the second waits for the first', async () => {
  const { groups, all } = doubling({ keyOf: (item) => String(item % 10) });
  expect(await all(1, 11, 2, 21)).toEqual([2, 22, 4, 42]);
  expect(groups).toEqual([[1, 2], [11], [21]]);
});

it('does no more together than it was told, and the others next', async () => {
  const { groups, all } = doubling({ largest: 2 });
  expect(await all(1, 2, 3, 4, 5)).toEqual([2, 4, 6, 8, 10]);
  expect(groups).toEqual([[1, 2], [3, 4], [5]]);
});

it('refuses the one that cannot be done, and not those that were asked with it', async () => {
  const { gathered } = doubling();
  const [one, odd, other] = await Promise.allSettled([1, 101, 2].map((item) => gathered.ask(item)));
  expect([one, other]).toEqual([
    { status: 'fulfilled', value: 2 },
    { status: 'fulfilled', value: 4 },
  ]);
  expect(odd).toMatchObject({ status: 'rejected', reason: new Error('an odd one') });
  expect(await gathered.ask(5)).toBe(10);
});
