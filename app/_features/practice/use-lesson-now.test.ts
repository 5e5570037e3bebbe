// @vitest-environment happy-dom
/** The lesson that a page shows: of two states, and of two versions, the newer one. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type FakeCalls, fakeCalls } from '../../../tests/support/fake-fetch.ts';
import { PATIENT } from '../../../tests/support/guard.ts';
import { UNTOUCHED } from '../lesson/card-types.ts';
import { useLessonNow } from './use-lesson-now.ts';

const state = (version: number) => ({ ...UNTOUCHED, version });
const shown = (versionId: string, states: Record<string, number> = { q: 1 }) => ({
  versionId,
  body: [],
  questions: [],
  states: Object.fromEntries(Object.entries(states).map(([id, version]) => [id, state(version)])),
});
let server: FakeCalls;

function page() {
  const first = shown('v1');
  const hook = renderHook(() => useLessonNow('l', first));
  return { ...hook, now: () => hook.result.current };
}

beforeEach(() => {
  server = fakeCalls();
  vi.stubGlobal('fetch', server.fetch);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('keeps the newer of two states of a question, whichever comes later', () => {
  const { now } = page();
  act(() => now().adopt('q', state(5)));
  act(() => now().adopt('q', state(4)));
  expect(now().states.q?.version).toBe(5);
  act(() => now().adopt('q', { ...state(5), attemptsUsed: 1 }));
  expect(now().states.q).toMatchObject({ version: 5, attemptsUsed: 1 });
  act(() => now().adopt('r', state(1)));
  expect(now().states.r?.version).toBe(1);
});

it('reads the lesson anew where another version is published, and nothing where it is the same', async () => {
  const { now } = page();
  server.answers['practice.lessons'] = () => ({ ok: true, now: shown('v2', { q: 3, new: 2 }) });
  await act(async () => now().see('v1'));
  expect(server.asked('practice.lessons')).toEqual([]);
  act(() => now().adopt('q', state(9)));
  await act(async () => now().see('v2'));
  await vi.waitFor(() => expect(now().lesson.versionId).toBe('v2'), PATIENT);
  expect(server.asked('practice.lessons')).toEqual([{ lessonId: 'l' }]);
  expect(now().renewed).toBe(true);
  // what was graded meanwhile is newer than what the lesson was read with
  expect([now().states.q?.version, now().states.new?.version]).toEqual([9, 2]);
  await act(async () => now().see('v2'));
  expect(server.asked('practice.lessons')).toHaveLength(1);
});

it('stays as it is where the lesson cannot be read, and is the same object where it has not changed', async () => {
  const { now } = page();
  const before = now().lesson;
  await act(() => now().renew());
  server.answers['practice.lessons'] = () => ({ ok: false, refused: 'notFound' });
  await act(() => now().renew());
  expect([now().lesson.versionId, now().renewed]).toEqual(['v1', false]);
  server.answers['practice.lessons'] = () => ({ ok: true, now: shown('v1', { q: 2 }) });
  await act(() => now().renew());
  expect(now().lesson).toBe(before);
  expect(now().states.q?.version).toBe(2);
});

it('shows the version that was asked for last, where replies overtake each other', async () => {
  const { now } = page();
  const slow = Promise.withResolvers<void>();
  const replies = [
    async () => {
      await slow.promise;
      return { ok: true, now: shown('v2') };
    },
    async () => ({ ok: true, now: shown('v3') }),
  ];
  server.answers['practice.lessons'] = () => replies.shift()?.();
  await act(async () => {
    now().see('v2');
    now().see('v3');
  });
  await vi.waitFor(() => expect(now().lesson.versionId).toBe('v3'), PATIENT);
  await act(async () => {
    slow.resolve();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  expect(now().lesson.versionId).toBe('v3');
});

it('is read again by itself where it could not be read when another version was told of', async () => {
  vi.useFakeTimers();
  const { now } = page();
  await act(async () => now().see('v2'));
  server.answers['practice.lessons'] = () => ({ ok: true, now: shown('v2') });
  await act(async () => void (await vi.advanceTimersByTimeAsync(4_000)));
  expect(now().lesson.versionId).toBe('v2');
  vi.useRealTimers();
});
