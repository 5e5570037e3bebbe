/** The live room on bad networks: sockets that drop, packets twice and in another order, long polling alone, clocks that are wrong. */

import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { answerDocument } from '../../domain/documents/formats.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { GUARD_MS } from '../support/guard.ts';
import { compareReceipts } from '../support/live-receipts.ts';
import { allSee, answerUntilStored, letterOf, openTestRoom, shorten } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';
import { sendRoughly } from '../support/rough-wire.ts';
import { SIZE } from './size.ts';

let url: string;
let address: string;
const servers: RunningProcess[] = [];

beforeAll(async () => {
  url = await makeDatabase();
  connect(url, { connections: 4 });
  address = await serve();
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill('SIGTERM')));
  await disconnect();
});

async function serve(variables: Record<string, string> = {}): Promise<string> {
  const port = await freePort();
  servers.push(await startServer(url, port, variables));
  return `http://127.0.0.1:${port}`;
}

const points = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => (letterOf(index) === 'B' ? 1000 : 0));

test.for(['websocket', 'polling'] as const)(
  'half of the sockets (%s) drop again and again while a round is answered: everybody comes back, one answer each',
  async (transport) => {
    const room = await openTestRoom(address, SIZE.players, { speed: false, readSeconds: 0 }, { transport });
    const { players } = room;
    await room.order('next');
    await allSee(players, (view) => view.phase === 'question', 'the question');
    // a reply that is lost with its socket is missed only after seconds
    await room.order({ type: 'moreTime', seconds: 120 });
    const dropped = new Set<string>();
    for (const player of players) player.socket.on('disconnect', () => dropped.add(player.id));
    const dropping = (async () => {
      for (let time = 0; time < 10; time++) {
        for (const player of players) if (Math.random() < 0.5) player.socket.io.engine.close();
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    })();
    // each packet twice, as by a page that has lost the first reply
    const fates = await Promise.all(
      players.flatMap((player, index) =>
        [1, 2].map(async () => {
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 1_500));
          return answerUntilStored(player, 0, [letterOf(index)]);
        }),
      ),
    );
    await dropping;
    expect(dropped.size).toBeGreaterThan(players.length / 2);
    expect(new Set(fates)).toEqual(new Set(['stored']));
    expect(await room.leaks()).toEqual([]);
    await room.ringAndShow();
    await allSee(players, (view) => view.phase === 'reveal', 'the reveal');
    expect(await compareReceipts(room.session, players)).toEqual({ stand: players.length, wrong: [] });
    expect(players.map((player) => player.view?.me.points)).toEqual(points(players.length));
    expect(await room.leaks()).toEqual([]);
    room.close();
  },
);

test('a quiz over long polling alone goes from the lobby to the podium', async () => {
  const room = await openTestRoom(address, SIZE.players, { speed: true, readSeconds: 1 }, { transport: 'polling' });
  const { players } = room;
  for (let round = 0; round < 2; round++) {
    await room.order('next');
    await allSee(players, (view) => view.phase === 'question' && view.round === round, 'the question');
    const fates = await Promise.all(players.map((one, index) => answerUntilStored(one, round, [letterOf(index)])));
    expect(new Set(fates)).toEqual(new Set(['stored']));
    await allSee(players, (view) => view.phase === 'reveal' && view.round === round, 'the reveal');
    await room.order('next');
  }
  expect(players.every(({ socket }) => socket.io.engine.transport.name === 'polling')).toBe(true);
  await room.order('end');
  await allSee(players, (view) => view.phase === 'ended', 'the end');
  expect(await compareReceipts(room.session, players)).toEqual({ stand: 2 * players.length, wrong: [] });
  expect(await room.leaks()).toEqual([]);
  room.close();
});

test('packets twice and in any order, over two connections: what was sent counts, never what was only picked', async () => {
  const room = await openTestRoom(address, SIZE.players, { speed: false, readSeconds: 0 });
  const { players } = room;
  await room.order('next');
  await allSee(players, (view) => view.phase === 'question', 'the question');
  await room.order({ type: 'moreTime', seconds: 60 });
  const fates = await Promise.all(
    players.map((player, index) => {
      const of = (name: string, letter: string, provisional: boolean) => ({
        round: 0,
        clientId: `${name}-${player.id}`,
        answer: { kind: 'choice' as const, choices: [letter] },
        ...(provisional ? { provisional } : {}),
      });
      const [picked, again] = [of('picked', letterOf(index + 1), true), of('again', letterOf(index + 2), true)];
      return sendRoughly(address, player, [picked, again, of('sent', letterOf(index), false)], 3);
    }),
  );
  // a pick that comes after what was sent is refused; what was sent never is
  expect(new Set(fates.flat().map((one) => one.fate))).toEqual(new Set(['ok', 'alreadyAnswered']));
  expect(new Set(fates.flat().flatMap((one) => (one.sent.provisional === true ? [] : [one.fate])))).toEqual(
    new Set(['ok']),
  );
  expect(await room.leaks()).toEqual([]);
  await room.ringAndShow();
  await allSee(players, (view) => view.phase === 'reveal', 'the reveal');
  expect(await compareReceipts(room.session, players)).toEqual({ stand: players.length, wrong: [] });
  expect(players.map((player) => player.view?.me.receipt?.clientId)).toEqual(players.map(({ id }) => `sent-${id}`));
  expect(players.map((player) => player.view?.me.points)).toEqual(points(players.length));
  room.close();
});

