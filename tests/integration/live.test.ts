/** The live room with a real server and real sockets: a whole quiz, refusals, and a server killed in the middle. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { GUARD_MS } from '../support/guard.ts';
import { LiveClient } from '../support/live-client.ts';
import { allSee, cookieFor, openTestRoom, ringAndShow, type TestRoom } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';

let url: string;
let port: number;
let server: RunningProcess;
let lessonId: string;
let classId: string;
const rooms: TestRoom[] = [];
const people: LiveClient[] = [];

beforeAll(async () => {
  url = await makeDatabase();
  port = await freePort();
  server = await startServer(url, port);
  connect(url, { connections: 2 });
  const db = database();
  lessonId = (await db.lesson.findUniqueOrThrow({ where: { slug: 'gradients-and-derivatives' } })).id;
  classId = (await db.class.findFirstOrThrow()).id;
});
afterEach(() => {
  for (const room of rooms.splice(0)) room.close();
  for (const person of people.splice(0)) person.close();
});
afterAll(async () => {
  await disconnect();
  await server.kill('SIGTERM');
});

const address = (): string => `http://127.0.0.1:${port}`;

function person(options: { cookie?: string; polling?: boolean } = {}): LiveClient {
  const client = new LiveClient(address(), options);
  people.push(client);
  return client;
}

async function openRoom(settings: object): Promise<TestRoom> {
  const opened = await openTestRoom(address(), 0, settings, { classId });
  rooms.push(opened);
  return opened;
}

describe('a quiz', () => {
  it('is played from the lobby to the podium, and no key reaches a player before its reveal', async () => {
    const { host, session, join, leaks } = await openRoom({ speed: true, readSeconds: 0 });
    const [ada, ben] = [await join('Ada'), await join('Ben', { polling: true })];
    let late: LiveClient | undefined;
    const rights = ['B', 'A', 'B', 'A'];
    for (const [round, right] of rights.entries()) {
      expect(await host.ask('command', { session, command: { type: 'next' } })).toMatchObject({ ok: true });
      await Promise.all(
        [ada, ben].map((player) =>
          player.until(
            () => player.view?.phase === 'question' && player.view.round === round,
            `round ${round} is open`,
          ),
        ),
      );
      expect(ada.view?.question?.options).toHaveLength(4);
      if (round === 1) late = await join('Late');
      const receipt = await ada.ask('answer', {
        token: ada.token,
        round,
        clientId: `ada-round-${round}`,
        answer: { kind: 'choice' as const, choices: [right] },
      });
      expect(receipt).toMatchObject({
        ok: true,
        receipt: { round, answer: { kind: 'choice' as const, choices: [right] } },
      });
      await ben.ask('answer', {
        token: ben.token,
        round,
        clientId: `ben-round-${round}`,
        answer: { kind: 'choice' as const, choices: ['C'] },
      });
      expect(await leaks()).toEqual([]);
      if (late !== undefined)
        await late.ask('answer', {
          token: late.token,
          round,
          clientId: `late-round-${round}`,
          answer: { kind: 'choice' as const, choices: [right] },
        });
      // with speed the round closes by itself once all have answered
      await ada.until(() => ada.view?.phase === 'reveal' && ada.view.round === round, 'the reveal');
      expect(ada.view).toMatchObject({ reveal: { correct: [right] }, me: { result: { share: 1 } } });
      await host.ask('command', { session, command: { type: 'next' } });
      await host.until(() => host.desk?.phase === 'standings', 'the standings');
    }
    await host.ask('command', { session, command: { type: 'next' } });
    if (late === undefined) throw new Error('somebody came late');
    await allSee([ada, ben, late], (view) => view.phase === 'podium', 'the podium');
    expect(ada.view?.me).toMatchObject({ rank: 1, right: 4 });
    expect(late.view?.me).toMatchObject({ rank: 2, right: 3 });
    expect(ben.view?.me).toMatchObject({ rank: 3, right: 0, points: 0 });
    expect(ada.view?.me.review).toHaveLength(4);
    await host.ask('command', { session, command: { type: 'next' } });
    await host.until(() => host.desk?.phase === 'ended', 'the end');
    expect(host.desk?.facility.map((round) => round.right)).toEqual([1, 2, 2, 2]);
  });

  it('gives the first receipt to a repeated packet, refuses a second answer with speed and one after the bell', async () => {
    const { host, session, join } = await openRoom({ speed: true, readSeconds: 0 });
    const [ada, ben] = [await join('Ada'), await join('Ben')];
    await host.ask('command', { session, command: { type: 'next' } });
    await ada.until(() => ada.view?.phase === 'question', 'the question');
    const packet = {
      token: ada.token,
      round: 0,
      clientId: 'one-and-the-same',
      answer: { kind: 'choice' as const, choices: ['B'] },
    };
    const [first, again] = [await ada.ask('answer', packet), await ada.ask('answer', packet)];
    expect(first.ok).toBe(true);
    expect(again).toEqual(first);
    expect(await ada.ask('answer', { ...packet, clientId: 'another-one' })).toEqual({
      ok: false,
      refused: 'alreadyAnswered',
    });
    expect(await ada.ask('answer', { ...packet, clientId: 'other-round', round: 3 })).toMatchObject({
      ok: false,
      refused: 'wrongRound',
    });
    expect(
      await ada.ask('answer', {
        ...packet,
        clientId: 'no-such-option',
        answer: { kind: 'choice' as const, choices: ['F'] },
      }),
    ).toMatchObject({ ok: false, refused: 'badInput' });
    await ringAndShow(host, session);
    await ben.until(() => ben.view?.phase === 'reveal', 'the reveal');
    expect(
      await ben.ask('answer', {
        token: ben.token,
        round: 0,
        clientId: 'far-too-late',
        answer: { kind: 'choice' as const, choices: ['B'] },
      }),
    ).toEqual({ ok: false, refused: 'tooLate' });
  });

  it('lets an answer be changed until the bell without speed, and counts the last one', async () => {
    const { host, session, join } = await openRoom({ speed: false, readSeconds: 0 });
    const ada = await join('Ada');
    await host.ask('command', { session, command: { type: 'next' } });
    await ada.until(() => ada.view?.phase === 'question', 'the question');
    await ada.ask('answer', {
      token: ada.token,
      round: 0,
      clientId: 'first-thought',
      answer: { kind: 'choice' as const, choices: ['C'] },
    });
    await ada.ask('answer', {
      token: ada.token,
      round: 0,
      clientId: 'second-thought',
      answer: { kind: 'choice' as const, choices: ['B'] },
    });
    expect(host.desk?.phase).toBe('question');
    await ringAndShow(host, session);
    await ada.until(() => ada.view?.phase === 'reveal', 'the reveal');
    expect(ada.view?.me).toMatchObject({ points: 1000, receipt: { clientId: 'second-thought' } });
  });
});

describe('refusals', () => {
  it('lets only the host command, look and remove', async () => {
    const { host, session, code, join } = await openRoom({ readSeconds: 0 });
    for (const stranger of [person(), person({ cookie: await cookieFor('ada') })]) {
      expect(await stranger.ask('host', { session })).toEqual({ ok: false, refused: 'notAllowed' });
      expect(await stranger.ask('screen', { session })).toEqual({ ok: false, refused: 'notAllowed' });
      expect(await stranger.ask('command', { session, command: { type: 'next' } })).toEqual({
        ok: false,
        refused: 'notAllowed',
      });
      expect(await stranger.ask('board', { class: classId, lesson: lessonId })).toMatchObject({ ok: false });
    }
    const guest = await join('Guest');
    expect(await person().ask('join', { code, nickname: 'guest' })).toMatchObject({
      ok: false,
      refused: 'nicknameTaken',
    });
    expect(await person().ask('join', { code, nickname: 'f.u.c.k' })).toMatchObject({
      ok: false,
      refused: 'nicknameRefused',
    });
    await host.until(() => (host.desk?.people.length ?? 0) === 1, 'the guest is seen');
    const seated = host.desk?.people[0]?.id ?? '';
    let removed = false;
    guest.socket.on('removed', () => (removed = true));
    expect(await host.ask('seat', { session, player: seated, removed: true })).toMatchObject({ ok: true });
    await guest.until(() => removed, 'the guest is told');
    expect(await guest.ask('play', { token: guest.token })).toEqual({ ok: false, refused: 'removed' });
    expect(await host.ask('seat', { session, player: seated, removed: false })).toMatchObject({ ok: true });
    expect(await guest.ask('play', { token: guest.token })).toMatchObject({ ok: true });
    expect(await person().ask('find', { code })).toMatchObject({ ok: true, locked: false });
    await host.ask('command', { session, command: { type: 'lock', locked: true } });
    // told before anybody thinks of a name
    expect(await person().ask('find', { code })).toMatchObject({ ok: true, locked: true });
    expect(await person().ask('join', { code, nickname: 'Too late' })).toEqual({ ok: false, refused: 'roomLocked' });
  });

  it('takes garbage, forged tokens and pages of other sites calmly', async () => {
    const { join } = await openRoom({ readSeconds: 0 });
    const ada = await join('Ada');
    const odd = person();
    odd.socket.emit('command', 'garbage');
    odd.socket.emit('no-such-event', {});
    expect(await odd.ask('join', { code: 'x', nickname: 'y' })).toMatchObject({ ok: false, refused: 'badInput' });
    expect(await odd.ask('play', { token: `${ada.token.slice(0, -3)}abc` })).toEqual({ ok: false, refused: 'removed' });
    expect(await odd.ask('find', { code: '000000' })).toEqual({ ok: false, refused: 'noSuchRoom' });
    const foreign = await fetch(`${address()}/live-socket/?EIO=4&transport=polling`, {
      headers: { origin: 'http://evil.example' },
    });
    expect(foreign.status).toBe(403);
    expect(await ada.ask('play', { token: ada.token })).toMatchObject({ ok: true });
  });
});

describe('a killed server', () => {
  it('leaves the question, its deadline and every acknowledged answer as they were', async () => {
    const { host, session, join } = await openRoom({ speed: true, readSeconds: 0 });
    const players = await Promise.all([0, 1, 2].map((index) => join(`Player ${index}`)));
    await host.ask('command', { session, command: { type: 'next' } });
    await Promise.all(players.map((player) => player.until(() => player.view?.phase === 'question', 'the question')));
    const [first, second, third] = players;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three players');
    const usual = first.view?.closesAt ?? 0;
    // on a busy machine a server takes its time to start again
    await host.ask('command', { session, command: { type: 'moreTime', seconds: 120 } });
    await first.until(() => (first.view?.closesAt ?? 0) > usual, 'more time');
    const receipt = await first.ask('answer', {
      token: first.token,
      round: 0,
      clientId: 'before-the-kill',
      answer: { kind: 'choice' as const, choices: ['B'] },
    });
    expect(receipt.ok).toBe(true);
    const { closesAt } = first.view ?? {};
    await server.kill('SIGKILL');
    server = await startServer(url, port);
    await Promise.all(players.map((player) => player.until(() => player.socket.connected, 'the connection is back')));
    for (const player of players) {
      expect(await player.ask('play', { token: player.token })).toMatchObject({ ok: true });
      expect(player.view).toMatchObject({ phase: 'question', round: 0, closesAt });
    }
    expect(first.view?.me.receipt).toMatchObject({ clientId: 'before-the-kill' });
    expect(await host.ask('host', { session })).toMatchObject({ ok: true, view: { phase: 'question', answered: 1 } });
    for (const [index, player] of [second, third].entries())
      expect(
        await player.ask('answer', {
          token: player.token,
          round: 0,
          clientId: `after-the-kill-${index}`,
          answer: { kind: 'choice' as const, choices: ['A'] },
        }),
      ).toMatchObject({ ok: true });
    await first.until(() => first.view?.phase === 'reveal', 'the reveal');
    expect(first.view?.me.result).toMatchObject({ share: 1 });
    const stored = await database().liveAnswer.count({ where: { sessionId: session } });
    expect(stored).toBe(3);
  });

  it('rings the bell in time although nobody was there to watch', async () => {
    const { host, session } = await openRoom({ speed: false, readSeconds: 1 });
    await host.ask('command', { session, command: { type: 'next' } });
    await server.kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    server = await startServer(url, port);
    // nobody looks at the room: the sweep has to find it
    for (const deadline = Date.now() + GUARD_MS; ; ) {
      const { state } = await database().liveSession.findUniqueOrThrow({ where: { id: session } });
      if (JSON.stringify(state).includes('"phase":"question"')) break;
      if (Date.now() > deadline) throw new Error('the options never opened');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
});
