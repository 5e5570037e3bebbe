/** Who guesses the codes of rooms waits, ever longer; who comes by the room's link never does. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { call } from '../support/calls.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { LiveClient } from '../support/live-client.ts';
import { cookieFor, openTestRoom, type TestRoom } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';
import { Visitor } from '../support/visitor.ts';

let server: RunningProcess;
let address: string;
let room: TestRoom;
/** what stands behind the `#` of the room's link */
let key: string;
const people: LiveClient[] = [];

beforeAll(async () => {
  const [url, port] = [await makeDatabase(), await freePort()];
  server = await startServer(url, port, { NABLA_PROXY: '1' });
  address = `http://127.0.0.1:${port}`;
  connect(url, { connections: 2 });
  room = await openTestRoom(address, 0, {});
  key = keyIn(room.host.desk?.joinLink);
});
afterEach(() => {
  for (const one of people.splice(0)) one.close();
});
afterAll(async () => {
  room.close();
  await disconnect();
  await server.kill('SIGTERM');
});

function keyIn(link: string | undefined): string {
  return link?.split('#')[1] ?? '';
}

function guest(from: string, cookie?: string): LiveClient {
  const client = new LiveClient(address, { from, ...(cookie === undefined ? {} : { cookie }) });
  people.push(client);
  return client;
}

let guessed = 100_000;
/** So many wrong codes, all at once. @returns how often each reply came */
async function guess(client: LiveClient, count: number, shown: { key?: string } = {}): Promise<Map<string, number>> {
  const codes = Array.from({ length: count + 1 }, () => String(guessed++)).filter((one) => one !== room.code);
  const replies = await Promise.all(codes.slice(0, count).map((code) => client.ask('find', { code, ...shown })));
  return Map.groupBy(replies, (reply) => (reply.ok ? 'found' : reply.refused))
    .entries()
    .reduce((counts, [fate, all]) => counts.set(fate, all.length), new Map<string, number>());
}
const fateOf = async (client: LiveClient, shown: { key?: string } = {}): Promise<string> => {
  const reply = await client.ask('find', { code: room.code, ...shown });
  return reply.ok ? 'found' : reply.refused;
};
/**
 * The same behind a few wrong codes. A wait that is just over lets one right code in, wherever the wrong ones beside it are by then;
 * these begin the next wait, which is longer.
 */
async function fateBehindGuesses(client: LiveClient, shown: { key?: string } = {}): Promise<string> {
  let fate = '';
  for (let tried = 0; tried < 5 && fate !== 'wrongCodes'; tried++)
    [, fate] = await Promise.all([guess(client, 5), fateOf(client, shown)]);
  return fate;
}

