// @vitest-environment happy-dom
/** A player's seat with its answers, on a network that comes and goes: what is sent, what is sent again, what is shown. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlayerView } from '../../../domain/live/views.ts';
import type { Payload, Reply } from '../../../domain/protocol.ts';
import { type RefusalCode, refuse } from '../../../domain/refusal.ts';
import { number, playerView, receiptOf, SESSION } from '../../../tests/support/player-view.ts';

const { fakeServer: server, fakeClient } = await vi.hoisted(() => import('../../../tests/support/fake-socket.ts'));
vi.mock('socket.io-client', () => fakeClient);

const NOW = Date.UTC(2026, 10, 29);
let view: PlayerView;

/** Stores whatever comes. */
const stores = ({ clientId, answer, round, provisional = false }: Payload<'answer'>): Reply<'answer'> => {
  const receipt = receiptOf(clientId, answer, { round, provisional, receivedAt: Date.now() });
  view = { ...view, me: { ...view.me, receipt } };
  return { ok: true, receipt };
};
const refuses = (code: RefusalCode) => (): Reply<'answer'> => refuse(code);
const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

/** A page of this browser that has just come. */
async function page() {
  vi.resetModules();
  const { usePlayer } = await import('./use-player.ts');
  const hook = renderHook(() => usePlayer(SESSION));
  const seat = () => hook.result.current;
  return { ...hook, seat, does: (what: () => void): void => act(what) };
}
/** A page that is in the room. */
async function inRoom() {
  const opened = await page();
  await online();
  return opened;
}
async function online(): Promise<void> {
  act(() => server.connect());
  await pass(10);
}
async function offline(): Promise<void> {
  act(() => server.disconnect());
  await pass(10);
}
/** The browser dies, or somebody reloads: nothing is tidied up, and nothing of the page goes on. */
function crash(): void {
  vi.clearAllTimers();
  server.crash();
}
const sent = () => server.asked('answer').map((one) => [one.answer, one.provisional === true] as const);
const ids = (): Set<string> => new Set(server.asked('answer').map((one) => one.clientId));
const kept = (): string | null => localStorage.getItem(`nabla-seat:answer:${SESSION}`);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  localStorage.clear();
  localStorage.setItem(`nabla-seat:${SESSION}`, 'token');
  server.reset();
  view = playerView();
  server.replies = { play: () => ({ ok: true, session: SESSION, view }), answer: stores };
});
afterEach(() => {
  server.reset();
  cleanup();
  vi.useRealTimers();
});

describe('what is sent', () => {
  it('is shown as sending until its receipt, and then it is kept here no longer', async () => {
    const { seat, does } = await inRoom();
    await offline();
    does(() => seat().send(number('5')));
    expect(seat().sending).toEqual(number('5'));
    expect(kept()).toContain('"5"');
    await online();
    expect(seat().sending).toBeUndefined();
    expect(seat().view?.me.receipt).toMatchObject({ answer: number('5'), provisional: false });
    expect(sent()).toHaveLength(1);
    expect(kept()).toBeNull();
  });

  it('goes again under the same id until it is known to be stored, also where the server says that it is too much', async () => {
    const { seat, does } = await inRoom();
    server.replies.answer = refuses('unavailable');
    does(() => seat().send(number('5')));
    await pass(1_500);
    server.replies.answer = refuses('tooMany');
    await pass(1_500);
    expect([seat().complaint, seat().sending]).toEqual(['tooMany', number('5')]);
    server.replies.answer = stores;
    await pass(5_000);
    expect(seat().view?.me.receipt?.answer).toEqual(number('5'));
    expect(seat().complaint).toBeUndefined();
    expect(sent().length).toBeGreaterThanOrEqual(4);
    expect(ids().size).toBe(1);
    await pass(20_000);
    expect(sent().length).toBeLessThanOrEqual(5);
  });

  it('is replaced by what is sent after it: the one before goes no more', async () => {
    const { seat, does } = await inRoom();
    server.replies.answer = refuses('unavailable');
    does(() => seat().send(number('5')));
    await pass(100);
    does(() => seat().send(number('6')));
    expect(seat().sending).toEqual(number('6'));
    await pass(100);
    server.replies.answer = stores;
    await pass(5_000);
    expect(sent().filter(([answer]) => 'value' in answer && answer.value === '5')).toHaveLength(1);
    expect(seat().view?.me.receipt?.answer).toEqual(number('6'));
  });

  it.each(['alreadyAnswered', 'wrongRound', 'badInput'] as const)(
    'and refused for good (%s) is told, kept nowhere and not sent again',
    async (code) => {
      const { seat, does } = await inRoom();
      server.replies.answer = refuses(code);
      does(() => seat().send(number('5')));
      await pass(10_000);
      expect([seat().complaint, seat().sending]).toEqual([code, undefined]);
      expect(sent()).toHaveLength(1);
      expect(kept()).toBeNull();
    },
  );

  it('and too late is what stands in the field: it counts at the next bell where the host opens the question again', async () => {
    const { seat, does } = await inRoom();
    server.replies.answer = refuses('tooLate');
    does(() => seat().send(number('5')));
    await pass(100);
    expect(seat().complaint).toBe('tooLate');
    act(() => server.say('player', playerView({ version: 2, phase: 'closed' })));
    await pass(5_000);
    expect(sent()).toHaveLength(1);
    server.replies.answer = stores;
    act(() => server.say('player', playerView({ version: 3 })));
    await pass(100);
    expect(sent().at(-1)).toMatchObject([number('5'), true]);
    expect(seat().complaint).toBeUndefined();
    expect(kept()).toBeNull();
  });

  it('and cannot be read counts at the bell as far as it can', async () => {
    const { seat, does } = await inRoom();
    server.replies.answer = (payload) => (payload.provisional === true ? stores(payload) : refuse('unreadable'));
    does(() => seat().send(number('5 ?')));
    await pass(100);
    expect(sent().map(([, provisional]) => provisional)).toEqual([false, true]);
    expect(seat().complaint).toBe('unreadable');
    expect(seat().view?.me.receipt).toMatchObject({ answer: number('5 ?'), provisional: true });
  });
});

