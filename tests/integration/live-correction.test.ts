/** A key that was wrong in a quiz: looked at, put right once, graded anew; and the same quiz played again. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { database, disconnect } from '../../db/client.ts';
import { stateDocument } from '../../domain/documents/formats.ts';
import type { LiveState } from '../../domain/live/state.ts';
import type { Reply } from '../../domain/protocol.ts';
import { freePort } from '../support/free-port.ts';
import { cookieOf, LiveClient } from '../support/live-client.ts';
import { callAs, ringAndShow } from '../support/live-room.ts';
import { type RunningProcess, startServer, startWorkers } from '../support/processes.ts';
import { CHOICE, correct, handInGraded, makeRegradeClass, otherKey, type RegradeClass } from '../support/regrading.ts';

let room: RegradeClass;
let workers: RunningProcess | undefined;
const servers: RunningProcess[] = [];
const addresses: string[] = [];
const people: LiveClient[] = [];

beforeAll(async () => {
  room = await makeRegradeClass();
  for (let count = 0; count < 2; count++) {
    const port = await freePort();
    servers.push(await startServer(room.url, port));
    addresses.push(`http://127.0.0.1:${port}`);
  }
});
afterAll(async () => {
  for (const person of people) person.close();
  await workers?.kill('SIGTERM');
  await Promise.all(servers.map((server) => server.kill('SIGTERM')));
  await disconnect();
});

function person(server = 0, options: { cookie?: string } = {}): LiveClient {
  const client = new LiveClient(addresses[server] ?? '', options);
  people.push(client);
  return client;
}

interface Quiz {
  session: string;
  host: LiveClient;
  players: LiveClient[];
  order(type: 'next' | 'end'): Promise<void>;
  correct(apply: boolean, by?: LiveClient): Promise<Reply<'correct'>>;
}

/** A quiz of the class in which each player has given one of these answers to its only question, revealed. */
async function played(questionId: string, answers: object[]): Promise<Quiz> {
  const cookie = await cookieOf(room.teacher.id);
  const { lessonId, classId } = room;
  const asked = { lessonId, classId, questionIds: [questionId], settings: { speed: false, readSeconds: 0 } };
  const { session, code } = await callAs<{ session: string; code: string }>(
    addresses[0] ?? '',
    'live.open',
    asked,
    cookie,
  );
  const host = person(0, { cookie });
  await host.ask('host', { session });
  const players = answers.map((_, index) => person(index % 2));
  await Promise.all(players.map((player, index) => player.join(code, `Player ${index + 1}`)));
  const order = async (type: 'next' | 'end'): Promise<void> =>
    void expect(await host.ask('command', { session, command: { type } })).toMatchObject({ ok: true });
  const quiz: Quiz = {
    session,
    host,
    players,
    order,
    correct: (apply, by = host) => by.ask('correct', { session, apply }),
  };
  await order('next');
  for (const [index, player] of players.entries()) {
    await player.until(() => player.view?.phase === 'question', 'the question');
    const answer = { token: player.token, round: 0, clientId: `player-${index}`, answer: answers[index] as never };
    expect(await player.ask('answer', answer)).toMatchObject({ ok: true });
  }
  expect(await quiz.correct(false)).toEqual({ ok: false, refused: 'nothingToCorrect' });
  await ringAndShow(host, session);
  await all(quiz, (player) => player.view?.phase === 'reveal', 'the reveal');
  return quiz;
}
async function all({ players }: Quiz, is: (player: LiveClient) => boolean, what: string): Promise<void> {
  await Promise.all(players.map((player) => player.until(() => is(player), what)));
}
const points = ({ players }: Quiz): (number | undefined)[] => players.map((player) => player.view?.me.points);

it('a wrong key is put right in a quiz that is being played: looked at first, then applied once, for everybody', async () => {
  const quiz = await played(CHOICE, [
    { kind: 'choice', choices: ['A'] },
    { kind: 'choice', choices: ['D'] },
    { kind: 'choice', choices: ['B'] },
  ]);
  const [ada] = quiz.players;
  if (ada === undefined) throw new Error('nobody plays');
  expect(points(quiz)).toEqual([1000, 0, 0]);
  await otherKey(room);

  expect(await quiz.correct(true, ada)).toEqual({ ok: false, refused: 'notAllowed' });
  const stranger = person(0, { cookie: await cookieOf(room.ben.id) });
  expect(await quiz.correct(false, stranger)).toEqual({ ok: false, refused: 'notAllowed' });
  const looked = await quiz.correct(false);
  expect(looked).toMatchObject({
    ok: true,
    applied: false,
    correction: {
      questions: [{ id: CHOICE, regraded: 0 }],
      players: [
        { nickname: 'Player 2', before: 0, after: 1000 },
        { nickname: 'Player 1', before: 1000, after: 0 },
      ],
    },
  });
  expect(points(quiz)).toEqual([1000, 0, 0]);

  // two devices of the host press at once, on two servers
  const second = person(1, { cookie: await cookieOf(room.teacher.id) });
  const both = await Promise.all([quiz.correct(true), quiz.correct(true, second)]);
  expect(both.filter((reply) => reply.ok && reply.applied)).toHaveLength(1);
  expect(both.filter((reply) => !reply.ok && reply.refused === 'nothingToCorrect')).toHaveLength(1);
  await all(quiz, (player) => player.view?.corrected === true, 'the corrected points');
  expect(points(quiz)).toEqual([0, 1000, 0]);
  expect(quiz.players.map((player) => player.view?.reveal?.correct)).toEqual([['D'], ['D'], ['D']]);
  const events = await database().liveEvent.findMany({ where: { sessionId: quiz.session, type: 'correct' } });
  expect(events.map(({ payload }) => payload)).toMatchObject([{ by: room.teacher.id, regraded: [] }]);
  expect(await database().auditEvent.count({ where: { action: 'live.correct', subject: quiz.session } })).toBe(1);

  await quiz.order('end');
  await all(quiz, (player) => player.view?.phase === 'ended', 'the end');
  expect(points(quiz)).toEqual([0, 1000, 0]);
});

