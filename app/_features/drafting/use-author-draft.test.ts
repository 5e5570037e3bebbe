// @vitest-environment happy-dom
/** What an author types: on this device at once, on the server a moment later, and the newer of the two on another device. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HeldDraft, OtherAuthor } from '../../../domain/drafting.ts';
import { type FakeCalls, fakeCalls } from '../../../tests/support/fake-fetch.ts';
import { keptLessons } from '../outbox/kept-lessons.ts';
import { useAuthorDraft } from './use-author-draft.ts';

const QUESTION = '00000000-0000-4000-8000-000000000001';
/** So far the server's clock is ahead of the device's. */
const AHEAD = 10_000;

let held: HeldDraft | null;
let others: OtherAuthor[];
let calls: FakeCalls;
/** keeps what a call answers until it is let go */
let online = true;

interface Save {
  source: string;
  base: number;
  claimedAt: number;
  as: string;
}

/** The server of a single draft: of two the newer counts, and what was ended stays so. */
function serve(): FakeCalls {
  const heard = () => ({ ok: true, now: Date.now() + AHEAD, others });
  return fakeCalls({
    'drafting.read': ({ known }: { known: number | null }) =>
      online ? { ...heard(), draft: held?.at === known ? null : held } : undefined,
    'drafting.save': ({ source, base, claimedAt: at }: Save) => {
      if (!online) return undefined;
      if (held !== null && (held.at > at || (held.at === at && held.text === null)))
        return { ...heard(), at, draft: held };
      held = { at, text: { source, base } };
      return { ...heard(), at, draft: null };
    },
    'drafting.drop': ({ claimedAt: at, follows }: { claimedAt: number; follows: number[] }) => {
      if (!online) return undefined;
      const isUnseen = held !== null && held.text !== null && !follows.includes(held.at);
      if (isUnseen) return { ok: true, now: Date.now() + AHEAD, at, draft: held };
      if (held === null || held.at <= at) held = { at, text: null };
      return { ok: true, now: Date.now() + AHEAD, at, draft: null };
    },
  });
}

