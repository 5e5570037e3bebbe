/** The live room against people who speak the wire well and want what is not theirs: refused, limited, logged. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { insertUser } from '../../db/users.ts';
import { whileAClassPlays } from '../support/class-plays.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { GUARD_MS } from '../support/guard.ts';
import { LiveClient } from '../support/live-client.ts';
import { cookieFor, openTestRoom, type TestRoom } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';
import { SIZE } from './size.ts';

let url: string;
let port: number;
let server: RunningProcess;

beforeAll(async () => {
  url = await makeDatabase();
  connect(url, { connections: 4 });
  await insertUser(database(), { login: 'rival', name: 'A rival', role: 'teacher', passwordHash: null });
});
// a server of its own for each: it has nothing to tell of the others
beforeEach(async () => {
  port = await freePort();
  server = await startServer(url, port, { NABLA_PROXY: '1' });
});
afterEach(() => server.kill('SIGTERM'));
afterAll(disconnect);

const at = (): string => `http://127.0.0.1:${port}`;
const TIMES = Array.from({ length: 25 }, (_, index) => index);

/** The fates of what is asked, all at the same time. */
async function refusals(asked: Promise<unknown>[]): Promise<Set<unknown>> {
  const replies = await Promise.all(asked);
  return new Set(
    replies.map((reply) => (typeof reply === 'object' && reply !== null && 'refused' in reply ? reply.refused : reply)),
  );
}

/** Everything that only a host may ask. */
function orders(one: LiveClient, { session, players }: TestRoom): Promise<unknown>[] {
  const player = players[0]?.id ?? '';
  return [
    ...(['next', 'close', 'skip', 'discuss', 'reveal', 'end'] as const).map((type) =>
      one.ask('command', { session, command: { type } }),
    ),
    one.ask('command', { session, command: { type: 'moreTime', seconds: 5 } }),
    one.ask('command', { session, command: { type: 'reopen', seconds: 5 } }),
    one.ask('command', { session, command: { type: 'lock', locked: true } }),
    one.ask('host', { session }),
    one.ask('screen', { session }),
    one.ask('seat', { session, player, removed: true }),
    one.ask('handOver', { session, login: 'rival' }),
    one.ask('rehearse', { session, players: 3 }),
  ];
}

test('orders of a player, a student, another teacher, and somebody who is in no room, are refused', async () => {
  await whileAClassPlays(server, at(), SIZE.players, /"notAllowed":\d+/, async (room) => {
    const [student, rival, nobody] = [
      new LiveClient(at(), { cookie: await cookieFor('ada') }),
      new LiveClient(at(), { cookie: await cookieFor('rival') }),
      new LiveClient(at()),
    ];
    for (const one of [room.players[0], student, rival, nobody])
      if (one !== undefined) expect(await refusals(orders(one, room))).toEqual(new Set(['notAllowed']));
    for (const one of [student, rival, nobody]) one.close();
  });
});

test('another room’s ids open nothing: neither its host’s, nor its players’', async () => {
  await whileAClassPlays(server, at(), SIZE.players, /"notAllowed":\d+/, async (room) => {
    const other = await openTestRoom(at(), 1, { speed: true, readSeconds: 0 }, { host: 'rival' });
    const [victim] = room.players;
    const [stranger] = other.players;
    if (victim === undefined || stranger === undefined) throw new Error('there are players');
    expect(await refusals(TIMES.map(() => other.host.ask('host', { session: room.session })))).toEqual(
      new Set(['notAllowed']),
    );
    // their own room does not reach a player of another one
    const seats = [true, false].map((removed) =>
      other.host.ask('seat', { session: other.session, player: victim.id, removed }),
    );
    expect(await refusals(seats)).toEqual(new Set(['notFound']));
    // a token plays in its own room, whatever else is said
    const answer = { round: 0, clientId: 'from-another-room', answer: { kind: 'choice' as const, choices: ['A'] } };
    expect(await stranger.ask('answer', { ...answer, token: stranger.token })).toMatchObject({ refused: 'wrongRound' });
    const told = [{ session: room.session }, { player: victim.id }, { session: room.session, player: victim.id }];
    const forOthers = told.map((more) =>
      stranger.socket.timeout(GUARD_MS).emitWithAck('answer', { ...answer, ...more, token: stranger.token }),
    );
    expect(await refusals(forOthers)).toEqual(new Set(['badInput']));
    other.close();
  });
});

