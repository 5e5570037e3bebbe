/** Misuse of the live room, and its accidents: two servers, late repeats, guessed codes, floods. Each is refused, limited, logged. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { LiveClient } from '../support/live-client.ts';
import { openTestRoom, type TestRoom } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';

let servers: RunningProcess[];
let addresses: string[];
const rooms: TestRoom[] = [];
const people: LiveClient[] = [];

beforeAll(async () => {
  const url = await makeDatabase();
  const ports = [await freePort(), await freePort()];
  servers = await Promise.all(ports.map((port) => startServer(url, port)));
  addresses = ports.map((port) => `http://127.0.0.1:${port}`);
  connect(url, { connections: 2 });
});
afterEach(() => {
  for (const room of rooms.splice(0)) room.close();
  for (const person of people.splice(0)) person.close();
});
afterAll(async () => {
  await disconnect();
  await Promise.all(servers.map((server) => server.kill('SIGTERM')));
});

async function room(count: number, settings: object): Promise<TestRoom> {
  const opened = await openTestRoom(addresses[0] ?? '', count, settings);
  rooms.push(opened);
  return opened;
}

function person(server = 0): LiveClient {
  const client = new LiveClient(addresses[server] ?? '');
  people.push(client);
  return client;
}

const answered = (round: number, client: string, letter: string, token: string, provisional = false) => ({
  token,
  round,
  clientId: client,
  answer: { kind: 'choice' as const, choices: [letter] },
  ...(provisional ? { provisional } : {}),
});

describe('a player whose phone went over to another server', () => {
  it('is still there when the first server loses the old connection', async () => {
    const { players, session } = await room(1, { speed: true });
    const [old] = players;
    const { token } = old ?? { token: '' };
    const id = old?.view?.me.id ?? '';
    const again = person(1);
    expect(await again.ask('play', { token })).toMatchObject({ ok: true });
    old?.close();
    const present = async () =>
      (await database().player.findUniqueOrThrow({ where: { id, sessionId: session } })).present;
    // the first server notes the loss, and the second one puts it right
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await present()).toBe(true);
    again.close();
    await again.until(() => !again.socket.connected, 'the last connection is gone');
    await expect.poll(present).toBe(false);
  });
});

describe('an answer that comes again after a newer one', () => {
  it('changes nothing, and its sender is told what stands', async () => {
    const { players, order } = await room(1, { speed: false, readSeconds: 0 });
    const [player] = players;
    if (player === undefined) throw new Error('nobody is here');
    await order('next');
    await player.until(() => player.view?.phase === 'question', 'the question is open');
    const send = (client: string, letter: string) => player.ask('answer', answered(0, client, letter, player.token));
    const [first, second] = [randomUUID(), randomUUID()];
    expect(await send(first, 'A')).toMatchObject({ ok: true });
    const stands = await send(second, 'B');
    expect(stands).toMatchObject({ ok: true, receipt: { answer: { kind: 'choice' as const, choices: ['B'] } } });
    expect(await send(first, 'A')).toEqual(stands);
    const stored = await database().liveAnswer.findFirstOrThrow({ where: { playerId: player.view?.me.id ?? '' } });
    expect(stored).toMatchObject({ clientId: second, answer: { kind: 'choice' as const, choices: ['B'] } });
  });

  it('is no way round the newest either when it was only picked', async () => {
    const { players, order } = await room(1, { speed: false, readSeconds: 0 });
    const [player] = players;
    if (player === undefined) throw new Error('nobody is here');
    await order('next');
    await player.until(() => player.view?.phase === 'question', 'the question is open');
    const pick = (client: string, letter: string) =>
      player.ask('answer', answered(0, client, letter, player.token, true));
    const clients = Array.from({ length: 30 }, () => randomUUID());
    for (const [index, client] of clients.entries()) await pick(client, 'ABCD'[index % 4] ?? 'A');
    await pick(clients[27] ?? '', 'D');
    const stored = await database().liveAnswer.findFirstOrThrow({ where: { playerId: player.view?.me.id ?? '' } });
    expect(stored.clientId).toBe(clients[29]);
    // what is remembered is bounded
    expect(stored.replaced.length).toBeLessThanOrEqual(16);
  });
});

describe('a connection that floods', () => {
  it('is told, then closed; the room goes on', async () => {
    const { players } = await room(1, {});
    const flood = person();
    await flood.until(() => flood.socket.connected, 'the flood is connected');
    let closed = '';
    flood.socket.io.reconnection(false);
    flood.socket.on('disconnect', (reason) => {
      closed = reason;
    });
    for (let sent = 0; sent < 2_000; sent++) flood.socket.emit('clock', {});
    await flood.until(() => closed !== '', 'the flood is closed');
    expect(closed).toBe('io server disconnect');
    expect(await players[0]?.ask('clock', {})).toMatchObject({ ok: true });
  });

  it('cannot fill a room with seats from one connection', async () => {
    const { code, host } = await room(0, {});
    const greedy = person(1);
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, index) => greedy.ask('join', { code, nickname: `Greedy ${index}` })),
    );
    expect(replies.filter((reply) => reply.ok).length).toBeLessThanOrEqual(5);
    expect(replies.at(-1)).toMatchObject({ ok: false, refused: 'tooMany' });
    expect(host.desk?.people.length ?? 0).toBeLessThanOrEqual(5);
  });
});

describe('somebody whose name is refused again and again', () => {
  it('comes in with the next one: what was refused took no seat', async () => {
    const { code } = await room(0, {});
    const guest = person();
    for (let tried = 0; tried < 8; tried++)
      expect(await guest.ask('join', { code, nickname: 'fuck' })).toMatchObject({ refused: 'nicknameRefused' });
    expect(await guest.ask('join', { code, nickname: 'Ada' })).toMatchObject({ ok: true });
  });
});

describe('somebody who tries all codes at once', () => {
  it('is limited however many they send in parallel, and the log tells so without a code or a token', async () => {
    const { code, players } = await room(1, {});
    const guessers = Array.from({ length: 8 }, () => person());
    await Promise.all(guessers.map((one) => one.until(() => one.socket.connected, 'the guesser is connected')));
    const guesses = Array.from({ length: 480 }, (_, index) => String(100_000 + index)).filter((one) => one !== code);
    const replies = await Promise.all(
      guesses.map((guess, index) => guessers[index % guessers.length]?.ask('find', { code: guess })),
    );
    const refused = replies.map((reply) => (reply?.ok === false ? reply.refused : 'found'));
    expect(refused.filter((one) => one === 'noSuchRoom').length).toBeLessThanOrEqual(65);
    expect(refused.filter((one) => one === 'wrongCodes').length).toBeGreaterThanOrEqual(400);
    // who sits in the room goes on
    expect(await players[0]?.ask('play', { token: players[0].token })).toMatchObject({ ok: true });
    const said = (): string => servers[0]?.said() ?? '';
    // at once, or a minute after the line of another flood
    await players[0]?.until(() => /"noSuchRoom":\d+/.test(said()), 'the log tells of it');
    expect(said()).not.toContain(guesses[0]);
    expect(said()).not.toContain(players[0]?.token);
    expect(said()).not.toContain('127.0.0.1');
  });
});
