// @vitest-environment happy-dom
/** Hears of verdicts and of new versions, and asks where nobody says anything. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { refuse } from '../../../domain/refusal.ts';
import type { Hearers } from './use-verdicts.ts';

const { fakeServer: server, fakeClient } = await vi.hoisted(() => import('../../../tests/support/fake-socket.ts'));
vi.mock('socket.io-client', () => fakeClient);

const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const online = async (): Promise<void> => {
  act(() => server.connect());
  await pass(10);
};
let pending: string[];
let refresh = vi.fn<Hearers['refresh']>();
let see = vi.fn<Hearers['see']>();
const refreshed = (): string[] => refresh.mock.calls.map(([question]) => question);

async function page() {
  vi.resetModules();
  const { useVerdicts } = await import('./use-verdicts.ts');
  return renderHook(({ since }) => useVerdicts('l', { refresh, see, pending: () => pending, since: () => since }), {
    initialProps: { since: 100 },
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  server.reset();
  server.replies.follow = () => ({ ok: true });
  pending = [];
  refresh = vi.fn<Hearers['refresh']>(async () => undefined);
  see = vi.fn<Hearers['see']>();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('reads a question anew when its verdict is there, and none of another lesson', async () => {
  await page();
  await online();
  act(() => server.say('verdict', { lesson: 'l', question: 'q', submission: 's' }));
  act(() => server.say('verdict', { lesson: 'another', question: 'r', submission: 's' }));
  expect(refreshed()).toEqual(['q']);
});

it('asks at each connection what it has missed, since the oldest state that it shows', async () => {
  const { rerender } = await page();
  server.replies.follow = () => ({ ok: true, versionId: 'v2', graded: ['q', 'r'] });
  await online();
  expect(server.asked('follow')).toEqual([{ lesson: 'l', since: 100 }]);
  expect(see.mock.calls).toEqual([['v2']]);
  expect(refreshed()).toEqual(['q', 'r']);
  rerender({ since: 200 });
  act(() => server.disconnect());
  pending = ['s'];
  await online();
  expect(server.asked('follow')[1]).toEqual({ lesson: 'l', since: 200 });
  // what is waited for is read without waiting for the reply
  expect(refreshed().slice(2).sort()).toEqual(['q', 'r', 's']);
});

it('asks for what is waited for as long as it is, also without a socket', async () => {
  await page();
  pending = ['q'];
  await pass(4_100);
  expect(refreshed()).toEqual(['q', 'q']);
  pending = [];
  await pass(10_000);
  expect(refreshed()).toHaveLength(2);
});

it('looks which version is published soon after it was told, once for many words, and not all pages at once', async () => {
  await page();
  await online();
  const spread = vi.spyOn(Math, 'random').mockReturnValue(0.5);
  act(() => server.say('lesson', { lesson: 'another' }));
  act(() => server.say('lesson', { lesson: 'l' }));
  act(() => server.say('lesson', { lesson: 'l' }));
  await pass(700);
  expect(server.asked('follow')).toHaveLength(1);
  server.replies.follow = () => ({ ok: true, versionId: 'v2' });
  await pass(100);
  expect(server.asked('follow')).toHaveLength(2);
  expect(see).toHaveBeenLastCalledWith('v2');
  spread.mockRestore();
});

it('follows again where the server could not say yes, and gives up where it says no', async () => {
  server.replies.follow = () => refuse('unavailable');
  await page();
  await online();
  expect(see).not.toHaveBeenCalled();
  server.replies.follow = () => ({ ok: true, versionId: 'v1' });
  await pass(4_000);
  expect(see).toHaveBeenCalledWith('v1');
  server.replies.follow = () => refuse('notSignedIn');
  act(() => server.say('lesson', { lesson: 'l' }));
  await pass(20_000);
  expect(server.asked('follow')).toHaveLength(3);
});

it('hears and asks nothing more once its page is gone', async () => {
  const { unmount } = await page();
  await online();
  pending = ['q'];
  act(() => server.say('lesson', { lesson: 'l' }));
  unmount();
  expect(server.listening).toBe(0);
  await pass(10_000);
  expect(refreshed()).toEqual([]);
  expect(server.asked('follow')).toHaveLength(1);
});
