/** What a device says about when it was handed in. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { believed } from './claim.ts';

const NOW = Date.UTC(2026, 10, 28);

it('believes a time in the past, and takes one a little in the future for now', () => {
  expect(believed(NOW - 3_600_000.4, NOW)).toBe(NOW - 3_600_000);
  expect(believed(NOW + 5_000, NOW)).toBe(NOW);
});

it('takes an absurd time for none', () => {
  for (const claim of [undefined, Number.NaN, Number.POSITIVE_INFINITY, 0, -1, NOW + 3_600_000, NOW * 2])
    expect(believed(claim, NOW)).toBeNull();
});

it('is never later than the receipt, whatever is claimed', () => {
  fc.assert(fc.property(fc.double(), (claim) => (believed(claim, NOW) ?? 0) <= NOW));
});
