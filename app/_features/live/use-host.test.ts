// @vitest-environment happy-dom
/** The host's and the wall's view of a room, kept current, and what becomes of a host's orders. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostView, ScreenView } from '../../../domain/live/views.ts';
import { refuse } from '../../../domain/refusal.ts';
import { SESSION } from '../../../tests/support/player-view.ts';

const { fakeServer: server, fakeClient } = await vi.hoisted(() => import('../../../tests/support/fake-socket.ts'));
vi.mock('socket.io-client', () => fakeClient);

const NOW = Date.UTC(2026, 10, 29);
const person = (id: string, sentAt: number | null = null) => ({ id, nickname: id, sentAt });
/** As much of a view as the hooks look at. */
const hostView = (change: object = {}) =>
  ({
    role: 'host',
    session: SESSION,
    version: 1,
    phase: 'question',
    round: 0,
    answered: 0,
    progress: null,
    people: [person('ada'), person('ben')],
    ...change,
  }) as HostView;
const screenView = (change: object = {}) =>
  ({ role: 'screen', session: SESSION, version: 1, phase: 'question', round: 0, answered: 0, ...change }) as ScreenView;

const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
async function online(): Promise<void> {
  act(() => server.connect());
  await pass(10);
}
async function host() {
  vi.resetModules();
  const { useHost } = await import('./use-host.ts');
  const hook = renderHook(() => useHost(SESSION));
  await online();
  return { ...hook, room: () => hook.result.current };
}
async function screen() {
  vi.resetModules();
  const { useScreen } = await import('./use-host.ts');
  const hook = renderHook(() => useScreen(SESSION));
  await online();
  return { ...hook, room: () => hook.result.current };
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  server.reset();
  server.replies = {
    host: () => ({ ok: true, view: hostView() }),
    screen: () => ({ ok: true, view: screenView() }),
  };
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the view of a room', () => {
  it('is asked for at each connection, and an older one never takes the place of a newer one', async () => {
    const { room } = await host();
    expect(room().view).toMatchObject({ version: 1 });
    act(() => server.say('host', hostView({ version: 3, phase: 'closed' })));
    act(() => server.say('host', hostView({ version: 2 })));
    expect(room().view).toMatchObject({ version: 3, phase: 'closed' });
    act(() => server.disconnect());
    await online();
    // the reply was made before the message
    expect(room().view).toMatchObject({ version: 3, phase: 'closed' });
    expect(server.asked('host')).toEqual([{ session: SESSION }, { session: SESSION }]);
    // of the same version it may tell more
    act(() => server.say('host', hostView({ version: 3, answered: 2 })));
    expect(room().view?.answered).toBe(2);
  });

  it('is of its own role and room alone', async () => {
    const { room } = await screen();
    act(() => server.say('host', hostView({ version: 5 })));
    act(() => server.say('screen', screenView({ version: 5, session: 'another' })));
    expect(room().view).toMatchObject({ role: 'screen', version: 1 });
    act(() => server.say('screen', screenView({ version: 2 })));
    expect(room().view?.version).toBe(2);
    expect(server.asked('host')).toEqual([]);
  });

  it('ticks off who has answered between two views, of the round that is asked', async () => {
    const { room } = await host();
    act(() => server.say('answered', { session: SESSION, round: 0, answered: 1, who: ['ada'] }));
    expect(room().view).toMatchObject({ answered: 1, people: [person('ada', NOW + 10), person('ben')] });
    await pass(50);
    // who changes an answer has sent one before
    act(() => server.say('answered', { session: SESSION, round: 0, answered: 2, who: ['ada', 'ben'] }));
    expect(room().view?.people.map(({ sentAt }) => sentAt)).toEqual([NOW + 10, NOW + 60]);
    act(() => server.say('answered', { session: SESSION, round: 1, answered: 9 }));
    act(() => server.say('answered', { session: 'another', round: 0, answered: 9 }));
    expect(room().view?.answered).toBe(2);
  });

  it('tells a host how far grading is, of the round that is asked', async () => {
    const { room } = await host();
    act(() => server.say('graded', { session: SESSION, round: 0, graded: 3, right: 2 }));
    expect(room().view?.progress).toEqual({ graded: 3, right: 2 });
    act(() => server.say('graded', { session: SESSION, round: 1, graded: 9, right: 9 }));
    act(() => server.say('graded', { session: 'another', round: 0, graded: 9, right: 9 }));
    expect(room().view?.progress).toEqual({ graded: 3, right: 2 });
  });

  it('that is refused is told; where it could not be given it is asked for again', async () => {
    server.replies.host = () => refuse('unavailable');
    const { room } = await host();
    expect([room().view, room().refused]).toEqual([undefined, undefined]);
    server.replies.host = () => refuse('notAllowed');
    await pass(4_000);
    expect(room().refused).toBe('notAllowed');
    await pass(20_000);
    expect(server.asked('host')).toHaveLength(2);
    // signed in again elsewhere, and the line is new
    server.replies.host = () => ({ ok: true, view: hostView() });
    await online();
    expect([room().refused, room().view?.version]).toEqual([undefined, 1]);
  });

  it('is heard of no more once its page is gone', async () => {
    server.replies.host = () => refuse('unavailable');
    const { unmount } = await host();
    unmount();
    expect(server.listening).toBe(0);
    await pass(20_000);
    expect(server.asked('host')).toHaveLength(1);
  });
});

