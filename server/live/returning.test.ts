import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Returning } from './returning.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('anybody may be on their way back at first, then those whom a stopping server let go, each for a while', () => {
  const over: (string | null)[] = [];
  const returning = new Returning((session) => over.push(session));
  expect([returning.any('room'), returning.has('room', 'ann')]).toEqual([true, true]);
  vi.advanceTimersByTime(15_000);
  expect(over).toEqual([null]);
  expect([returning.any('room'), returning.has('room', 'ann')]).toEqual([false, false]);
  returning.expect('room', 'ann');
  vi.advanceTimersByTime(5_000);
  returning.expect('room', 'ben');
  returning.expect('other', 'cem');
  expect(['ann', 'ben', 'cem'].map((player) => returning.has('room', player))).toEqual([true, true, false]);
  vi.advanceTimersByTime(10_000);
  expect(over).toEqual([null, 'room']);
  expect([returning.any('room'), returning.has('other', 'cem')]).toEqual([false, true]);
  vi.advanceTimersByTime(5_000);
  expect(over).toEqual([null, 'room', 'other']);
  expect(returning.any('other')).toBe(false);
});
