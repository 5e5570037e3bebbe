// @vitest-environment happy-dom
/** One tab sends at a time also where there are no Web Locks: each import here is a tab of its own, with the same storage. */
import { beforeEach, expect, it, vi } from 'vitest';
import { PATIENT } from '../../../tests/support/guard.ts';

async function tab() {
  vi.resetModules();
  return (await import('./alone.ts')).underLease;
}

beforeEach(() => localStorage.clear());

it('lets one tab work, and the other one once that is done', async () => {
  const [one, other] = [await tab(), await tab()];
  const { promise, resolve: end } = Promise.withResolvers<void>();
  const begun = vi.fn(() => promise);
  const working = one(begun);
  await vi.waitFor(() => expect(begun).toHaveBeenCalled(), PATIENT);
  const work = vi.fn(async () => undefined);
  expect(await other(work)).toBe(false);
  end();
  expect(await working).toBe(true);
  expect(await other(work)).toBe(true);
  expect(work).toHaveBeenCalledOnce();
  expect(localStorage.length).toBe(0);
});

it('gives way to nobody who has gone: a lease runs out', async () => {
  const [one, other] = [await tab(), await tab()];
  vi.useFakeTimers();
  void one(() => new Promise(() => undefined));
  await vi.advanceTimersByTimeAsync(100);
  // that tab is killed: its timers stand still, and the clock goes on
  vi.clearAllTimers();
  vi.setSystemTime(Date.now() + 60_000);
  const done = other(async () => undefined);
  await vi.advanceTimersByTimeAsync(100);
  expect(await done).toBe(true);
  vi.useRealTimers();
});

it('works where storage is blocked: then there is nothing to share', async () => {
  const alone = await tab();
  vi.stubGlobal('localStorage', undefined);
  expect(await alone(async () => undefined)).toBe(true);
  vi.unstubAllGlobals();
});
