// @vitest-environment happy-dom
/** What a page knows of its line: when it holds, when nobody is there, and when it is time to ask for the truth again. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const { fakeServer: server, fakeClient } = await vi.hoisted(() => import('../../tests/support/fake-socket.ts'));
vi.mock('socket.io-client', () => fakeClient);

const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const online = async (): Promise<void> => {
  act(() => server.connect());
  await pass(10);
};
let [entered, woken] = [vi.fn(), vi.fn()];

/** @param closely a round is under way */
async function page(closely = false) {
  vi.resetModules();
  const { useConnection } = await import('./use-connection.ts');
  const hook = renderHook((now: boolean) => useConnection(entered, woken, now), { initialProps: closely });
  return { ...hook, state: () => hook.result.current };
}
/** The page is looked at, or not any more. */
function look(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}
const happens = (event: string): void => act(() => void window.dispatchEvent(new Event(event)));

beforeEach(() => {
  vi.useFakeTimers();
  server.reset();
  [entered, woken] = [vi.fn(), vi.fn()];
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('asks for the truth at each connection, also at one that was there before the page', async () => {
  const { state } = await page();
  expect([state(), entered.mock.calls.length]).toEqual(['connecting', 0]);
  await online();
  expect([state(), entered.mock.calls.length]).toEqual(['connected', 1]);
  act(() => server.disconnect());
  expect(state()).toBe('lost');
  await online();
  expect([state(), entered.mock.calls.length]).toEqual(['connected', 2]);
  const { useConnection } = await import('./use-connection.ts');
  const later = vi.fn();
  renderHook(() => useConnection(later));
  expect(later).toHaveBeenCalledOnce();
});

it('says where the connection goes the slower way, until it is upgraded', async () => {
  server.transport = 'polling';
  const { state } = await page();
  await online();
  expect(state()).toBe('polling');
  act(() => server.upgrade());
  expect(state()).toBe('connected');
});

it('is told at once where the network is gone, and tries at once where it is back', async () => {
  const { state } = await page();
  await online();
  happens('offline');
  expect(state()).toBe('lost');
  act(() => server.disconnect());
  happens('online');
  expect(server.wakes).toBe(1);
  expect(woken).toHaveBeenCalledOnce();
  await online();
  expect(state()).toBe('connected');
});

it('notices a line that nobody answers on, tells it, and takes it back where somebody does', async () => {
  const { state } = await page();
  await online();
  server.replies.clock = () => undefined;
  // the next question whether anybody is there, and the patience with it
  await pass(4_000 + 2_700 + 310);
  expect(state()).toBe('lost');
  server.replies = {};
  await pass(16_000);
  expect(state()).toBe('connected');
});

it('tells within 3 s of a round that nobody answers any more, though nothing is touched', async () => {
  const { state } = await page(true);
  await online();
  await pass(1_300);
  // wherever between two questions the line dies
  for (const before of [0, 500, 1_150]) {
    await pass(before);
    server.replies.clock = () => undefined;
    await pass(3_000);
    expect(state()).toBe('lost');
    server.replies = {};
    await pass(16_000);
    expect(state()).toBe('connected');
  }
});

it('takes a network that is far away for what it is, and opens no second connection', async () => {
  const { state } = await page(true);
  await online();
  const far = async (): Promise<{ ok: true; now: number }> => {
    await new Promise((resolve) => setTimeout(resolve, 1_800));
    return { ok: true, now: Date.now() };
  };
  server.replies.clock = far;
  await pass(1_200);
  for (let seconds = 0; seconds < 30; seconds++) {
    await pass(1_000);
    expect(state()).toBe('connected');
  }
  expect(server.opened).toBe(1);
});

it('asks more often only while it is to be known soon', async () => {
  const { rerender } = await page(false);
  await online();
  const asked = (): number => server.asked('clock').length;
  await pass(8_000);
  expect(asked()).toBe(2);
  rerender(true);
  await pass(6_000);
  expect(asked()).toBe(7);
  rerender(false);
  await pass(8_000);
  expect(asked()).toBe(9);
});

it('asks whether anybody is there only while it is looked at', async () => {
  await page();
  await online();
  const asked = (): number => server.asked('clock').length;
  await pass(12_100);
  expect(asked()).toBe(3);
  look('hidden');
  await pass(60_000);
  expect(asked()).toBe(3);
});

it('doubts a line that may have died while the page slept, and not after a glance aside', async () => {
  const { state } = await page();
  await online();
  look('hidden');
  await pass(1_000);
  look('visible');
  await pass(100);
  expect([server.opened, woken.mock.calls.length]).toEqual([1, 1]);
  look('hidden');
  await pass(6_000);
  look('visible');
  // a second connection is asked beside it; both answer, and nobody is told anything
  expect(server.opened).toBe(2);
  await pass(1_000);
  expect([state(), woken.mock.calls.length]).toEqual(['connected', 2]);
});

it('calls what the page wants by now, and nothing once the page is gone', async () => {
  vi.resetModules();
  const { useConnection } = await import('./use-connection.ts');
  const newer = vi.fn();
  const hook = renderHook(({ enter }) => useConnection(enter, woken), { initialProps: { enter: entered } });
  hook.rerender({ enter: newer });
  await online();
  expect([entered.mock.calls.length, newer.mock.calls.length]).toEqual([0, 1]);
  hook.unmount();
  expect(server.listening).toBe(0);
  act(() => server.disconnect());
  await online();
  look('visible');
  happens('online');
  await pass(20_000);
  expect(newer).toHaveBeenCalledOnce();
  expect(woken).not.toHaveBeenCalled();
  expect(server.asked('clock')).toEqual([]);
});