test.for([true, false])(
  'two answers swapped on the way, with speed: %s, are told apart by their receipts',
  async (speed) => {
    const room = await openTestRoom(address, SIZE.players, { speed, readSeconds: 0 });
    const { players } = room;
    await room.order('next');
    await allSee(players, (view) => view.phase === 'question', 'the question');
    await room.order({ type: 'moreTime', seconds: 60 });
    const fates = await Promise.all(
      players.map((player, index) =>
        sendRoughly(
          address,
          player,
          [0, 1].map((which) => ({
            round: 0,
            clientId: `${which}-${player.id}`,
            answer: { kind: 'choice' as const, choices: [letterOf(index + which)] },
          })),
          2,
        ),
      ),
    );
    // with speed the first one to arrive stands and the other is refused; without, the last one stands
    // (the round ends with the last player's first: what is on its way still comes too late)
    const told = fates.flat().map(({ fate }) => (speed && fate === 'tooLate' ? 'alreadyAnswered' : fate));
    expect(new Set(told)).toEqual(new Set(speed ? ['ok', 'alreadyAnswered'] : ['ok']));
    if (!speed) await room.ringAndShow();
    await allSee(players, (view) => view.phase === 'reveal', 'the reveal');
    expect(await compareReceipts(room.session, players)).toEqual({ stand: players.length, wrong: [] });
    // what each player is told stands is what was stored, and what gave the points
    const rows = await database().liveAnswer.findMany({ where: { sessionId: room.session } });
    for (const player of players) {
      const row = rows.find((one) => one.playerId === player.id);
      const answer = answerDocument.read(row?.answer);
      expect(player.view?.me.receipt).toMatchObject({ clientId: row?.clientId, answer });
      expect(player.view?.me.right).toBe(isDeepStrictEqual(answer, { kind: 'choice', choices: ['B'] }) ? 1 : 0);
    }
    // the comparison itself sees two answers that changed places
    const [one] = rows;
    const other = rows.find((row) => JSON.stringify(row.answer) !== JSON.stringify(one?.answer));
    await database().$executeRaw`
    update live_answers a set answer = b.answer from live_answers b
    where a.session_id = ${room.session}::uuid and b.session_id = a.session_id and a.round = b.round
      and ((a.player_id = ${one?.playerId}::uuid and b.player_id = ${other?.playerId}::uuid)
        or (a.player_id = ${other?.playerId}::uuid and b.player_id = ${one?.playerId}::uuid))`;
    expect((await compareReceipts(room.session, players)).wrong.length).toBeGreaterThan(0);
    room.close();
  },
);

/** A machine whose clock is wrong by so many minutes. */
const wrongBy = (minutes: number): Record<string, string> => ({
  NODE_OPTIONS: `--import=data:text/javascript,const%20right=Date.now;Date.now=()=>right()+(${minutes * 60_000})`,
});

test('clocks five minutes off, at two servers and in what clients say: receipts and the bell keep to the database’s', async () => {
  const wrong = [await serve(wrongBy(5)), await serve(wrongBy(-5))] as const;
  const half = SIZE.players / 2;
  const room = await openTestRoom(wrong[0], half, { speed: true, readSeconds: 0 });
  for (let index = 0; index < half; index++) await room.join(`There ${index + 1}`, { address: wrong[1] });
  const { players, session } = room;
  await shorten(session, 4);
  await room.order('next');
  await allSee(players, (view) => view.phase === 'question', 'the question at both');
  const here = Date.now();
  expect(Math.abs((players[0]?.view?.opensAt ?? 0) - here)).toBeLessThan(60_000);
  for (const player of [players[0], players.at(-1)]) {
    const reply = await player?.ask('clock', {});
    expect(Math.abs((reply?.ok === true ? reply.now : 0) - here)).toBeLessThan(60_000);
  }
  // no time of the client's own is taken
  const packet = {
    round: 0,
    clientId: 'a-time-of-my-own',
    answer: { kind: 'choice' as const, choices: ['B'] },
    receivedAt: here - 300_000,
  };
  for (const player of players)
    expect(
      await player.socket.timeout(GUARD_MS).emitWithAck('answer', { ...packet, token: player.token }),
    ).toMatchObject({
      refused: 'badInput',
    });
  // all but one answer; the bell rings for the one who does not
  const answering = players.slice(1);
  expect(new Set(await Promise.all(answering.map((one) => answerUntilStored(one, 0, ['B']))))).toEqual(
    new Set(['stored']),
  );
  await allSee(players, (view) => view.phase === 'reveal', 'the reveal');
  expect(await compareReceipts(session, players)).toEqual({ stand: answering.length, wrong: [] });
  const { state } = await database().liveSession.findUniqueOrThrow({ where: { id: session } });
  const { opensAt, closesAt, closedAt } = (state as unknown as { rounds: Record<string, number>[] }).rounds[0] ?? {};
  for (const { receipts } of answering) {
    const received = receipts[0]?.receipt.receivedAt ?? 0;
    expect(received >= (opensAt ?? 0) && received <= (closesAt ?? 0)).toBe(true);
  }
  expect((closedAt ?? 0) - (closesAt ?? 0)).toBeGreaterThanOrEqual(0);
  expect((closedAt ?? 0) - (closesAt ?? 0)).toBeLessThan(60_000);
  expect(answering.every(({ view }) => (view?.me.points ?? 0) >= 500)).toBe(true);
  expect(await room.leaks()).toEqual([]);
  room.close();
});
