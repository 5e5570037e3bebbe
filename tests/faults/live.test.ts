/** The live room while its processes are killed: every receipted answer counts once, and everybody comes back by themselves. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { LiveClient } from '../support/live-client.ts';
import { allSee, answerUntilStored, KEY, openTestRoom, receiptsThatStand } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';
import { SIZE } from './size.ts';

let url: string;
const servers: RunningProcess[] = [];

beforeAll(async () => {
  url = await makeDatabase();
  connect(url, { connections: 4 });
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill('SIGTERM')));
  await disconnect();
});

async function serve(port: number): Promise<RunningProcess> {
  const server = await startServer(url, port);
  servers.push(server);
  return server;
}
const at = (port: number): string => `http://127.0.0.1:${port}`;

/** Answers that stand in the database, by player. */
async function storedIn(session: string, round: number): Promise<Map<string, string>> {
  const rows = await database().liveAnswer.findMany({ where: { sessionId: session, round } });
  return new Map(rows.map((row) => [row.playerId, JSON.stringify(row.answer)]));
}

test(`a server killed in each phase: ${SIZE.players} players are back in the same phase with the same deadline`, async () => {
  const port = await freePort();
  let server = await serve(port);
  const room = await openTestRoom(at(port), SIZE.players, { speed: false, readSeconds: 20 });
  const { players } = room;
  const before = (): (readonly [string, number | null, number | null, number])[] =>
    players.map(({ view }) => [
      view?.phase ?? '',
      view?.opensAt ?? null,
      view?.closesAt ?? null,
      view?.me.points ?? -1,
    ]);
  const killAndCompare = async (phase: string): Promise<void> => {
    await allSee(players, (view) => view.phase === phase, phase);
    const stood = before();
    await server.kill('SIGKILL');
    for (const player of players) player.view = undefined;
    server = await serve(port);
    await allSee(players, (view) => view.phase === phase, `${phase} again`);
    expect(before()).toEqual(stood);
  };
  await killAndCompare('lobby');
  await room.order('next');
  await killAndCompare('read');
  await room.order('next');
  await allSee(players, (view) => view.phase === 'question', 'the question');
  // half of them have their receipts, the others are on their way while the server dies
  const [early, late] = [players.slice(0, players.length / 2), players.slice(players.length / 2)];
  const fates = early.map((player) => answerUntilStored(player, 0, ['B']));
  expect(new Set(await Promise.all(fates))).toEqual(new Set(['stored']));
  const flying = late.map((player) => answerUntilStored(player, 0, ['A']));
  await killAndCompare('question');
  expect(new Set(await Promise.all(flying))).toEqual(new Set(['stored']));
  const stored = await storedIn(room.session, 0);
  expect(stored.size).toBe(players.length);
  for (const player of early) expect(stored.get(player.view?.me.id ?? '')).toBe('{"choices":["B"]}');
  expect(players.flatMap((player) => player.frames.filter((frame) => KEY.test(frame)))).toEqual([]);
  await room.order('discuss');
  await killAndCompare('discuss');
  await room.order('next');
  await allSee(players, (view) => view.revote, 'the second vote');
  expect(players.flatMap((player) => player.frames.filter((frame) => KEY.test(frame)))).toEqual([]);
  await Promise.all(players.map((player) => answerUntilStored(player, 1, ['B'])));
  await room.order('close');
  await killAndCompare('reveal');
  expect(players.map((player) => player.view?.me.points)).toEqual(players.map(() => 1000));
  await room.order('next');
  await killAndCompare('standings');
  expect(await receiptsThatStand(room.session, players)).toBe(2 * players.length);
  // the rest of the quiz, unanswered, up to its end
  for (const [first] = players; first?.view?.phase !== 'podium'; ) {
    const version = first?.view?.version ?? 0;
    await room.order(first?.view?.phase === 'question' ? 'close' : 'next');
    await allSee(players, (view) => view.version > version, 'the next step');
  }
  await killAndCompare('podium');
  await room.order('next');
  await killAndCompare('ended');
  room.close();
});