/** The editor of a question, opened by an account; what the server says first has come. */
async function editor({ user = 'ada', published = 'Published', version = 1, shared = true } = {}) {
  const thing = { of: 'question', questionId: QUESTION } as const;
  const hook = renderHook(() => useAuthorDraft({ user, thing, version, shared }, published));
  await pass(0);
  const now = () => hook.result.current;
  return { ...hook, now, write: (text: string): void => act(() => now().write(text)) };
}
const pass = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms));
const saves = (): string[] => calls.asked<Save>('drafting.save').map(({ source }) => source);
const onServer = () => held?.text?.source;
/** Another device of the same account, which has kept nothing of this one. */
function elsewhere(): void {
  cleanup();
  localStorage.clear();
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-29T14:00:00Z') });
  localStorage.clear();
  [held, others, online] = [null, [], true];
  calls = serve();
  vi.stubGlobal('fetch', calls.fetch);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('what is typed', () => {
  it('is saved after a rest, at the latest after some seconds, and the newest only', async () => {
    const { now, write } = await editor();
    write('a');
    expect([now().kept, now().stand, saves()]).toEqual([true, 'saving', []]);
    await pass(700);
    write('ab');
    await pass(700);
    expect(saves()).toEqual([]);
    await pass(100);
    expect([saves(), now().stand, now().savedAt]).toEqual([['ab'], 'saved', expect.any(Number)]);
    // somebody who does not stop
    for (let typed = 0; typed < 12; typed++) {
      write(`ab${typed}`);
      await pass(500);
    }
    expect(saves().length).toBe(2);
    await pass(800);
    expect([onServer(), now().stand]).toEqual(['ab11', 'saved']);
  });

  it('is there on another device, and says from when; typing goes on from it', async () => {
    (await editor()).write('From the laptop');
    await pass(800);
    elsewhere();
    const { now, write } = await editor();
    expect([now().source, now().kept, now().stand, now().base]).toEqual(['From the laptop', true, 'saved', 1]);
    expect(now().from).toBe(held?.at);
    write('From the desktop');
    await pass(800);
    expect([now().from, onServer(), now().other]).toEqual([undefined, 'From the desktop', undefined]);
  });

  it('keeps the version that it was made of, whatever is published by now', async () => {
    (await editor()).write('Of version 1');
    await pass(800);
    elsewhere();
    const { now } = await editor({ published: 'Published since', version: 2 });
    expect([now().source, now().base]).toEqual(['Of version 1', 1]);
    act(() => now().goOnFrom(2));
    await pass(800);
    expect([now().base, held?.text]).toEqual([2, { source: 'Of version 1', base: 2 }]);
  });

  it('goes with the page, in a request that outlives it', async () => {
    const { write } = await editor();
    const fetched = vi.spyOn(globalThis, 'fetch');
    write('Typed and gone');
    window.dispatchEvent(new Event('pagehide'));
    expect(fetched.mock.calls.at(-1)?.[1]).toMatchObject({ keepalive: true });
    expect(saves()).toEqual(['Typed and gone']);
  });

  it('is nobody else’s: another account in this browser finds nothing, and the server is asked as whom', async () => {
    (await editor()).write('Of Ada');
    await pass(800);
    held = null;
    cleanup();
    const { now } = await editor({ user: 'ben' });
    expect([now().source, now().kept]).toEqual(['Published', false]);
    expect(calls.asked<Save>('drafting.read').map(({ as }) => as)).toEqual(['ada', 'ben']);
  });

  it('is not brought to the server where one may only look', async () => {
    const { now, write } = await editor({ shared: false });
    write('Mine');
    await pass(40_000);
    expect([now().kept, now().stand, saves(), calls.asked('drafting.read')]).toEqual([true, 'here', [], []]);
  });
});

describe('without the network', () => {
  it('waits on this device, says so, and is saved once it can be', async () => {
    const { now, write } = await editor();
    online = false;
    write('Typed on a train');
    await pass(900);
    expect([now().stand, onServer()]).toEqual(['waits', undefined]);
    cleanup();
    const again = await editor();
    expect([again.now().source, again.now().stand]).toEqual(['Typed on a train', 'waits']);
    online = true;
    act(() => void window.dispatchEvent(new Event('online')));
    await pass(0);
    await pass(800);
    expect([again.now().stand, onServer()]).toEqual(['saved', 'Typed on a train']);
  });

  it('does not write over what another device typed meanwhile: the newer is shown, the other one offered', async () => {
    online = false;
    (await editor()).write('Older, of this device');
    cleanup();
    await pass(60_000);
    held = { at: Date.now() + AHEAD, text: { source: 'Newer', base: 1 } };
    online = true;
    const { now } = await editor();
    await pass(5_000);
    expect([now().source, onServer(), now().from]).toEqual(['Newer', 'Newer', held.at]);
    expect(now().other).toMatchObject({ source: 'Older, of this device', here: true });
    act(() => now().takeOther());
    await pass(800);
    expect([now().source, onServer(), now().other?.source]).toEqual([
      'Older, of this device',
      'Older, of this device',
      'Newer',
    ]);
  });

  it('newer text of this device stays, and an older one that is not before it is offered', async () => {
    held = { at: Date.now(), text: { source: 'Older, from elsewhere', base: 1 } };
    online = false;
    await pass(60_000);
    (await editor()).write('Newer, of this device');
    cleanup();
    online = true;
    const { now } = await editor();
    await pass(800);
    expect([now().source, onServer()]).toEqual(['Newer, of this device', 'Newer, of this device']);
    expect(now().other).toMatchObject({ source: 'Older, from elsewhere', here: false });
    // its own earlier states are nothing to be offered
    cleanup();
    const again = await editor();
    // saved while the page went, and nobody heard the reply
    again.write('Newer still');
    cleanup();
    expect(onServer()).toBe('Newer still');
    online = false;
    (await editor()).write('The newest');
    cleanup();
    online = true;
    const last = await editor();
    await pass(800);
    expect([last.now().source, last.now().other, onServer()]).toEqual(['The newest', undefined, 'The newest']);
  });
});

describe('a draft ends', () => {
  it('when it is published, also a save that is on its way; what was typed meanwhile goes on from the new version', async () => {
    const { now, write } = await editor();
    write('One');
    await pass(800);
    write('One and two');
    act(() => now().settle('One', 2));
    await pass(800);
    expect([now().source, now().kept, held?.text]).toEqual(['One and two', true, { source: 'One and two', base: 2 }]);
    act(() => now().settle('One and two', 3));
    await pass(0);
    expect([now().kept, now().base, onServer(), localStorage.length]).toEqual([false, 3, undefined, 0]);
    await pass(40_000);
    expect(saves()).toEqual(['One', 'One and two']);
  });

  it('when it is discarded or typed back, even if the server hears of it at the next visit only', async () => {
    const { now, write } = await editor();
    write('Mine');
    await pass(800);
    write('Published');
    await pass(0);
    expect([now().kept, onServer(), localStorage.length]).toEqual([false, undefined, 0]);
    write('Mine again');
    await pass(800);
    online = false;
    act(() => now().discard());
    await pass(0);
    expect([now().source, now().base, onServer()]).toEqual(['Published', 1, 'Mine again']);
    cleanup();
    online = true;
    const again = await editor();
    await pass(0);
    expect([again.now().source, onServer(), localStorage.length]).toEqual(['Published', undefined, 0]);
  });

  it('at once, in a request that outlives the page, whatever is on its way then', async () => {
    const { now, write } = await editor();
    write('Mine');
    await pass(800);
    const fetched = vi.spyOn(globalThis, 'fetch');
    act(() => now().discard());
    // nothing has passed since: whoever leaves now leaves nothing behind
    expect([fetched.mock.calls.at(-1)?.[1]?.keepalive, onServer()]).toEqual([true, undefined]);
    // pressed while a save is on its way: the page that goes tells it, and the save that comes later changes nothing
    await pass(0);
    write('Mine again');
    const late: Save[] = [];
    const usual = calls.answers['drafting.save'];
    calls.answers['drafting.save'] = (save: Save) => void late.push(save);
    await pass(800);
    act(() => now().discard());
    window.dispatchEvent(new Event('pagehide'));
    calls.answers['drafting.save'] = usual;
    for (const save of late) await calls.fetch('/drafting.save', { body: JSON.stringify(save) });
    expect([late.map(({ source }) => source), onServer()]).toEqual([['Mine again'], undefined]);
  });

  it('when it is discarded before the server has said anything, and the page goes then', async () => {
    (await editor()).write('Mine');
    await pass(800);
    cleanup();
    calls.answers['drafting.read'] = () => new Promise(() => undefined);
    const { now } = await editor();
    expect(now().source).toBe('Mine');
    act(() => now().discard());
    cleanup();
    expect(onServer()).toBeUndefined();
  });

  it('here as well when it was published or discarded on another device; a text that was never saved stays', async () => {
    (await editor()).write('Saved');
    await pass(800);
    cleanup();
    await pass(1_000);
    held = { at: Date.now() + AHEAD, text: null };
    const { now, write } = await editor();
    expect([now().source, now().kept, localStorage.length]).toEqual(['Published', false, 0]);
    online = false;
    write('Never saved');
    cleanup();
    await pass(1_000);
    held = { at: Date.now() + AHEAD, text: null };
    online = true;
    const again = await editor();
    await pass(800);
    expect([again.now().source, onServer()]).toEqual(['Never saved', 'Never saved']);
  });
});

describe('while it is open', () => {
  it('says now and then that it is, and hears who else is at it; not while nobody looks', async () => {
    const { now } = await editor();
    others = [{ name: 'Elena Novak', since: Date.now(), savedAt: null, here: true }];
    await pass(30_000);
    expect([now().others, calls.asked('drafting.read').length]).toEqual([others, 2]);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await pass(300_000);
    expect(calls.asked('drafting.read').length).toBe(2);
    vi.restoreAllMocks();
  });

  it('what another device types is offered, and not put under the hands of who writes here', async () => {
    const { now, write } = await editor();
    write('Here');
    await pass(800);
    await pass(1_000);
    held = { at: Date.now() + AHEAD, text: { source: 'There', base: 1 } };
    await pass(30_000);
    expect([now().source, now().other]).toMatchObject(['Here', { source: 'There', here: false }]);
    act(() => now().takeOther());
    expect([now().source, now().other?.source]).toEqual(['There', 'Here']);
  });

  it('what another window has typed stays a draft when this one publishes', async () => {
    const { now, write } = await editor();
    write('Here');
    await pass(1_000);
    held = { at: Date.now() + AHEAD + 5_000, text: { source: 'There', base: 1 } };
    await pass(31_000);
    expect(now().other).toMatchObject({ source: 'There', here: false });
    act(() => now().settle('Here', 2));
    await pass(2_000);
    expect([onServer(), held?.text?.base]).toEqual(['There', 1]);
    elsewhere();
    const other = await editor({ published: 'Here', version: 2 });
    expect(other.now().source).toBe('There');
  });

  it('what another window throws away or publishes stays here, is said, and can be kept', async () => {
    const { now, write } = await editor();
    write('Both see this');
    await pass(800);
    held = { at: Date.now() + AHEAD + 1_000, text: null };
    await pass(31_000);
    expect([now().source, now().kept, now().ended, now().stand]).toEqual(['Both see this', true, true, 'here']);
    expect(keptLessons('ada').count).toBe(1);
    act(() => now().keepEnded());
    await pass(800);
    expect([onServer(), now().ended, now().stand]).toEqual(['Both see this', false, 'saved']);
    // and where it is let go, it is gone in both
    held = { at: Date.now() + AHEAD + 1_000, text: null };
    await pass(31_000);
    act(() => now().discard());
    await pass(0);
    expect([now().source, now().ended, onServer(), localStorage.length]).toEqual(['Published', false, undefined, 0]);
  });

  it('what another window threw away is still here after a reload of this one, and by typing on', async () => {
    const first = await editor();
    first.write('Still here');
    await pass(800);
    held = { at: Date.now() + AHEAD + 1_000, text: null };
    await pass(31_000);
    expect(first.now().ended).toBe(true);
    cleanup();
    const { now, write } = await editor();
    await pass(800);
    expect([now().source, onServer()]).toEqual(['Still here', 'Still here']);
    held = { at: Date.now() + AHEAD + 1_000, text: null };
    await pass(31_000);
    write('Still here, and more');
    await pass(800);
    expect([now().ended, onServer()]).toEqual([false, 'Still here, and more']);
  });

  it('throwing this text away leaves one that another window has typed and nobody here has seen', async () => {
    const { now, write } = await editor();
    write('Here');
    await pass(1_000);
    held = { at: Date.now() + AHEAD, text: { source: 'There', base: 1 } };
    act(() => now().discard());
    await pass(0);
    expect([now().source, onServer()]).toEqual(['Published', 'There']);
    expect(now().other).toMatchObject({ source: 'There', here: false });
  });

  it('a text that the server has is not asked about at signing out', async () => {
    const { write } = await editor();
    write('Mine');
    expect(keptLessons('ada').count).toBe(1);
    await pass(800);
    expect(keptLessons('ada').count).toBe(0);
  });

  it('a text that the server refuses stays on this device, and says so', async () => {
    calls.answers['drafting.save'] = () => ({ ok: false, refused: 'badInput', field: 'source' });
    const { now, write } = await editor();
    write('Much too long');
    await pass(60_000);
    expect([now().stand, saves().length, now().source]).toEqual(['here', 1, 'Much too long']);
  });
});
