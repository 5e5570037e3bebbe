import { expect, test } from 'vitest';
import { computedMs, residentMb } from './resident.ts';

/** No process has this number: the kernel gives none beyond 2^22. */
const NOBODY = 2 ** 22 + 1;

test('the resident size of a process grows with what it holds', () => {
  const before = residentMb(process.pid) ?? 0;
  expect(before).toBeGreaterThan(10);
  const held = Buffer.alloc(200 * 2 ** 20, 1);
  expect(residentMb(process.pid)).toBeGreaterThan(before + 150);
  expect(held.length).toBeGreaterThan(0);
});

test('the time that a process has computed grows while it does', () => {
  const before = computedMs(process.pid) ?? 0;
  expect(before).toBeGreaterThan(0);
  while ((computedMs(process.pid) ?? 0) < before + 50);
  expect(computedMs(process.pid)).toBeGreaterThanOrEqual(before + 50);
});

test('of a process that is gone neither is told', () => {
  expect([residentMb(NOBODY), computedMs(NOBODY)]).toEqual([null, null]);
});