test('two servers, and one of them killed: its players go on at the other, and the round ends once', async () => {
  const ports = [await freePort(), await freePort()] as const;
  const [dying] = [await serve(ports[0]), await serve(ports[1])];
  const room = await openTestRoom(at(ports[1]), SIZE.players / 2, { speed: true, readSeconds: 0 });
  const there = Array.from({ length: SIZE.players / 2 }, () => new LiveClient(at(ports[0])));
  await Promise.all(there.map((player, index) => player.join(room.code, `There ${index + 1}`)));
  await room.order('next');
  await allSee([...room.players, ...there], (view) => view.phase === 'question', 'the question at both');
  const answered = there.slice(0, there.length / 2);
  expect(new Set(await Promise.all(answered.map((one) => answerUntilStored(one, 0, ['B']))))).toEqual(
    new Set(['stored']),
  );
  await dying.kill('SIGKILL');
  // a browser finds the other server behind the same address; the token is all it brings
  const moved = await Promise.all(
    there.map(async (old) => {
      const player = new LiveClient(at(ports[1]));
      player.token = old.token;
      expect(await player.ask('play', { token: old.token })).toMatchObject({ ok: true });
      old.close();
      return player;
    }),
  );
  const all = [...room.players, ...moved];
  await Promise.all(all.map((player) => answerUntilStored(player, 0, ['B'])));
  await allSee(all, (view) => view.phase === 'reveal', 'the reveal, as all have answered');
  expect((await storedIn(room.session, 0)).size).toBe(all.length);
  expect(all.every((player) => player.view?.me.right === 1)).toBe(true);
  const closings = await database().liveEvent.count({ where: { sessionId: room.session, type: 'allAnswered' } });
  expect(closings).toBe(1);
  for (const player of moved) player.close();
  room.close();
});

test('sockets that drop, packets that come twice and in another order: one answer each, the last one that counts', async () => {
  const port = await freePort();
  await serve(port);
  const room = await openTestRoom(at(port), SIZE.players, { speed: false, readSeconds: 0 }, { polling: true });
  const { players } = room;
  await room.order('next');
  await allSee(players, (view) => view.phase === 'question', 'the question');
  // a reply that is lost with its socket is missed only after seconds
  const longer = { session: room.session, command: { type: 'moreTime' as const, seconds: 60 } };
  expect(await room.host.ask('command', longer)).toMatchObject({ ok: true });
  const dropping = (async () => {
    for (let time = 0; time < 10; time++) {
      for (const player of players) if (Math.random() < 0.5) player.socket.io.engine.close();
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  })();
  const fates = await Promise.all(
    players.map(async (player) => {
      const [once, again] = await Promise.all([
        answerUntilStored(player, 0, ['B']),
        answerUntilStored(player, 0, ['B']),
      ]);
      return [once, again];
    }),
  );
  await dropping;
  expect(new Set(fates.flat())).toEqual(new Set(['stored']));
  await room.order('close');
  await allSee(players, (view) => view.phase === 'reveal', 'the reveal');
  expect((await storedIn(room.session, 0)).size).toBe(players.length);
  expect(players.every((player) => player.view?.me.points === 1000)).toBe(true);
  room.close();
});

test('a client that sends garbage, orders as a player, or answers for others is refused, and nobody else notices', async () => {
  const port = await freePort();
  await serve(port);
  const room = await openTestRoom(at(port), 8, { speed: true, readSeconds: 0 });
  const other = await openTestRoom(at(port), 1, { speed: true, readSeconds: 0 });
  const [victim] = room.players;
  const [stranger] = other.players;
  if (victim === undefined || stranger === undefined) throw new Error('there are players');
  await room.order('next');
  await allSee(room.players, (view) => view.phase === 'question', 'the question');
  const { session } = room;
  const answer = { choices: ['A'] };
  for (const token of ['', 'garbage', `${victim.token.slice(0, -3)}abc`, stranger.token])
    expect(await stranger.ask('answer', { token, round: 0, clientId: 'a-stranger', answer })).toMatchObject({
      ok: false,
    });
  expect(await stranger.ask('command', { session, command: { type: 'end' } })).toMatchObject({ refused: 'notAllowed' });
  expect(await stranger.ask('host', { session })).toMatchObject({ refused: 'notAllowed' });
  expect(await stranger.ask('seat', { session, player: victim.view?.me.id ?? '', removed: true })).toMatchObject({
    refused: 'notAllowed',
  });
  for (const packet of [null, 7, 'x', [], {}, { token: {} }, { __proto__: { token: 'x' } }, { round: -1 }]) {
    const reply: unknown = await stranger.socket.timeout(5000).emitWithAck('answer', packet);
    expect(reply).toMatchObject({ ok: false, refused: 'badInput' });
  }
  expect(await stranger.socket.timeout(5000).emitWithAck('constructor', {})).toMatchObject({ refused: 'badInput' });
  stranger.socket.emit('answer', { token: 'x'.repeat(10_000_000) });
  const guess = async (code: number): Promise<string> => {
    const guesser = new LiveClient(at(port));
    const reply = await guesser.ask('find', { code: String(code) });
    guesser.close();
    return reply.ok ? 'found' : reply.refused;
  };
  const wave = (from: number, count: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => guess(from + index)));
  await wave(100_000, 70);
  const codes = await wave(100_070, 10);
  expect(new Set(codes)).toEqual(new Set(['tooMany']));
  const fates = await Promise.all(room.players.map((player) => answerUntilStored(player, 0, ['B'])));
  expect(new Set(fates)).toEqual(new Set(['stored']));
  await allSee(room.players, (view) => view.phase === 'reveal', 'the reveal');
  expect(room.players.every((player) => player.view?.me.right === 1)).toBe(true);
  room.close();
  other.close();
});