describe('what is typed', () => {
  it('is stored after a moment, the last of it, and once more before the bell', async () => {
    view = playerView({ opensAt: NOW, closesAt: NOW + 10_000 });
    const { seat, does } = await inRoom();
    for (const value of ['1', '12', '123']) does(() => seat().draft(number(value)));
    await pass(700);
    expect(sent()).toMatchObject([[number('123'), true]]);
    expect(kept()).toBeNull();
    await pass(8_600);
    does(() => seat().draft(number('1234')));
    await pass(500);
    expect(sent().at(-1)).toMatchObject([number('1234'), true]);
  });

  it('goes again while nothing newer is typed, and says that it waits', async () => {
    const { seat, does } = await inRoom();
    server.replies.answer = refuses('unavailable');
    does(() => seat().draft(number('1')));
    await pass(800);
    expect(seat().waiting).toBe(true);
    does(() => seat().draft(number('12')));
    server.replies.answer = stores;
    await pass(3_000);
    expect(sent().map(([answer]) => answer)).toEqual([number('1'), number('12')]);
    expect(seat().waiting).toBe(false);
  });

  it('is not replaced by what was typed before it, where the server says late that it could not store that', async () => {
    const { seat, does } = await inRoom();
    const slow = Promise.withResolvers<Reply<'answer'>>();
    server.replies.answer = () => slow.promise;
    does(() => seat().draft(number('1')));
    await pass(750);
    does(() => seat().draft(number('12')));
    slow.resolve(refuse('unavailable'));
    server.replies.answer = stores;
    await pass(3_000);
    expect(sent().map(([answer]) => answer)).toEqual([number('1'), number('12')]);
    expect([seat().waiting, kept()]).toEqual([false, null]);
  });

  it('never disturbs what was sent: after its receipt it is kept for the field, and asked of nobody', async () => {
    const { seat, does } = await inRoom();
    does(() => seat().send(number('5')));
    await pass(100);
    does(() => seat().draft(number('56')));
    await pass(5_000);
    expect(sent()).toMatchObject([[number('5'), false]]);
    crash();
    const again = await inRoom();
    expect(again.seat().recalled).toEqual(number('56'));
    expect([again.seat().sending, again.seat().waiting]).toEqual([undefined, false]);
    await pass(5_000);
    expect(sent()).toHaveLength(1);
  });

  it('is sent at once where the phone is put away', async () => {
    const { seat, does } = await inRoom();
    does(() => seat().draft(number('5')));
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await pass(0);
    expect(sent()).toMatchObject([[number('5'), true]]);
  });
});

