/** Work that is done once for all who ask for it at once. */
import { expect, it } from 'vitest';
import { OneForAll } from './one-for-all.ts';

/** Work whose ends are told by hand, in the order in which it began. */
function byHand() {
  const ends: ((how: 'done' | 'failed') => void)[] = [];
  let begun = 0;
  const work = (): Promise<number> => {
    const mine = ++begun;
    return new Promise((resolve, reject) =>
      ends.push((how) => (how === 'done' ? resolve(mine) : reject(new Error(`no ${mine}`)))),
    );
  };
  return { work, end: (at: number, how: 'done' | 'failed' = 'done') => ends[at]?.(how), begun: () => begun };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('whoever comes while work runs is given the next one, all of them the same, and then it begins anew', async () => {
  const { work, end, begun } = byHand();
  const all = new OneForAll<number>();
  const first = all.do('a', work);
  const [second, third] = [all.do('a', work), all.do('a', work)];
  expect(begun()).toBe(1);
  end(0);
  expect(await first).toBe(1);
  await turn();
  expect(begun()).toBe(2);
  const fourth = all.do('a', work);
  end(1);
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  await turn();
  end(2);
  expect(await fourth).toBe(3);
  await turn();
  const fifth = all.do('a', work);
  end(3);
  expect(await fifth).toBe(4);
});

it('work of another key waits for nobody', async () => {
  const { work, end } = byHand();
  const all = new OneForAll<number>();
  const one = all.do('a', work);
  const other = all.do('b', work);
  end(1);
  expect(await other).toBe(2);
  end(0);
  expect(await one).toBe(1);
});

it('work that fails fails for whom it was done, and not for who comes after', async () => {
  const { work, end } = byHand();
  const all = new OneForAll<number>();
  const first = all.do('a', work);
  const second = all.do('a', work);
  end(0, 'failed');
  await expect(first).rejects.toThrow('no 1');
  await turn();
  end(1);
  expect(await second).toBe(2);
});
