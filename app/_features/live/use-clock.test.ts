// @vitest-environment happy-dom
/** A countdown ticks five times a second, and asks no more of a laptop that shows a room to a class. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useCountdown, useServerClock } from './use-clock.ts';

const NOW = Date.UTC(2026, 10, 28);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('draws its page five times a second, with the seconds that are left', () => {
  let drawn = 0;
  const shown = renderHook(() => {
    drawn++;
    return useCountdown(useServerClock(), NOW, NOW + 30_000, true);
  });
  expect(shown.result.current).toEqual({ seconds: 30, share: 1 });
  expect(drawn).toBeLessThanOrEqual(2);
  const before = drawn;
  act(() => void vi.advanceTimersByTime(2_000));
  expect(shown.result.current?.seconds).toBe(28);
  expect(drawn - before).toBeLessThanOrEqual(10);
  // each tick by itself, as a browser draws it
  for (let tick = 0; tick < 10; tick++) act(() => void vi.advanceTimersByTime(200));
  expect(drawn - before).toBeLessThanOrEqual(20);
  expect(shown.result.current?.seconds).toBe(26);
});
