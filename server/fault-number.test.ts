/** Numbers of faults: short, without signs that are taken for each other, and none twice. */
import { expect, it } from 'vitest';
import { faultNumber } from './fault-number.ts';

it('is eight signs in two groups, none of which looks like another, and hardly ever the same twice', () => {
  const made = Array.from({ length: 2_000 }, faultNumber);
  for (const one of made) expect(one).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(made).size).toBe(made.length);
});
