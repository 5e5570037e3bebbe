import { describe, expect, it } from 'vitest';
import { TryLimits } from './limits.ts';

describe('what strangers may try', () => {
  it('a class behind one address tries three times each within a minute', () => {
    const limits = new TryLimits();
    const heard = Array.from({ length: 90 }, (_, index) => limits.begin('192.0.2.1', index * 600));
    expect(heard).toEqual(heard.map(() => true));
  });

  it('one address that goes on without end is slowed down, and others are not', () => {
    const limits = new TryLimits();
    let heard = 0;
    for (let now = 0; now < 600_000; now += 200) if (limits.begin('192.0.2.1', now)) heard++;
    expect(heard).toBeLessThan(250);
    expect(limits.begin('192.0.2.2', 600_000)).toBe(true);
  });

  it('many addresses together are slowed down too', () => {
    const limits = new TryLimits();
    let heard = 0;
    for (let now = 0; now < 600_000; now += 200) if (limits.begin(`2001:db8:${now}::/64`, now)) heard++;
    expect(heard).toBeGreaterThan(300);
    expect(heard).toBeLessThan(1_000);
  });
});
