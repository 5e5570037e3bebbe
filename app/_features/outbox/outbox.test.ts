/** The outbox at work: tabs that share a storage, a network that comes and goes, a clock that the test turns. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../../domain/refusal.ts';
import { refuse } from '../../../domain/refusal.ts';
import type { Channel } from './channel.ts';
import { keptOf } from './kept.ts';
import { type News, Outbox } from './outbox.ts';
import { type Entry, keyOf } from './rules.ts';
import { memoryStore, type Store } from './store.ts';

const PLACE = { lessonId: 'l', questionId: 'q', versionId: 'v' };

/** A device with its storage, and a server that says what the test wants. */
function device() {
  const store: Store = { ...memoryStore(), lasts: true };
  const hearers = new Set<() => void>();
  const sent: Entry[] = [];
  let busy = false;
  let ids = 0;
  let noted: Entry[] = [];
  const world = {
    store,
    sent,
    noted: () => noted,
    reply: async (_entry: Entry): Promise<Outcome<{ savedAt?: number }>> => ({ ok: true, savedAt: 7 }),
    tab(user = 'u'): Outbox {
      let mine: () => void = () => undefined;
      const channel: Channel = {
        tell: () => [...hearers].filter((one) => one !== mine).map((one) => one()),
        hear(hearer) {
          mine = hearer;
          hearers.add(hearer);
        },
        close: () => void hearers.delete(mine),
      };
      return new Outbox(user, {
        store: Promise.resolve(store),
        note: {
          leave: (entries) => {
            const keys = new Set(entries.map(keyOf));
            noted = [...noted.filter((one) => !keys.has(keyOf(one))), ...entries];
          },
          forget: (entry) => {
            noted = noted.filter((one) => one.id !== entry.id);
          },
          left: (of) => noted.filter((one) => one.user === of),
        },
        send: (entry) => {
          sent.push(entry);
          return world.reply(entry);
        },
        async alone(work) {
          if (busy) return false;
          busy = true;
          await work().finally(() => (busy = false));
          return true;
        },
        channel,
        now: () => Date.now(),
        ahead: 0,
        random: () => 0.5,
        newId: () => `id-${++ids}`,
        online: () => true,
      });
    },
  };
  return world;
}

const told = (outbox: Outbox) => keptOf(outbox.snapshot, PLACE);
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const offline = async () => refuse('unavailable');

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('what is written', () => {
  it('is stored after a pause, while somebody writes on, and the last of it when they stop', async () => {
    const { tab, sent } = device();
    const outbox = tab();
    for (let letter = 1; letter <= 20; letter++) {
      outbox.keep(PLACE, { kind: 'number', value: 'x'.repeat(letter) });
      await pass(400);
    }
    expect(sent.length).toBeGreaterThanOrEqual(2);
    await pass(1_000);
    expect(sent.at(-1)?.answer).toEqual({ kind: 'number', value: 'x'.repeat(20) });
    expect(told(outbox)).toMatchObject({ draft: 'none', savedAt: new Date(7).toISOString() });
  });

  it('waits for the network over a reload, is shown meanwhile, and goes when it is back', async () => {
    const world = device();
    const first = world.tab();
    world.reply = offline;
    first.keep(PLACE, { kind: 'number', value: 'mine' });
    await pass(2_000);
    expect(told(first)).toMatchObject({ draft: 'onDevice', reason: 'unavailable' });
    expect(first.risky).toBe(true);
    first.stop();
    const next = world.tab();
    await pass(0);
    expect(told(next).written?.entry.answer).toEqual({ kind: 'number', value: 'mine' });
    world.reply = async () => ({ ok: true });
    next.hurry();
    await pass(10);
    expect(told(next)).toMatchObject({ draft: 'none', written: null });
    expect(await world.store.all('u')).toEqual([]);
  });

  it('is of the account that wrote it: another one neither sees nor sends it', async () => {
    const world = device();
    world.reply = offline;
    const ada = world.tab('ada');
    ada.keep(PLACE, { kind: 'number', value: 'of Ada' });
    await pass(2_000);
    ada.stop();
    world.sent.length = 0;
    world.reply = async () => ({ ok: true });
    const ben = world.tab('ben');
    ben.hurry();
    await pass(120_000);
    expect(ben.snapshot.entries).toEqual([]);
    expect(world.sent).toEqual([]);
    const again = world.tab('ada');
    again.hurry();
    await pass(10);
    expect(world.sent).toMatchObject([{ user: 'ada', answer: { kind: 'number', value: 'of Ada' } }]);
  });
});