describe('after a reload', () => {
  it('what was sent goes again under its id, and is shown as sending, then as stored', async () => {
    const before = await inRoom();
    await offline();
    before.does(() => before.seat().send(number('5')));
    await pass(1_000);
    crash();
    const { seat } = await page();
    expect(seat().view).toBeUndefined();
    const { promise, resolve } = Promise.withResolvers<void>();
    server.replies.answer = async (payload) => {
      await promise;
      return stores(payload);
    };
    const [id] = /[\da-f]{24}/.exec(kept() ?? '') ?? [];
    await online();
    expect(seat().sending).toEqual(number('5'));
    resolve();
    await pass(10);
    expect(seat().sending).toBeUndefined();
    expect(seat().view?.me.receipt?.answer).toEqual(number('5'));
    expect(sent()).toEqual([[number('5'), false]]);
    expect([...ids()]).toEqual([id]);
    expect(kept()).toBeNull();
  });

  it('what was typed fills the field, waits, and is stored as a draft', async () => {
    const before = await inRoom();
    await offline();
    before.does(() => before.seat().draft(number('12')));
    before.does(() => before.seat().draft(number('123')));
    await pass(1_000);
    crash();
    const { seat } = await inRoom();
    expect(seat().recalled).toEqual(number('123'));
    expect(sent()).toMatchObject([[number('123'), true]]);
    expect(seat().waiting).toBe(false);
    expect(kept()).toBeNull();
  });

  it('the field has it from the first view on, also where one comes before the reply', async () => {
    const before = await inRoom();
    await offline();
    before.does(() => before.seat().draft(number('12')));
    crash();
    server.replies.play = () => undefined;
    const { seat } = await page();
    await online();
    act(() => server.say('player', view));
    expect(seat().view?.round).toBe(0);
    expect(seat().recalled).toEqual(number('12'));
  });

  it('what the server has all the same is not sent a second time', async () => {
    const before = await inRoom();
    server.replies.answer = (payload) => {
      stores(payload);
      return undefined;
    };
    before.does(() => before.seat().send(number('5')));
    await pass(100);
    crash();
    const { seat } = await inRoom();
    expect(seat().view?.me.receipt?.answer).toEqual(number('5'));
    await pass(5_000);
    expect(sent()).toHaveLength(1);
    expect(kept()).toBeNull();
  });

  it.each([
    ['another question is asked', playerView({ round: 1, number: 2 })],
    ['its answer is shown', playerView({ phase: 'reveal' })],
  ])('nothing of it is sent where %s by then', async (_, now) => {
    const before = await inRoom();
    await offline();
    before.does(() => before.seat().send(number('5')));
    before.does(() => before.seat().draft(number('56')));
    crash();
    view = now;
    const { seat } = await inRoom();
    await pass(5_000);
    expect([seat().sending, seat().recalled, seat().complaint]).toEqual([undefined, undefined, undefined]);
    expect(sent()).toEqual([]);
    expect(kept()).toBeNull();
  });

  it('nothing of somebody else is sent: a new seat in the same room begins with nothing', async () => {
    const before = await inRoom();
    await offline();
    before.does(() => before.seat().send(number('5')));
    crash();
    localStorage.setItem(`nabla-seat:${SESSION}`, 'of somebody else');
    const { seat } = await inRoom();
    await pass(5_000);
    expect(seat().sending).toBeUndefined();
    expect(sent()).toEqual([]);
  });
});

