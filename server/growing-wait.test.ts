/** What wrong tries cost. */
import { describe, expect, it } from 'vitest';
import { GrowingWait } from './growing-wait.ts';

const TERMS = { free: 2, first: 1_000, longest: 5_000, forgotten: 60_000 };
const waitAfter = (tries: number): number => {
  const wait = new GrowingWait(TERMS);
  for (let count = 0; count < tries; count++) wait.begin('a', 0);
  return wait.left('a', 0);
};

describe('wrong tries', () => {
  it('are free at first, then double the wait up to the longest', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 40].map(waitAfter)).toEqual([0, 0, 0, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  it('are waited for, and in time forgotten', () => {
    const wait = new GrowingWait(TERMS);
    for (let count = 0; count < 3; count++) wait.begin('a', 0);
    expect(wait.left('a', 400)).toBe(600);
    expect(wait.left('a', 1_000)).toBe(0);
    wait.begin('a', 1_000);
    expect(wait.left('a', 1_000)).toBe(2_000);
    wait.begin('a', 61_000);
    expect(wait.left('a', 61_000)).toBe(0);
  });

  it('are forgiven one by one, where the terms say so: a trickle of mistakes never waits, a flood settles at its pace', () => {
    const wait = new GrowingWait({ ...TERMS, eases: 2_000 });
    for (let now = 0; now < 3_600_000; now += 2_000) {
      expect(wait.left('trickle', now)).toBe(0);
      wait.begin('trickle', now);
    }
    let heard = 0;
    for (let now = 0; now < 3_600_000; now += 100) {
      if (wait.left('flood', now) > 0) continue;
      wait.begin('flood', now);
      heard += 1;
    }
    expect(heard).toBeGreaterThan(1_700);
    expect(heard).toBeLessThan(1_810);
  });

  it('cost nobody else anything, and right ones nothing', () => {
    const wait = new GrowingWait(TERMS);
    for (let count = 0; count < 50; count++) {
      wait.begin('b', 0);
      wait.undo('b');
      wait.begin('a', 0);
    }
    expect(wait.left('b', 0)).toBe(0);
    expect(wait.left('a', 0)).toBeGreaterThan(0);
    wait.forgive('a');
    expect(wait.left('a', 0)).toBe(0);
  });
});