describe('wrong codes', () => {
  it('of one address make it wait, for the right code as well; others, and members in the same place, do not', async () => {
    const school = '203.0.113.7';
    expect(await guess(guest(school), 60)).toEqual(new Map([['noSuchRoom', 60]]));
    const more = await guess(guest(school), 60);
    expect(more.get('wrongCodes')).toBeGreaterThan(50);
    expect((more.get('noSuchRoom') ?? 0) + (more.get('wrongCodes') ?? 0)).toBe(60);
    expect(await fateBehindGuesses(guest(school))).toBe('wrongCodes');
    expect(await fateOf(guest('203.0.113.8'))).toBe('found');
    expect(await fateOf(guest(school, await cookieFor('ben')))).toBe('found');
  });

  it('stop nobody who comes by the link; a key that does not fit is as good as none', async () => {
    const school = '203.0.113.9';
    for (const client of [guest(school), guest(school)]) await guess(client, 70);
    expect(await fateBehindGuesses(guest(school))).toBe('wrongCodes');
    expect(key).toMatch(/^[\w-]{16}$/);
    const player = guest(school);
    expect(await fateOf(player, { key })).toBe('found');
    expect(await player.ask('join', { code: room.code, key, nickname: 'By the link' })).toMatchObject({ ok: true });
    const other = await openTestRoom(address, 0, {});
    for (const wrong of ['', 'x'.repeat(16), keyIn(other.host.desk?.joinLink)])
      expect(await fateBehindGuesses(guest(school), { key: wrong })).toBe('wrongCodes');
    other.close();
    // nor does one open the way to codes of other rooms, or tell more of them
    expect((await guess(guest(school), 30, { key })).get('wrongCodes')).toBeGreaterThan(25);
  });

  it('of somebody signed in make that person wait, and nobody beside them', async () => {
    const place = '203.0.113.20';
    const ben = await cookieFor('ben');
    for (const client of [guest(place, ben), guest(place, ben)]) await guess(client, 30);
    expect(await fateBehindGuesses(guest('203.0.113.21', ben))).toBe('wrongCodes');
    expect(await fateOf(guest(place, ben), { key })).toBe('found');
    expect(await fateOf(guest(place))).toBe('found');
    expect(await fateOf(guest(place, await cookieFor('ada')))).toBe('found');
  });

  it('are not what comes by the link of a room that is over: it says so, however often it is opened', async () => {
    const over = await openTestRoom(address, 1, {});
    const [player] = over.players;
    const shown = { code: over.code, key: keyIn(over.host.desk?.joinLink) };
    await over.order('end');
    const place = '203.0.113.30';
    for (const client of [guest(place), guest(place)])
      for (let reload = 0; reload < 40; reload++)
        expect(await client.ask('find', shown)).toEqual({ ok: false, refused: 'roomEnded' });
    expect(await guest(place).ask('join', { ...shown, nickname: 'Late' })).toMatchObject({ refused: 'roomEnded' });
    expect(await guest(place).ask('find', { code: over.code })).toMatchObject({ refused: 'noSuchRoom' });
    expect(await fateOf(guest(place))).toBe('found');
    // who played comes back by their seat
    expect(await player?.ask('play', { token: player.token })).toMatchObject({ ok: true });
    over.close();
  });

  it('of many addresses together make strangers wait, but no member, and nobody who comes by the link', async () => {
    const fates = await Promise.all(
      Array.from({ length: 20 }, (_, index) => guess(guest(`198.51.100.${index + 1}`), 40)),
    );
    expect(fates.reduce((sum, one) => sum + (one.get('noSuchRoom') ?? 0), 0)).toBeLessThanOrEqual(620);
    const elsewhere = '192.0.2.1';
    expect(await fateBehindGuesses(guest(elsewhere))).toBe('wrongCodes');
    expect(await fateOf(guest(elsewhere), { key })).toBe('found');
    expect(await fateOf(guest(elsewhere, await cookieFor('chiara')))).toBe('found');
  });
});

describe('a lecture behind one address', () => {
  it('may mistype and join a class by its link, and whoever goes on trying links from there waits', async () => {
    const from = '203.0.113.50';
    const { joinToken: token } = await database().class.findFirstOrThrow({ select: { joinToken: true } });
    const join = async (login: string, by: string | null): Promise<string> => {
      const asked = { token: by, name: 'A Student', login, password: 'a good password' };
      const { outcome } = await call(address, 'welcome.join', asked, { 'x-forwarded-for': from });
      return outcome.ok ? 'joined' : (outcome.refused ?? '');
    };
    const guess = (count: number) =>
      Promise.all(Array.from({ length: count }, (_, index) => join('x.y', `link ${index}`)));
    // as many as mistype in a lecture, and the next one joins
    expect(new Set(await guess(130))).toEqual(new Set(['linkUsed']));
    expect(await join('lecture.one', token)).toBe('joined');
    expect((await guess(130)).filter((fate) => fate === 'tooMany').length).toBeGreaterThan(80);
  });
});

describe('the link', () => {
  it('is what the host, the wall and the QR code show, and what the pages of the class lead to', async () => {
    const demo = await database().class.findFirstOrThrow({ select: { id: true } });
    const ours = await openTestRoom(address, 1, {}, { classId: demo.id });
    const screen = guest('192.0.2.2', await cookieFor('teacher'));
    const shown = await screen.ask('screen', { session: ours.session });
    const link = ours.host.desk?.joinLink ?? '';
    expect(link).toBe(`${address.replace('127.0.0.1', 'localhost')}/join/${ours.code}#${keyIn(link)}`);
    expect(shown).toMatchObject({ ok: true, view: { joinLink: link, qr: ours.host.desk?.qr } });
    const headers = { cookie: await cookieFor('ada') };
    for (const path of ['/home', '/lessons/gradients-and-derivatives'])
      expect((await new Visitor(address).send(path, { headers })).text).toContain(`/join/${ours.code}#${keyIn(link)}`);
    // a player has no use for it, until the class plays again
    const [player] = ours.players;
    expect(player?.frames.join()).not.toContain(keyIn(link));
    await ours.order('end');
    const again = await ours.host.ask('again', { session: ours.session });
    if (!again.ok) throw new Error(again.refused);
    await player?.until(() => player.view?.again !== null, 'the player hears where it goes on');
    const next = { code: again.code, key: player?.view?.again?.key ?? '' };
    expect(await guest('203.0.113.7').ask('find', next)).toMatchObject({ ok: true, session: again.session });
    ours.close();
  });
});
