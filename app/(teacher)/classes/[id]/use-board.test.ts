// @vitest-environment happy-dom
/** The board, kept current: what is asked when something changed, and what is shown of it. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WholeBoard } from '../../../../domain/results/board-wire.ts';
import { type FakeCalls, fakeCalls } from '../../../../tests/support/fake-fetch.ts';

const { fakeServer: server, fakeClient } = await vi.hoisted(() => import('../../../../tests/support/fake-socket.ts'));
vi.mock('socket.io-client', () => fakeClient);

const CLASS = '0b1c0c4e-8d7b-4d0e-9f11-5a5d1c1f0a02';
const LESSON = '0b1c0c4e-8d7b-4d0e-9f11-5a5d1c1f0a03';
const whole = (cursor: string, cells: string[] = ['0', '0']): WholeBoard => ({
  cursor,
  lesson: { id: LESSON, title: 'Gradients', slug: 'gradients' },
  questions: [{ id: 'q', role: 'check', number: 1, title: 'Q', points: 2 }],
  students: [
    ['ada', 'Ada'],
    ['ben', 'Ben'],
  ],
  kinds: [
    ['untouched', 0, 0],
    ['right', 2, 1],
  ],
  cells,
  failed: [],
});
const change = (cursor: string, student: string) => ({
  ok: true,
  board: { cursor, kinds: [['right', 2, 1]], changed: [[student, [0, 0]]], failed: [] },
});
const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const online = async (): Promise<void> => {
  act(() => server.connect());
  await pass(10);
};
const changed = (lesson = LESSON): void => act(() => server.say('board', { lesson }));
let calls: FakeCalls;
const asked = (): (string | undefined)[] => calls.asked<{ since?: string }>('board.read').map(({ since }) => since);

async function page() {
  vi.resetModules();
  const { useBoard } = await import('./use-board.ts');
  const hook = renderHook(() => useBoard(CLASS, whole('c1')));
  return { ...hook, points: () => hook.result.current.board.students.map((student) => student.points) };
}

beforeEach(() => {
  vi.useFakeTimers();
  server.reset();
  server.replies.board = () => ({ ok: true });
  calls = fakeCalls({ 'board.read': () => ({ ok: true, board: whole('c1') }) });
  vi.stubGlobal('fetch', calls.fetch);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('asks at each connection to be told of changes, and for those that it has missed', async () => {
  const { points } = await page();
  calls.answers['board.read'] = () => change('c2', 'ada');
  await online();
  await pass(600);
  expect(server.asked('board')).toEqual([{ class: CLASS, lesson: LESSON }]);
  expect([asked(), points()]).toEqual([['c1'], [2, 0]]);
  calls.answers['board.read'] = () => change('c3', 'ben');
  act(() => server.disconnect());
  await online();
  await pass(600);
  expect([asked(), points()]).toEqual([
    ['c1', 'c2'],
    [2, 2],
  ]);
});

it('asks once for many changes, one question after the other, and never for those of another lesson', async () => {
  await page();
  await online();
  await pass(600);
  for (let times = 0; times < 20; times++) changed();
  await pass(600);
  expect(asked()).toHaveLength(2);
  changed('another');
  await pass(5_000);
  expect(asked()).toHaveLength(2);
  const slow = Promise.withResolvers<object>();
  calls.answers['board.read'] = () => slow.promise;
  changed();
  await pass(600);
  changed();
  await pass(3_000);
  expect(asked()).toHaveLength(3);
  calls.answers['board.read'] = () => change('c3', 'ben');
  slow.resolve(change('c2', 'ada'));
  await pass(600);
  // what changed while it was read is read after it, from where that ended
  expect(asked().slice(2)).toEqual(['c1', 'c2']);
});

it('takes a whole board where changes alone do not do', async () => {
  const { points } = await page();
  calls.answers['board.read'] = () => ({ ok: true, board: whole('c9', ['1', '1']) });
  await online();
  await pass(600);
  expect(points()).toEqual([2, 2]);
  changed();
  await pass(600);
  expect(asked()).toEqual(['c1', 'c9']);
});

it('asks again where the server could not say, and not where it says no', async () => {
  const { points } = await page();
  await online();
  await pass(600);
  calls.answers['board.read'] = () => undefined;
  changed();
  await pass(600);
  expect(points()).toEqual([0, 0]);
  calls.answers['board.read'] = () => change('c2', 'ada');
  await pass(10_000);
  expect(points()).toEqual([2, 0]);
  const before = asked().length;
  calls.answers['board.read'] = () => ({ ok: false, refused: 'notAllowed' });
  changed();
  await pass(30_000);
  expect(asked()).toHaveLength(before + 1);
});

it('asks again to be told of changes where the server could not say yes', async () => {
  server.replies.board = () => ({ ok: false, refused: 'unavailable' });
  await page();
  await online();
  server.replies.board = () => ({ ok: true });
  await pass(4_000);
  expect(server.asked('board')).toHaveLength(2);
});

it('asks nothing more once its page is gone', async () => {
  const { unmount } = await page();
  await online();
  await pass(600);
  const before = asked().length;
  changed();
  unmount();
  expect(server.listening).toBe(0);
  await pass(10_000);
  expect(asked()).toHaveLength(before);
});