describe('a page that is left', () => {
  it('asks first while an answer is on its way or waits for the network, and not once it is stored', async () => {
    const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const { seat, does } = await inRoom();
    expect(asks()).toBe(false);
    server.replies.answer = refuses('unavailable');
    does(() => seat().draft(number('1')));
    await pass(1_000);
    expect([seat().waiting, asks()]).toEqual([true, true]);
    does(() => seat().send(number('12')));
    expect([seat().waiting, asks()]).toEqual([false, true]);
    server.replies.answer = stores;
    await pass(1_000);
    expect(seat().sending).toBeUndefined();
    expect(asks()).toBe(false);
  });

  it('sends what was typed once, and leaves the rest to the page that comes', async () => {
    const first = await inRoom();
    first.does(() => first.seat().draft(number('1')));
    server.replies.answer = refuses('unavailable');
    first.unmount();
    await pass(20_000);
    expect(sent()).toMatchObject([[number('1'), true]]);
    expect(server.listening).toBe(0);
    server.replies.answer = stores;
    const second = await inRoom();
    expect(second.seat().recalled).toEqual(number('1'));
    expect(second.seat().view?.me.receipt).toMatchObject({ answer: number('1'), provisional: true });
  });

  it('goes on sending what was handed in, until the room that is entered again has handed in another one', async () => {
    vi.resetModules();
    const { usePlayer } = await import('./use-player.ts');
    server.replies.answer = refuses('unavailable');
    const enter = async () => {
      const hook = renderHook(() => usePlayer(SESSION));
      await online();
      return hook;
    };
    const first = await enter();
    act(() => first.result.current.send(number('5')));
    await pass(100);
    first.unmount();
    await pass(2_000);
    const tries = sent().length;
    expect(tries).toBeGreaterThan(1);
    const second = await enter();
    act(() => second.result.current.send(number('6')));
    await pass(100);
    server.replies.answer = stores;
    await pass(10_000);
    const values = sent().map(([answer]) => ('value' in answer ? answer.value : ''));
    expect(values.at(-1)).toBe('6');
    expect(values.indexOf('6')).toBeGreaterThan(values.lastIndexOf('5'));
  });
});

describe('the view', () => {
  it('that is older than the one shown is not shown, and what is known to be stored stays', async () => {
    const { seat, does } = await inRoom();
    does(() => seat().send(number('5')));
    await pass(10);
    act(() => server.say('player', playerView({ version: 2, players: 7 })));
    expect(seat().view).toMatchObject({ version: 2, players: 7, me: { receipt: { answer: number('5') } } });
    act(() => server.say('player', playerView({ version: 1, players: 3 })));
    expect(seat().view).toMatchObject({ version: 2, players: 7 });
    act(() => server.say('player', playerView({ version: 9, session: 'another', players: 3 })));
    expect(seat().view).toMatchObject({ version: 2, players: 7 });
  });

  it('is asked for again where the server could not give it', async () => {
    server.replies.play = () => refuse('unavailable');
    const { seat } = await inRoom();
    expect([seat().view, seat().gone]).toEqual([undefined, undefined]);
    server.replies.play = () => ({ ok: true, session: SESSION, view });
    await pass(4_000);
    expect(seat().view?.round).toBe(0);
    const asked = server.asked('play').length;
    await pass(20_000);
    expect(server.asked('play')).toHaveLength(asked);
  });
});

describe('somebody who was removed', () => {
  it('comes back by themselves once they are let in, and what they had sent goes then', async () => {
    const { seat, does } = await inRoom();
    server.replies = { play: () => refuse('removed'), answer: refuses('removed') };
    does(() => seat().send(number('5')));
    await pass(10);
    act(() => server.say('removed', { session: SESSION }));
    expect(seat().gone).toBe('removed');
    await pass(12_000);
    expect(sent()).toHaveLength(1);
    server.replies = { play: () => ({ ok: true, session: SESSION, view }), answer: stores };
    await pass(6_000);
    expect(seat().gone).toBeUndefined();
    expect(seat().view?.me.receipt?.answer).toEqual(number('5'));
    expect(ids().size).toBe(1);
  });

  it('keeps the seat where the network is away when they try again, and gives it up where it is gone', async () => {
    server.replies.play = () => refuse('removed');
    const { seat } = await inRoom();
    expect(seat().gone).toBe('removed');
    server.replies.play = () => refuse('unavailable');
    await act(() => seat().leave());
    expect(localStorage.getItem(`nabla-seat:${SESSION}`)).toBe('token');
    server.replies.play = () => refuse('removed');
    await act(() => seat().leave());
    expect(localStorage.getItem(`nabla-seat:${SESSION}`)).toBeNull();
    expect(seat().gone).toBe('noSeat');
  });
});

it('a clock that stood still while the phone slept is set right once it is looked at', async () => {
  const { seat } = await inRoom();
  await pass(1_000);
  expect(seat().clock.now() - Date.now()).toBeCloseTo(0, -2);
  // as long as nothing of the page ran
  server.replies.clock = () => ({ ok: true, now: Date.now() + 8_000 });
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  await pass(100);
  expect(seat().clock.now() - Date.now()).toBeCloseTo(8_000, -2);
});

it('a browser without a seat asks for none', async () => {
  localStorage.clear();
  const { seat } = await inRoom();
  expect(seat().gone).toBe('noSeat');
  expect(server.asked('play')).toEqual([]);
});
