// @vitest-environment happy-dom
/** What an author has typed and not published: it stays on this device, and nobody else is shown it. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leaveUnasked } from '../../_client/before-leaving.ts';
import { discardLessons } from '../outbox/kept-lessons.ts';
import { useKeptSource } from './use-kept-source.ts';

/** The editor of a lesson, opened by an account. */
function editor(user: string, published = 'Published', lessonId = 'l') {
  const hook = renderHook(() => useKeptSource({ user, lessonId }, published));
  const now = () => hook.result.current;
  return { ...hook, now, write: (text: string): void => act(() => now().write(text)) };
}
/** Whether the browser asks before it leaves the page. */
const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  for (const user of ['ada', 'ben']) discardLessons(user);
});

describe('a text that is not published', () => {
  it('is there again after a reload, and says that it is not published', () => {
    const first = editor('ada');
    expect([first.now().source, first.now().kept]).toEqual(['Published', false]);
    first.write('My text');
    cleanup();
    const { now } = editor('ada');
    expect([now().source, now().kept, now().lasts]).toEqual(['My text', true, true]);
    expect(editor('ada', 'Published', 'another').now().source).toBe('Published');
  });

  it('is shown to no other account, and waits for its own', () => {
    editor('ada').write('Text of Ada');
    cleanup();
    const { now, write } = editor('ben');
    expect([now().source, now().kept, now().unclaimed]).toEqual(['Published', false, false]);
    write('Text of Ben');
    act(() => now().discard());
    expect(now().source).toBe('Published');
    cleanup();
    expect(editor('ada').now().source).toBe('Text of Ada');
  });

  it('is kept no longer once it is published, discarded, or typed back', () => {
    const { now, write } = editor('ada');
    write('My text');
    act(() => now().settle('My text'));
    expect([now().kept, localStorage.length]).toEqual([false, 0]);
    write('More');
    act(() => now().discard());
    expect([now().source, now().kept, localStorage.length]).toEqual(['My text', false, 0]);
    write('Mor');
    write('My text');
    expect([now().kept, localStorage.length]).toEqual([false, 0]);
  });

  it('that was typed on while it was being published stays', () => {
    const { now, write } = editor('ada');
    write('One');
    write('One and two');
    act(() => now().settle('One'));
    expect([now().source, now().kept]).toEqual(['One and two', true]);
    cleanup();
    expect(editor('ada', 'One').now().source).toBe('One and two');
  });

  it('is none where the same was published from elsewhere', () => {
    editor('ada').write('My text');
    cleanup();
    const { now } = editor('ada', 'My text');
    expect([now().kept, localStorage.length]).toEqual([false, 0]);
  });
});

describe('leaving the page', () => {
  it('asks where the browser keeps nothing and there is something to lose; not on the way out that was chosen', () => {
    vi.useFakeTimers();
    vi.stubGlobal('localStorage', undefined);
    const { now, write, unmount } = editor('ada');
    expect(asks()).toBe(false);
    write('My text');
    expect([now().lasts, asks()]).toEqual([false, true]);
    leaveUnasked();
    expect(asks()).toBe(false);
    vi.advanceTimersByTime(5_000);
    expect(asks()).toBe(true);
    // to another page of ours and back: the page still has it
    unmount();
    expect(asks()).toBe(false);
    const again = editor('ada');
    expect([again.now().source, asks()]).toEqual(['My text', true]);
    act(() => again.now().settle('My text'));
    expect(asks()).toBe(false);
    vi.useRealTimers();
  });

  it('asks nothing where it is kept', () => {
    editor('ada').write('My text');
    expect(asks()).toBe(false);
  });
});

describe('what an older version kept without saying whose it is', () => {
  const OLD = 'nabla.lesson.l';

  it('is shown to nobody who does not say that they wrote it, and stays', () => {
    localStorage.setItem(OLD, 'Text of somebody');
    const { now, write } = editor('ben');
    expect([now().source, now().kept, now().unclaimed]).toEqual(['Published', false, true]);
    write('Text of Ben');
    // one's own would be written over
    expect(now().unclaimed).toBe(false);
    act(() => now().discard());
    expect([now().unclaimed, localStorage.getItem(OLD)]).toEqual([true, 'Text of somebody']);
  });

  it('is the text of whoever says so from then on, and of nobody else', () => {
    localStorage.setItem(OLD, 'Text of Ada');
    const first = editor('ada');
    act(() => first.now().claim());
    expect([first.now().source, first.now().kept, first.now().unclaimed]).toEqual(['Text of Ada', true, false]);
    expect(localStorage.getItem(OLD)).toBeNull();
    cleanup();
    expect([editor('ben').now().source, editor('ben').now().unclaimed]).toEqual(['Published', false]);
    cleanup();
    expect(editor('ada').now().source).toBe('Text of Ada');
  });

  it('is nothing where it has been published since', () => {
    localStorage.setItem(OLD, 'Published');
    expect(editor('ada').now().unclaimed).toBe(false);
    expect(localStorage.length).toBe(0);
  });
});
