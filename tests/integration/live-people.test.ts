/** People in a live room as they are: two tabs, another seat, two hosts, names that trick the eye, who is removed, who comes when all is over. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { GUARD_MS } from '../support/guard.ts';
import { LiveClient } from '../support/live-client.ts';
import { allSee, answerUntilStored, cookieFor, openTestRoom, type TestRoom } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';

let server: RunningProcess;
let address: string;
const rooms: TestRoom[] = [];
const people: LiveClient[] = [];

beforeAll(async () => {
  const url = await makeDatabase();
  const port = await freePort();
  server = await startServer(url, port);
  address = `http://127.0.0.1:${port}`;
  connect(url, { connections: 2 });
});
afterEach(() => {
  for (const room of rooms.splice(0)) room.close();
  for (const person of people.splice(0)) person.close();
});
afterAll(async () => {
  await disconnect();
  await server.kill('SIGTERM');
});

async function openRoom(count: number, settings: object): Promise<TestRoom> {
  const opened = await openTestRoom(address, count, settings);
  rooms.push(opened);
  return opened;
}

function person(options: { cookie?: string } = {}): LiveClient {
  const client = new LiveClient(address, options);
  people.push(client);
  return client;
}

const presentIn = async (session: string): Promise<string[]> => {
  const found = await database().player.findMany({ where: { sessionId: session, present: true, removedAt: null } });
  return found.map((one) => one.nickname).sort();
};
/** Waits until only these are noted as present. */
async function present(session: string, names: string[]): Promise<void> {
  for (const deadline = Date.now() + GUARD_MS; JSON.stringify(await presentIn(session)) !== JSON.stringify(names); ) {
    if (Date.now() > deadline) throw new Error(`present are ${await presentIn(session)}, not ${names}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a player in two tabs', () => {
  it('sees the same in both, has one answer, and is there until the last one is closed', async () => {
    const room = await openRoom(2, { speed: true, readSeconds: 0 });
    const [player, other] = room.players;
    if (player === undefined || other === undefined) throw new Error('there are two');
    const tab = person();
    expect(await tab.ask('play', { token: player.token })).toMatchObject({ ok: true });
    tab.token = player.token;
    await room.order('next');
    await allSee([player, tab, other], (view) => view.phase === 'question', 'the question in both');
    const fates = await Promise.all(
      [player, tab].map((one) => answerUntilStored(one, 0, ['B'], `from-${one.socket.id}`)),
    );
    expect(fates.sort()).toEqual(['alreadyAnswered', 'stored']);
    tab.close();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await presentIn(room.session)).toEqual(['Player 1', 'Player 2']);
    await answerUntilStored(other, 0, ['A']);
    await allSee([player, other], (view) => view.phase === 'reveal', 'the reveal');
    expect(player.view).toMatchObject({ players: 2, me: { right: 1 } });
    player.close();
    await present(room.session, ['Player 2']);
  });
});

describe('a connection that takes another seat', () => {
  it('is waited for in one of them only, and hears of one room only', async () => {
    const [first, second] = [await openRoom(1, { speed: true, readSeconds: 0 }), await openRoom(0, {})];
    const walker = await first.join('Walker');
    await walker.ask('join', { code: first.code, nickname: 'Walker again' });
    await present(first.session, ['Player 1', 'Walker again']);
    await walker.join(second.code, 'Walker');
    await present(first.session, ['Player 1']);
    await present(second.session, ['Walker']);
    let told = false;
    walker.socket.on('removed', () => {
      told = true;
    });
    await first.order('next');
    await allSee(first.players.slice(0, 1), (view) => view.phase === 'question', 'the question');
    // nobody is waited for who is not here
    await answerUntilStored(first.players[0] ?? walker, 0, ['B']);
    await allSee(first.players.slice(0, 1), (view) => view.phase === 'reveal', 'the reveal');
    expect(walker.view).toMatchObject({ session: second.session, phase: 'lobby' });
    expect(told).toBe(false);
  });

  it('of many seats taken at once leaves none behind', async () => {
    const room = await openRoom(0, {});
    const greedy = person();
    await Promise.all([1, 2, 3, 4, 5].map((one) => greedy.ask('join', { code: room.code, nickname: `Seat ${one}` })));
    greedy.close();
    await present(room.session, []);
  });
});

describe('somebody who comes in while the room goes on', () => {
  it('sees where it is, not where it was when they knocked', async () => {
    const room = await openRoom(1, { readSeconds: 0 });
    for (let step = 1; step <= 8; step++) {
      const coming = [1, 2, 3].map((one) => room.join(`Guest ${step} ${one}`));
      const again = room.players.slice(0, 4).map((player) => player.ask('play', { token: player.token }));
      await room.order('next');
      await Promise.all([...coming, ...again]);
      await room.host.until(() => (room.host.desk?.version ?? 0) >= step, 'the step at the desk');
      const { version = 0 } = room.host.desk ?? {};
      await allSee(room.players, (view) => view.version >= version, 'the step');
    }
  });
});

describe('two hosts', () => {
  it('who both go on at the same moment go on once, and both see where the room is', async () => {
    const room = await openRoom(1, { readSeconds: 0 });
    const colleague = person({ cookie: await cookieFor('admin') });
    expect(await colleague.ask('host', { session: room.session })).toMatchObject({ ok: true });
    for (const phase of ['question', 'closed', 'reveal', 'standings'] as const) {
      const { desk } = room.host;
      const seen = { type: 'next' as const, phase: desk?.phase ?? 'lobby', round: desk?.round ?? -1 };
      const replies = await Promise.all(
        [room.host, colleague].map((one) => one.ask('command', { session: room.session, command: seen })),
      );
      expect(replies.map((reply) => (reply.ok ? 'ok' : reply.refused)).sort()).toEqual(['notNow', 'ok']);
      await Promise.all(
        [room.host, colleague].map((one) => one.until(() => one.desk?.phase === phase, `${phase} at both`)),
      );
    }
    const log = await database().liveEvent.findMany({
      where: { sessionId: room.session },
      orderBy: { version: 'asc' },
    });
    expect(log.map((event) => event.type)).toEqual(['next', 'next', 'next', 'next']);
  });
});

describe('a player who is removed', () => {
  it('in the middle of a question answers no more, counts nowhere, and is back with all of it when that is undone', async () => {
    const room = await openRoom(3, { speed: false, readSeconds: 0 });
    const { host, players, session } = room;
    const [rude, kind] = players;
    if (rude === undefined || kind === undefined) throw new Error('there are players');
    await room.order('next');
    await allSee(players, (view) => view.phase === 'question', 'the question');
    for (const player of players) await answerUntilStored(player, 0, ['B']);
    expect(await host.ask('seat', { session, player: rude.id, removed: true })).toMatchObject({ ok: true });
    expect(await answerUntilStored(rude, 0, ['A'], 'after-being-removed')).toBe('removed');
    // the count that is told in between knows it too
    await answerUntilStored(kind, 0, ['B'], 'a-second-thought');
    await host.until(() => host.frames.at(-1)?.includes('"answered":2') === true, 'two are counted');
    await room.ringAndShow();
    await host.until(() => host.desk?.phase === 'reveal', 'the reveal');
    expect(host.desk).toMatchObject({ answered: 2, players: 2 });
    expect(host.desk?.distribution?.map((tally) => tally.count)).toEqual([0, 2, 0, 0]);
    expect(host.desk?.people.map((one) => one.id)).not.toContain(rude.id);
    expect(await host.ask('seat', { session, player: rude.id, removed: false })).toMatchObject({ ok: true });
    await host.until(() => host.desk?.answered === 3, 'all three are back');
    expect(await rude.ask('play', { token: rude.token })).toMatchObject({ ok: true, view: { me: { points: 1000 } } });
    expect(await host.ask('seat', { session, player: rude.id, removed: true })).toMatchObject({ ok: true });
    await room.order('end');
    await host.until(() => host.desk?.phase === 'ended', 'the report');
    expect(host.desk?.facility).toMatchObject([{ answered: 2, right: 2 }]);
    expect(host.desk?.everyone.map((one) => one.playerId)).not.toContain(rude.id);
  });
});

describe('when all is over', () => {
  it('an answer, an order and a newcomer are refused, and who played still sees the end', async () => {
    const room = await openRoom(2, { speed: false, readSeconds: 0 });
    const { players, host, session, code } = room;
    const [player, other] = players;
    if (player === undefined || other === undefined) throw new Error('there are two');
    await room.order('next');
    await allSee(players, (view) => view.phase === 'question', 'the question');
    expect(await answerUntilStored(player, 0, ['B'])).toBe('stored');
    await room.order('end');
    expect(await answerUntilStored(other, 0, ['B'])).toBe('roomEnded');
    // a repeat is told what stands, as always
    expect(await answerUntilStored(player, 0, ['B'])).toBe('stored');
    expect(await host.ask('command', { session, command: { type: 'next' } })).toMatchObject({ refused: 'roomEnded' });
    expect(await person().ask('join', { code, nickname: 'Too late' })).toMatchObject({ refused: 'noSuchRoom' });
    expect(await player.ask('play', { token: player.token })).toMatchObject({ ok: true, view: { phase: 'ended' } });
  });
});

describe('somebody who only looks on', () => {
  it('is told nothing of a room: no frame comes to who has no seat in it', async () => {
    const room = await openRoom(1, { readSeconds: 0 });
    const spectator = person();
    expect(await spectator.ask('find', { code: room.code })).toMatchObject({ ok: true, session: room.session });
    expect(await spectator.ask('screen', { session: room.session })).toMatchObject({ refused: 'notAllowed' });
    expect(await spectator.ask('host', { session: room.session })).toMatchObject({ refused: 'notAllowed' });
    const before = spectator.frames.length;
    await room.order('next');
    await room.ringAndShow();
    await allSee(room.players, (view) => view.phase === 'reveal', 'the reveal');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(spectator.frames.slice(before).filter((frame) => frame.startsWith('2'))).toEqual([]);
  });
});

describe('a name', () => {
  it('that is huge, unseen, turned round, piled up or a look-alike of another one is refused', async () => {
    const room = await openRoom(0, {});
    await room.join('Max');
    const fate = async (nickname: string): Promise<string> => {
      const reply = await person().ask('join', { code: room.code, nickname });
      return reply.ok ? 'seated' : reply.refused;
    };
    expect(await fate('x'.repeat(100_000 / 2))).toBe('badInput');
    expect(await fate('x'.repeat(80))).toBe('nicknameLength');
    for (const name of ['Ma\u200bx', '\u202exaM', 'Max\u2066', 'Ma\u034fx', 'M\u3164x', '\u115f\u115f', 'Max\ufe0f'])
      expect([name, await fate(name)]).toEqual([name, 'nameUnseen']);
    expect(await fate('M\u0430x')).toBe('nameScripts');
    expect(await fate(`Z${'\u0335'.repeat(12)}algo`)).toBe('nameMarks');
    // spelt otherwise, and the same to the eye
    for (const name of ['max', 'ＭＡＸ', '\u041c\u0430\u0445', ' Max '])
      expect([name, await fate(name)]).toEqual([name, 'nicknameTaken']);
    for (const name of ['Zoë', 'Иван', 'Ελένη', 'नीता', '小明', 'Đặng', 'עֲלִיזָה'])
      expect([name, await fate(name)]).toEqual([name, 'seated']);
  });
});
