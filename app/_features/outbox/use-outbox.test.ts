// @vitest-environment happy-dom
/** The outbox as a page has it: of its account alone, over a reload, woken by what happens to the page. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeCalls, fakeCalls } from '../../../tests/support/fake-fetch.ts';
import { keptOf } from './kept.ts';

const NOW = Date.UTC(2026, 10, 29);
const PLACE = { lessonId: 'l', questionId: 'q', versionId: 'v' };
const number = (value: string) => ({ kind: 'number', value }) as const;
const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const happens = (event: string): void => act(() => void window.dispatchEvent(new Event(event)));
const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
let server: FakeCalls;
const drafts = () => server.asked<{ as: string; answer: object; claimedAt: number }>('practice.drafts');
const submissions = () => server.asked<{ as: string; answer: object; clientId: string }>('practice.submissions');

/** A page that has just come, for an account; `serverNow`: the server's clock when it made the page. */
async function page(user = 'ada', serverNow = NOW) {
  vi.resetModules();
  const { useOutbox } = await import('./use-outbox.ts');
  const { leaveUnasked } = await import('../../_client/before-leaving.ts');
  const hook = renderHook((of) => useOutbox(of), { initialProps: { user, now: serverNow } });
  await pass(100);
  const outbox = () => hook.result.current.outbox();
  return { ...hook, outbox, leaveUnasked, told: () => keptOf(hook.result.current.snapshot, PLACE) };
}
/** What the page listens to: modules never stop. */
const heard: (() => void)[] = [];
function noteListeners(target: Window | Document): void {
  const add = target.addEventListener.bind(target);
  vi.spyOn(target, 'addEventListener').mockImplementation((event: string, listener: unknown) => {
    add(event, listener as EventListener);
    heard.push(() => target.removeEventListener(event, listener as EventListener));
  });
}
/** The page is gone, and nothing of it was tidied up. */
function crash(): void {
  vi.clearAllTimers();
  for (const forget of heard.splice(0)) forget();
  // a lease runs out by itself
  localStorage.removeItem('nabla-outbox-sends');
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  localStorage.clear();
  server = fakeCalls({
    'practice.drafts': () => ({ ok: true, savedAt: NOW }),
    'practice.submissions': () => ({ ok: true }),
  });
  vi.stubGlobal('fetch', server.fetch);
  vi.stubGlobal('BroadcastChannel', undefined);
  // as on plain http
  vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as never);
  noteListeners(window);
  noteListeners(document);
});
afterEach(() => {
  cleanup();
  crash();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the outbox of a page', () => {
  it('draws the page anew with what is typed, sends it under its account, and says when it is saved', async () => {
    const { outbox, told } = await page('ada', NOW + 60_000);
    act(() => outbox().keep(PLACE, number('1')));
    expect(told()).toMatchObject({ draft: 'saving', written: { entry: { answer: number('1') } } });
    await pass(2_000);
    // in the server's clock, however wrong the device's own is
    expect(drafts()).toMatchObject([{ as: 'ada', answer: number('1'), claimedAt: NOW + 60_100 }]);
    expect(told()).toMatchObject({ draft: 'none', savedAt: new Date(NOW).toISOString() });
  });

  it('is the same one however often the page is drawn', async () => {
    const { outbox, rerender } = await page();
    const first = outbox();
    rerender({ user: 'ada', now: NOW + 5_000 });
    expect(outbox()).toBe(first);
  });

  it('has what was handed in before a crash, and sends it under its first id', async () => {
    server.answers['practice.submissions'] = undefined;
    const before = await page();
    act(() => void before.outbox().submit(PLACE, number('5')));
    await pass(100);
    const [first] = submissions();
    crash();
    const { told } = await page();
    expect(told()).toMatchObject({ handedIn: 'onDevice', reason: 'unavailable' });
    server.answers['practice.submissions'] = () => ({ ok: true });
    happens('online');
    await pass(200);
    expect(told().handedIn).toBe('no');
    expect(new Set(submissions().map((one) => one.clientId))).toEqual(new Set([first?.clientId]));
    expect(localStorage.length).toBe(0);
  });

  it('is of its account: whoever signs in next in this browser neither sees nor sends what waits', async () => {
    server.answers['practice.submissions'] = undefined;
    const ada = await page('ada');
    act(() => void ada.outbox().submit(PLACE, number('5')));
    await pass(100);
    crash();
    server.answers['practice.submissions'] = () => ({ ok: true });
    const ben = await page('ben');
    happens('online');
    await pass(70_000);
    expect(ben.result.current.snapshot.entries).toEqual([]);
    expect(submissions().filter(({ as }) => as !== 'ada')).toEqual([]);
    expect(submissions()).toHaveLength(1);
    // and the same page drawn for its owner has it
    ben.rerender({ user: 'ada', now: NOW });
    await pass(200);
    expect(submissions().map(({ as }) => as)).toEqual(['ada', 'ada']);
    expect(ben.told().handedIn).toBe('no');
  });

  it('tells a refusal that is final, on the next page too, until it has been read', async () => {
    server.answers['practice.submissions'] = () => ({ ok: false, refused: 'noAttemptsLeft' });
    const before = await page();
    act(() => void before.outbox().submit(PLACE, number('5')));
    await pass(2_000);
    expect(before.told()).toMatchObject({ refused: 'noAttemptsLeft', handedIn: 'no' });
    expect(drafts()).toHaveLength(1);
    crash();
    const { told, outbox } = await page();
    expect(told().refused).toBe('noAttemptsLeft');
    act(() => outbox().dismiss(PLACE));
    expect(told().refused).toBeNull();
  });

  it('goes on sending when the part of the page that showed it is gone, and draws nothing any more', async () => {
    const { outbox, unmount, result } = await page();
    act(() => outbox().keep(PLACE, number('1')));
    const last = result.current.snapshot;
    unmount();
    await pass(2_000);
    expect(drafts()).toHaveLength(1);
    expect(result.current.snapshot).toBe(last);
  });
});

describe('leaving the page', () => {
  it('sends what is fresh, and asks only where something may be lost', async () => {
    const { outbox, leaveUnasked } = await page();
    expect(asks()).toBe(false);
    act(() => outbox().keep(PLACE, number('1')));
    expect(asks()).toBe(false);
    happens('pagehide');
    await pass(0);
    expect(drafts()).toHaveLength(1);
    server.answers['practice.drafts'] = undefined;
    act(() => outbox().keep(PLACE, number('12')));
    await pass(2_000);
    expect(asks()).toBe(true);
    // to sign in or out
    leaveUnasked();
    expect(asks()).toBe(false);
    await pass(5_000);
    expect(asks()).toBe(true);
  });

  it('asks while what was handed in is on its way, and no more once the server has it', async () => {
    const { outbox } = await page();
    let arrives = (): void => undefined;
    const stored = new Promise<{ ok: true }>((resolve) => (arrives = () => resolve({ ok: true })));
    server.answers['practice.submissions'] = () => stored;
    act(() => void outbox().submit(PLACE, number('2.4')));
    await pass(500);
    expect(submissions()).toHaveLength(1);
    expect(asks()).toBe(true);
    arrives();
    await pass(100);
    expect(asks()).toBe(false);
  });
});