it('maths is graded anew after a correction, also in a quiz that is over, and what was graded before counts no more', async () => {
  workers = await startWorkers(room.url);
  const right = { kind: 'maths', parts: { dx: '2xy', dy: 'x^2 + z^3', dz: '3yz^2' } };
  const other = { kind: 'maths', parts: { dx: '3x^2 y', dy: 'x^3 + z^3', dz: '3yz^2' } };
  const quiz = await played('manual-gradients', [right, other]);
  await all(quiz, (player) => player.view?.me.result != null, 'the verdicts');
  expect(points(quiz)).toEqual([1000, 333]);
  await quiz.order('end');
  await correct(room, ['of: x^2*y + y*z^3', 'of: x^3*y + y*z^3']);

  const done = await quiz.correct(true);
  expect(done).toMatchObject({ ok: true, applied: true, correction: { questions: [{ regraded: 2 }] } });
  await all(quiz, (player) => player.view?.me.review?.[0]?.result != null && player.view.corrected, 'the new verdicts');
  await quiz.host.until(() => quiz.host.desk?.everyone[0]?.nickname === 'Player 2', 'the other one is ahead');
  await all(quiz, (player) => player.view?.me.points !== 0, 'points for both');
  expect(points(quiz)).toEqual([333, 1000]);
  await correct(room, ['of: x^3*y + y*z^3', 'of: x^2*y + y*z^3']);
});

it('no quiz is put on a lesson that asks for other answers', async () => {
  const quiz = await played('gradient-direction', [{ kind: 'choice', choices: ['B'] }]);
  await correct(
    room,
    [/(\{#gradient-direction\}[\s\S]*?)\n- \[ \] [^\n]*\n {2}> [^\n]*/, '$1'],
    [/(\{#gradient-direction\}[\s\S]*?)```yaml misconceptions[\s\S]*?```\n\n/, '$1'],
  );
  expect(await quiz.correct(false)).toEqual({ ok: false, refused: 'otherQuestions' });
  expect(await quiz.correct(true)).toEqual({ ok: false, refused: 'otherQuestions' });
  expect(points(quiz)).toEqual([1000]);
});

it('a quiz is played again in a new room: once, whoever asks, with its questions and settings, and players are told where', async () => {
  const quiz = await played(CHOICE, [
    { kind: 'choice', choices: ['A'] },
    { kind: 'choice', choices: ['D'] },
  ]);
  const { session } = quiz;
  expect(await quiz.host.ask('again', { session })).toEqual({ ok: false, refused: 'notNow' });
  await quiz.order('end');
  await all(quiz, (player) => player.view?.phase === 'ended', 'the end');
  const [ada] = quiz.players;
  expect(await ada?.ask('again', { session })).toEqual({ ok: false, refused: 'notAllowed' });
  const second = person(1, { cookie: await cookieOf(room.teacher.id) });
  const [one, other] = await Promise.all([quiz.host.ask('again', { session }), second.ask('again', { session })]);
  if (!one?.ok || !other?.ok) throw new Error('refused');
  expect(one.session).toBe(other.session);
  expect(one.session).not.toBe(session);
  await all(quiz, (player) => player.view?.again?.code === one.code, 'where it is played again');

  await Promise.all(quiz.players.map((player, index) => player.join(one.code, `Player ${index + 1}`)));
  await all(quiz, (player) => player.view?.session === one.session && player.view.phase === 'lobby', 'the lobby');
  expect(points(quiz)).toEqual([0, 0]);
  const [before, after] = [await storedSession(session), await storedSession(one.session)];
  expect(after.state).toMatchObject({ phase: 'lobby', again: null });
  expect([after.state.plan, after.state.settings]).toEqual([before.state.plan, before.state.settings]);
  expect([after.classId, after.hostId]).toEqual([room.classId, room.teacher.id]);
});

async function storedSession(id: string): Promise<{ state: LiveState; classId: string | null; hostId: string }> {
  const { state, classId, hostId } = await database().liveSession.findUniqueOrThrow({ where: { id } });
  return { state: stateDocument.read(state), classId, hostId };
}

it('a page that follows its lesson only now is told which of its questions were graded meanwhile', async () => {
  const read = Date.now();
  await handInGraded(room, room.chiara, {}, 'gradient-direction');
  const chiara = person(0, { cookie: await cookieOf(room.chiara.id) });
  const asked = await chiara.ask('follow', { lesson: room.lessonId, since: read });
  expect(asked).toMatchObject({ ok: true, graded: ['gradient-direction'] });
  const later = await chiara.ask('follow', { lesson: room.lessonId, since: Date.now() + 60_000 });
  expect(later).toMatchObject({ ok: true, graded: [] });
  // nobody hears of what others handed in
  const ben = person(1, { cookie: await cookieOf(room.ben.id) });
  expect(await ben.ask('follow', { lesson: room.lessonId, since: read })).toMatchObject({ ok: true, graded: [] });
});
