/** The live room while its processes are killed: every receipted answer counts once, and everybody comes back by themselves. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { LiveClient } from '../support/live-client.ts';
import { compareReceipts } from '../support/live-receipts.ts';
import {
  allSee,
  answerUntilStored,
  letterOf,
  openTestRoom,
  readLonger,
  shorten,
  type TestRoom,
} from '../support/live-room.ts';
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
const STORED = new Set(['stored']);

/** What a player's page and the desk show of where the room stands. */
function standOf({ players, host }: TestRoom): unknown[] {
  const { phase, opensAt, closesAt, round, people, answered, everyone } = host.desk ?? {};
  const seen = players.map(({ view }) => {
    const { points, rank, receipt, result, nickname } = view?.me ?? {};
    return [view?.phase, view?.round, view?.opensAt, view?.closesAt, nickname, points, rank, receipt, result];
  });
  return [phase, round, opensAt, closesAt, people?.map((one) => one.sentAt), answered, everyone, ...seen];
}

/** Who is right gets 1000 points, once. */
function pointsOf(players: readonly LiveClient[], right: string): number[] {
  return players.map((_, index) => (letterOf(index) === right ? 1000 : 0));
}

/** Killed, and stopped in order, as an upgrade or a restart of its container does. */
const ENDS = ['SIGKILL', 'SIGTERM'] as const;

test(`a server killed or stopped in order, in each phase: ${SIZE.players} players and the host are back in the same phase with the same deadline`, async () => {
  const port = await freePort();
  let server = await serve(port);
  const room = await openTestRoom(at(port), SIZE.players, { speed: false, readSeconds: 60 }, { transport: 'both' });
  const { players, host, session } = room;
  let ended = 0;
  const endAndCompare = async (phase: string): Promise<void> => {
    for (let times = 0; times < SIZE.endsOfPhase; times++) {
      // in the short run each phase takes the other way than the one before
      const signal = ENDS[ended++ % ENDS.length] ?? 'SIGKILL';
      await allSee(players, (view) => view.phase === phase, phase);
      await Promise.all([
        host.ask('host', { session }),
        ...players.map((one) => one.ask('play', { token: one.token })),
      ]);
      const stood = standOf(room);
      await server.kill(signal);
      for (const player of players) player.view = undefined;
      host.desk = undefined;
      server = await serve(port);
      await allSee(players, (view) => view.phase === phase, `${phase} again after ${signal}`);
      await host.until(() => host.desk !== undefined, 'the host is back');
      // those who came back late were not there yet when the desk was told first
      await host.ask('host', { session });
      expect(standOf(room), `${phase} after ${signal}`).toEqual(stood);
    }
  };
  await endAndCompare('lobby');
  await room.order('next');
  await readLonger(session, 600);
  await endAndCompare('read');
  await room.order('next');
  await allSee(players, (view) => view.phase === 'question', 'the question');
  await room.order({ type: 'moreTime', seconds: 120 });
  await room.order({ type: 'moreTime', seconds: 120 });
  await allSee(players, (view) => (view.closesAt ?? 0) - (view.opensAt ?? 0) > 240_000, 'more time');
  // half of them have their receipts; the others are on their way while the server dies
  const send = (player: LiveClient, round: number) =>
    answerUntilStored(player, round, [letterOf(players.indexOf(player))]);
  const half = players.length / 2;
  expect(new Set(await Promise.all(players.slice(0, half).map((player) => send(player, 0))))).toEqual(STORED);
  await endAndCompare('question');
  for (const [index, signal] of ENDS.entries()) {
    const flying = players.slice(half + (index * half) / 2, half + ((index + 1) * half) / 2);
    const sent = flying.map((player) => send(player, 0));
    await server.kill(signal);
    server = await serve(port);
    expect(new Set(await Promise.all(sent)), signal).toEqual(STORED);
  }
  expect(await compareReceipts(session, players)).toEqual({ stand: players.length, wrong: [] });
  await room.order('discuss');
  await endAndCompare('discuss');
  expect(await room.leaks()).toEqual([]);
  await room.order('next');
  await allSee(players, (view) => view.phase === 'question' && view.revote, 'the second vote');
  await room.order({ type: 'moreTime', seconds: 120 });
  expect(new Set(await Promise.all(players.map((player) => send(player, 1))))).toEqual(STORED);
  await room.order('close');
  await endAndCompare('closed');
  expect(await room.leaks()).toEqual([]);
  await room.order('reveal');
  await endAndCompare('reveal');
  expect(players.map((player) => player.view?.me.points)).toEqual(pointsOf(players, 'B'));
  await room.order('next');
  await endAndCompare('standings');
  expect(await compareReceipts(session, players)).toEqual({ stand: 2 * players.length, wrong: [] });
  // the rest of the quiz, unanswered, up to its end
  for (const [first] = players; first?.view?.phase !== 'podium'; ) {
    const version = first?.view?.version ?? 0;
    await room.order(first?.view?.phase === 'question' ? 'close' : 'next');
    await allSee(players, (view) => view.version > version, 'the next step');
  }
  await endAndCompare('podium');
  await room.order('next');
  await endAndCompare('ended');
  expect(players.map((player) => player.view?.me.points)).toEqual(pointsOf(players, 'B'));
  expect(await room.leaks()).toEqual([]);
  room.close();
});

