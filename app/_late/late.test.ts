// @vitest-environment happy-dom
/** Parts that are loaded late, over a network that comes and goes. */
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useLate, whenLoaded } from './late.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
});

/** A part that comes at the n-th try. */
function comesAt(n: number): { load: () => Promise<string>; tries: () => number } {
  let tries = 0;
  return {
    load: async () => {
      if (++tries < n) throw new Error('no network');
      return 'the part';
    },
    tries: () => tries,
  };
}
const needed = (): AbortSignal => new AbortController().signal;

it('tries again by growing pauses until the part has come', async () => {
  const { load, tries } = comesAt(4);
  const waits = vi.fn();
  const part = whenLoaded(load, needed(), waits);
  await vi.advanceTimersByTimeAsync(999);
  expect(tries()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(tries()).toBe(2);
  await vi.advanceTimersByTimeAsync(2_000 + 4_999);
  expect(tries()).toBe(3);
  await vi.advanceTimersByTimeAsync(1);
  expect(await part).toBe('the part');
  expect(waits).toHaveBeenCalledTimes(3);
});

it('tries at once when the network is back, and once only', async () => {
  const { load, tries } = comesAt(3);
  void whenLoaded(load, needed());
  await vi.advanceTimersByTimeAsync(1);
  window.dispatchEvent(new Event('online'));
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(1);
  expect(tries()).toBe(2);
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(1);
  expect(tries()).toBe(3);
});

it('stops where the part is not needed any more, and gives it to nobody', async () => {
  const { load, tries } = comesAt(3);
  const control = new AbortController();
  const got = vi.fn();
  void whenLoaded(load, control.signal).then(got);
  await vi.advanceTimersByTimeAsync(10);
  control.abort();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(tries()).toBeLessThanOrEqual(2);
  expect(got).not.toHaveBeenCalled();
});

it('is shown once it is there, is told to be waited for meanwhile, and is not loaded before it is needed', async () => {
  const { load, tries } = comesAt(2);
  const shown = renderHook(({ wanted }) => useLate(wanted ? load : undefined), { initialProps: { wanted: false } });
  expect(shown.result.current).toEqual({ part: undefined, waits: false });
  expect(tries()).toBe(0);
  shown.rerender({ wanted: true });
  await act(() => vi.advanceTimersByTimeAsync(1));
  expect(shown.result.current).toMatchObject({ part: undefined, waits: true });
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(shown.result.current).toMatchObject({ part: 'the part', waits: false });
});
