/** What one address may ask without an account. */
import { describe, expect, it } from 'vitest';
import { StrangerLimits } from './stranger-limits.ts';

const MINUTE = 60_000;
/** So many requests of an address within a minute, the given ones refused. @returns how many were listened to */
function within(limits: StrangerLimits, address: string, count: number, refused: (index: number) => boolean): number {
  let heard = 0;
  for (let index = 0; index < count; index++) {
    const now = (index * MINUTE) / count;
    if (!limits.begin(address, now)) continue;
    heard += 1;
    if (refused(index)) limits.refused(address, now);
  }
  return heard;
}

describe('an address', () => {
  it('from which a lecture of 300 joins within a minute, a third of them twice, is listened to each time', () => {
    expect(within(new StrangerLimits(), 'lecture', 400, (index) => index % 4 === 0)).toBe(400);
  });

  it('that tries links waits ever longer, and nobody elsewhere does', () => {
    const limits = new StrangerLimits();
    expect(within(limits, 'guesser', 6_000, () => true)).toBeLessThan(170);
    expect(limits.begin('guesser', MINUTE)).toBe(false);
    expect(limits.begin('elsewhere', MINUTE)).toBe(true);
  });

  it('that asks for much at the same time is told no more than one after the other', () => {
    const limits = new StrangerLimits();
    const heard = Array.from({ length: 400 }, () => limits.begin('guesser', 0)).filter((one) => one);
    const told = heard.filter(() => limits.refused('guesser', 1));
    expect([heard.length, told.length]).toEqual([400, 151]);
  });

  it('that makes accounts without end waits too', () => {
    expect(within(new StrangerLimits(), 'machine', 12_000, () => false)).toBeLessThan(2_000);
  });
});