test('two servers, and one of them killed: its players go on at the other, and the round ends once', async () => {
  const ports = [await freePort(), await freePort()] as const;
  const [dying] = [await serve(ports[0]), await serve(ports[1])];
  const room = await openTestRoom(at(ports[1]), SIZE.players / 2, { speed: true, readSeconds: 0 });
  const there = await Promise.all(
    Array.from({ length: SIZE.players / 2 }, (_, index) => room.join(`There ${index + 1}`, { address: at(ports[0]) })),
  );
  await room.order('next');
  await allSee(room.players, (view) => view.phase === 'question', 'the question at both');
  await room.order({ type: 'moreTime', seconds: 60 });
  const answer = (one: LiveClient, index: number) =>
    answerUntilStored(one, 0, [letterOf(index)], `answer-of-${one.id}`);
  const answered = there.slice(0, there.length / 2);
  expect(new Set(await Promise.all(answered.map(answer)))).toEqual(STORED);
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
  const here = room.players.slice(0, SIZE.players / 2);
  room.players.push(...moved);
  // who has a receipt sends the same packet again, as a page does that has not seen it
  expect(new Set(await Promise.all([...moved, ...here].map(answer)))).toEqual(STORED);
  await allSee([...here, ...moved], (view) => view.phase === 'reveal', 'the reveal, as all have answered');
  expect(await compareReceipts(room.session, room.players)).toEqual({ stand: moved.length + here.length, wrong: [] });
  const right = [...moved, ...here].map((_, index) => (letterOf(index) === 'B' ? 1 : 0));
  expect([...moved, ...here].map((player) => player.view?.me.right)).toEqual(right);
  const closings = await database().liveEvent.count({ where: { sessionId: room.session, type: 'allAnswered' } });
  expect(closings).toBe(1);
  expect(await room.leaks()).toEqual([]);
  room.close();
});

test('answers at the bell, at two servers: who has a receipt is counted, who has none was late, one bell rings', async () => {
  const ports = [await freePort(), await freePort()] as const;
  await Promise.all(ports.map(serve));
  const half = SIZE.players / 2;
  const room = await openTestRoom(at(ports[0]), half, { speed: false, readSeconds: 0 });
  for (let index = 0; index < half; index++) await room.join(`There ${index + 1}`, { address: at(ports[1]) });
  const { players, session } = room;
  await shorten(session, 8);
  await room.order('next');
  await allSee(players, (view) => view.phase !== 'lobby', 'the question at both');
  const clock = await room.host.ask('clock', {});
  const offset = clock.ok ? clock.now - performance.now() : 0;
  const closesAt = players[0]?.view?.closesAt ?? 0;
  const fates = await Promise.all(
    players.map(async (player, index) => {
      // from three seconds before the bell to one after it: on a busy machine what is sent arrives late
      const wait = closesAt - 3000 + (4000 * index) / (players.length - 1) - (performance.now() + offset);
      await new Promise((resolve) => setTimeout(resolve, wait));
      return answerUntilStored(player, 0, [letterOf(index)]);
    }),
  );
  expect(new Set(fates)).toEqual(new Set(['stored', 'tooLate']));
  await allSee(players, (view) => view.phase === 'reveal', 'the reveal');
  const stored = fates.filter((fate) => fate === 'stored').length;
  expect(await compareReceipts(session, players)).toEqual({ stand: stored, wrong: [] });
  for (const { receipts } of players) expect((receipts[0]?.receipt.receivedAt ?? 0) <= closesAt).toBe(true);
  expect(players.map(({ view }) => view?.me.points)).toEqual(
    players.map((_, index) => (fates[index] === 'stored' && letterOf(index) === 'B' ? 1000 : 0)),
  );
  expect(await database().liveEvent.count({ where: { sessionId: session, type: 'tick' } })).toBe(1);
  expect(await room.leaks()).toEqual([]);
  room.close();
});