describe('an order of the host', () => {
  it('goes once; what it was refused for is told until another one goes through', async () => {
    server.replies.command = () => refuse('tooSoon');
    const { room } = await host();
    await act(() => room().command({ type: 'next', phase: 'question', round: 0 }));
    expect(server.asked('command')).toEqual([
      { session: SESSION, command: { type: 'next', phase: 'question', round: 0 } },
    ]);
    expect(room().complaint).toBe('tooSoon');
    server.replies.command = () => ({ ok: true, version: 2 });
    await act(() => room().command({ type: 'close' }));
    expect(room().complaint).toBeUndefined();
  });

  it('is busy until all that was ordered is answered', async () => {
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const waits = [first.promise, second.promise];
    server.replies.command = async () => {
      await waits.shift();
      return { ok: true, version: 2 };
    };
    const { room } = await host();
    act(() => {
      void room().command({ type: 'close' });
      void room().command({ type: 'skip' });
    });
    expect(room().busy).toBe(true);
    await act(async () => first.resolve());
    await pass(1);
    expect(room().busy).toBe(true);
    await act(async () => second.resolve());
    await pass(1);
    expect(room().busy).toBe(false);
  });

  it('on a line that is lost is not done later: it is told to have failed', async () => {
    server.replies.command = () => ({ ok: true, version: 2 });
    const { room } = await host();
    act(() => server.disconnect());
    const ordered = act(async () => {
      void room().command({ type: 'close' });
      await vi.advanceTimersByTimeAsync(8_100);
    });
    await ordered;
    expect(room().complaint).toBe('unavailable');
    await online();
    await pass(1_000);
    expect(server.asked('command')).toEqual([]);
  });

  it('brings back what it was for, and nothing where it was refused', async () => {
    const correction = { changed: [] } as never;
    server.replies.correct = ({ apply }) => ({ ok: true, correction, applied: apply });
    server.replies.again = () => refuse('notNow');
    server.replies.handOver = () => refuse('noSuchColleague');
    server.replies.seat = () => ({ ok: true });
    server.replies.rehearse = ({ players }) => ({ ok: true, players });
    const { room } = await host();
    await act(async () => {
      expect(await room().correct(false)).toBe(correction);
      expect(await room().again()).toBeUndefined();
      expect(await room().handOver('ben')).toBe(false);
      await room().seat('ada', true);
      await room().rehearse(5);
    });
    expect(server.asked('correct')).toEqual([{ session: SESSION, apply: false }]);
    expect(server.asked('seat')).toEqual([{ session: SESSION, player: 'ada', removed: true }]);
    expect(server.asked('rehearse')).toEqual([{ session: SESSION, players: 5 }]);
  });
});
