// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePressed } from './use-pressed.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('does at once what is asked while nothing is pressed', () => {
  const { result } = renderHook(usePressed);
  const act = vi.fn();
  result.current.afterwards(act);
  expect(act).toHaveBeenCalledOnce();
});

it.each(['pointerup', 'pointercancel'])('waits until what is pressed was let go and clicked: %s', (event) => {
  const { result } = renderHook(usePressed);
  const act = vi.fn();
  result.current.begin();
  result.current.afterwards(act);
  expect(act).not.toHaveBeenCalled();
  window.dispatchEvent(new Event(event));
  // the click is still to come
  expect(act).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(act).toHaveBeenCalledOnce();
  result.current.afterwards(act);
  expect(act).toHaveBeenCalledTimes(2);
});