test('answers for others are refused, with their id, their name, or a token that is nearly theirs', async () => {
  await whileAClassPlays(server, at(), SIZE.players, /"(?:removed|badInput)":\d+/, async (room) => {
    const [victim, thief] = room.players;
    if (victim === undefined || thief === undefined) throw new Error('there are players');
    const another = new LiveClient(at());
    const answer = { round: 0, clientId: 'for-somebody-else', answer: { kind: 'choice' as const, choices: ['A'] } };
    const nearly = (index: number): string => `${victim.token.slice(0, -4)}${String(1000 + index)}`;
    const tokens = ['', 'garbage', victim.id, victim.view?.me.nickname ?? '', ...TIMES.map(nearly)];
    expect(await refusals(tokens.map((token) => another.ask('answer', { ...answer, token })))).toEqual(
      new Set(['removed']),
    );
    const claims = [{ player: victim.id }, { playerId: victim.id }, { me: { id: victim.id } }];
    const claimed = claims.map((more) =>
      thief.socket.timeout(GUARD_MS).emitWithAck('answer', { ...answer, ...more, token: thief.token }),
    );
    expect(await refusals(claimed)).toEqual(new Set(['badInput']));
    another.close();
  });
});

const GARBAGE = [
  null,
  7,
  'x',
  [],
  {},
  { token: {} },
  JSON.parse('{"__proto__":{"token":"x"}}'),
  { round: -1 },
  { token: 'x', round: 1e9, clientId: 'x'.repeat(1_000), answer: {} },
  {
    token: 'x',
    round: 0,
    clientId: 'long-enough',
    answer: { kind: 'choice' as const, choices: Array.from({ length: 1_000 }, () => 'A') },
  },
];
const REQUESTS = ['answer', 'join', 'find', 'play', 'command', 'seat', 'handOver', 'rehearse', 'board', 'host'];

test('garbage in every request, and requests that there are not, are refused', async () => {
  await whileAClassPlays(server, at(), SIZE.players, /"badInput":\d+/, async () => {
    const fates = await Promise.all(
      REQUESTS.map(async (name) => {
        const one = new LiveClient(at());
        const asked = GARBAGE.map((packet) => one.socket.timeout(GUARD_MS).emitWithAck(name, packet));
        const unknown = ['constructor', '__proto__', 'toString', 'grade', 'reveal'].map((other) =>
          one.socket.timeout(GUARD_MS).emitWithAck(other, {}),
        );
        const refused = await refusals([...asked, ...unknown]);
        one.close();
        return [...refused];
      }),
    );
    // a join is limited before it is read
    expect(new Set(fates.flat().filter((fate) => fate !== 'tooMany'))).toEqual(new Set(['badInput']));
  });
});

test('all codes in turn, from many connections of one place: a few are told, the rest is refused, and others come in', async () => {
  const log = /"network":"203\.0\.113\.0\/24","refused":\{.*"(?:tooMany|noSuchRoom|wrongCodes)":\d+/;
  await whileAClassPlays(server, at(), SIZE.players, log, async (room) => {
    const guessers = Array.from({ length: 10 }, () => new LiveClient(at(), { from: '203.0.113.7' }));
    const codes = Array.from({ length: 500 }, (_, index) => String(100_000 + index)).filter((one) => one !== room.code);
    const asked = codes.map((code, index) => {
      const guesser = guessers[index % guessers.length];
      return index % 3 === 0 ? guesser?.ask('join', { code, nickname: 'Guesser' }) : guesser?.ask('find', { code });
    });
    const honest = await room.join('Honest', { from: '198.51.100.7' });
    const fates = (await Promise.all(asked)).map((reply) => (reply?.ok === false ? reply.refused : 'in'));
    expect(new Set(fates)).toEqual(new Set(['noSuchRoom', 'tooMany', 'wrongCodes']));
    expect(fates.filter((fate) => fate === 'noSuchRoom').length).toBeLessThanOrEqual(65);
    // not even the right code opens the room to whoever has tried so many
    // (sent behind others: on a busy machine the wait may just be over, and the first wrong one begins the next)
    const more = [...codes.slice(0, 5), room.code].map((code) => guessers.at(-1)?.ask('find', { code }));
    expect((await Promise.all(more)).at(-1)).toMatchObject({ ok: false, refused: 'wrongCodes' });
    expect(honest.view?.phase).toBe('question');
    expect(server.said()).not.toContain(codes[0]);
    for (const one of guessers) one.close();
  });
});