describe('what is handed in', () => {
  it('is told to be stored, takes its draft along, and keeps its id however often it is tried', async () => {
    const world = device();
    const outbox = world.tab();
    const heard: News[] = [];
    outbox.hear((news) => heard.push(news));
    outbox.keep(PLACE, { kind: 'number', value: '1' });
    let tries = 0;
    world.reply = async () => (++tries < 4 ? refuse('unavailable') : { ok: true });
    const handing = outbox.submit(PLACE, { kind: 'number', value: '1' });
    await pass(1);
    expect(await handing).toEqual({ is: 'kept' });
    expect(told(outbox)).toMatchObject({ handedIn: 'onDevice', draft: 'none' });
    await pass(60_000);
    expect(world.sent.map((one) => one.what)).toEqual(Array.from({ length: 4 }, () => 'submission'));
    expect(new Set(world.sent.map((one) => one.id)).size).toBe(1);
    expect(heard).toMatchObject([{ what: 'submission', is: 'stored', awaited: false }]);
    expect(told(outbox).handedIn).toBe('no');
  });

  it('is replaced by what is handed in after it, before it could be sent', async () => {
    const world = device();
    const outbox = world.tab();
    world.reply = offline;
    void outbox.submit(PLACE, { kind: 'number', value: '1' });
    await pass(10);
    void outbox.submit(PLACE, { kind: 'number', value: '2' });
    await pass(10);
    world.reply = async () => ({ ok: true });
    world.sent.length = 0;
    outbox.hurry();
    await pass(10);
    expect(world.sent).toMatchObject([{ answer: { kind: 'number', value: '2' } }]);
  });

  it('is told once more on the next page where the server will never take it; the text is a draft from then on', async () => {
    const world = device();
    world.reply = async (entry) => (entry.what === 'submission' ? refuse('noAttemptsLeft') : { ok: true });
    const outbox = world.tab();
    const handing = outbox.submit(PLACE, { kind: 'number', value: '1' });
    await pass(1);
    expect(await handing).toEqual({ is: 'refused', code: 'noAttemptsLeft' });
    await pass(2_000);
    expect(world.sent.map((one) => one.what)).toEqual(['submission', 'draft']);
    const next = world.tab();
    await pass(120_000);
    expect(told(next)).toMatchObject({ refused: 'noAttemptsLeft', handedIn: 'no' });
    expect(next.risky).toBe(false);
    expect(next.unsent).toEqual([]);
    next.dismiss(PLACE);
    await pass(0);
    expect(told(next).refused).toBeNull();
    expect(await world.store.all('u')).toEqual([]);
  });
});

describe('several tabs', () => {
  it('send a thing once, and each of them learns what became of it', async () => {
    const world = device();
    const [one, other] = [world.tab(), world.tab()];
    world.reply = offline;
    void one.submit(PLACE, { kind: 'number', value: '1' });
    await pass(50);
    expect(told(other)).toMatchObject({ handedIn: 'onDevice' });
    const heard: News[] = [];
    one.hear((news) => heard.push(news));
    world.sent.length = 0;
    world.reply = () => new Promise((resolve) => setTimeout(() => resolve({ ok: true }), 300));
    other.hurry();
    one.hurry();
    await pass(5_000);
    expect(world.sent).toHaveLength(1);
    expect(heard).toMatchObject([{ is: 'stored', what: 'submission' }]);
    expect([told(one).handedIn, told(other).handedIn]).toEqual(['no', 'no']);
  });

  it('say that a draft is saved, whichever of them has sent it', async () => {
    const world = device();
    const [one, other] = [world.tab(), world.tab()];
    world.reply = offline;
    one.keep(PLACE, { kind: 'number', value: '1' });
    await pass(1_000);
    expect(told(other)).toMatchObject({ draft: 'onDevice', savedAt: null });
    world.reply = async () => ({ ok: true, savedAt: 7 });
    other.hurry();
    await pass(10);
    for (const tab of [one, other]) expect(told(tab)).toMatchObject({ draft: 'none', savedAt: expect.any(String) });
  });
});

it('leaving sends what is fresh without waiting for a turn, and nothing twice', async () => {
  const world = device();
  world.reply = () => new Promise((resolve) => setTimeout(() => resolve({ ok: true }), 100));
  const outbox = world.tab();
  outbox.keep(PLACE, { kind: 'number', value: 'last letters' });
  await pass(100);
  outbox.leave();
  outbox.leave();
  expect(world.sent).toHaveLength(1);
  await pass(5_000);
  expect(world.sent).toHaveLength(1);
  expect(told(outbox).draft).toBe('none');
});

it('what is not in storage when the page goes is noted, and taken over by the next page unless something newer is there', async () => {
  const world = device();
  world.reply = offline;
  const put = world.store.put;
  // a disk that does not come to it before the page has gone
  world.store.put = () => new Promise(() => undefined);
  const gone = world.tab();
  gone.keep(PLACE, { kind: 'number', value: 'last letters' });
  await pass(10);
  gone.leave();
  expect(world.noted()).toHaveLength(1);
  gone.stop();
  world.store.put = put;
  const next = world.tab();
  await pass(100);
  expect(told(next).written).toMatchObject({ entry: { answer: { value: 'last letters' } } });
  expect(world.noted()).toEqual([]);

  next.keep(PLACE, { kind: 'number', value: 'newer' });
  await pass(100);
  const [newer] = await world.store.all('u');
  if (newer === undefined) throw new Error('nothing is stored');
  world
    .noted()
    .push({ ...newer, id: 'older', writtenAt: newer.writtenAt - 1, answer: { kind: 'number', value: 'old' } });
  const last = world.tab();
  await pass(100);
  expect(told(last).written).toMatchObject({ entry: { answer: { value: 'newer' } } });
  expect(world.noted()).toEqual([]);
});

it('a page that only seemed to go takes its note back once all is in storage', async () => {
  const world = device();
  world.reply = offline;
  const outbox = world.tab();
  outbox.keep(PLACE, { kind: 'number', value: 'still here' });
  outbox.leave();
  expect(world.noted()).toHaveLength(1);
  await pass(100);
  expect(world.noted()).toEqual([]);
  expect(await world.store.all('u')).toHaveLength(1);
});

it('signing out tries all of it, tells what is left, and can throw it away', async () => {
  const world = device();
  world.reply = offline;
  const outbox = world.tab();
  outbox.keep(PLACE, { kind: 'number', value: '1' });
  outbox.keep({ ...PLACE, questionId: 'r' }, { kind: 'number', value: '2' });
  const left = outbox.flush();
  await pass(10);
  expect(await left).toHaveLength(2);
  await outbox.discard();
  await pass(0);
  expect(outbox.unsent).toEqual([]);
  expect(await world.store.all('u')).toEqual([]);
});

it('where the disk is full, the page says that only it keeps what was written', async () => {
  const world = device();
  world.reply = offline;
  world.store.put = async () => {
    throw new Error('QuotaExceededError');
  };
  const outbox = world.tab();
  outbox.keep(PLACE, { kind: 'number', value: '1' });
  await pass(2_000);
  expect(told(outbox)).toMatchObject({
    draft: 'onPage',
    written: { entry: { answer: { kind: 'number', value: '1' } } },
  });
  world.reply = async () => ({ ok: true });
  outbox.hurry();
  await pass(10);
  expect(told(outbox).draft).toBe('none');
});
