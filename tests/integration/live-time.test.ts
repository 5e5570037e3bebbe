/** Time in the live room: extra time that nobody sees, drafts that count at the bell, rehearsals, forgotten names. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { forgetGuests } from '../../db/live.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { LiveClient } from '../support/live-client.ts';
import { callAs, cookieFor, openTestRoom, ringAndShow, type TestRoom } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';

let port: number;
let server: RunningProcess;
let teacher: string;
let classId: string;
const rooms: TestRoom[] = [];

beforeAll(async () => {
  const url = await makeDatabase();
  port = await freePort();
  server = await startServer(url, port);
  connect(url, { connections: 2 });
  teacher = await cookieFor('teacher');
  classId = (await database().class.findFirstOrThrow()).id;
});
afterEach(() => {
  for (const room of rooms.splice(0)) room.close();
});
afterAll(async () => {
  await disconnect();
  await server.kill('SIGTERM');
});

const address = (): string => `http://127.0.0.1:${port}`;

async function openRoom(settings: object): Promise<TestRoom> {
  const opened = await openTestRoom(address(), 0, settings, { classId });
  rooms.push(opened);
  return opened;
}

/** Posts to the desk as somebody. */
const post = (command: string, body: object, cookie: string) => callAs(address(), command, body, cookie);

/** Moves the bell of the open round, as if so many ms had passed. */
async function hurry(session: string, ms: number): Promise<void> {
  await database().$executeRaw`
    update live_sessions set wake_at = wake_at - make_interval(secs => ${ms / 1000}),
      state = jsonb_set(jsonb_set(state, '{rounds,-1,opensAt}', to_jsonb((state->'rounds'->-1->>'opensAt')::float8 - ${ms})),
        '{rounds,-1,closesAt}', to_jsonb((state->'rounds'->-1->>'closesAt')::float8 - ${ms}))
    where id = ${session}::uuid`;
}

describe('extra time', () => {
  it('keeps the round open for who has it, after the bell of all others, and no other player is told', async () => {
    const ada = await database().user.findUniqueOrThrow({ where: { login: 'ada' } });
    expect(
      await post('classes.extraTime', { classId, userId: ada.id, timeFactor: 2 }, await cookieFor('ben')),
    ).toMatchObject({
      ok: false,
      refused: 'notAllowed',
    });
    expect(await post('classes.extraTime', { classId, userId: ada.id, timeFactor: 3 }, teacher)).toMatchObject({
      ok: false,
    });
    expect(await post('classes.extraTime', { classId, userId: ada.id, timeFactor: 2 }, teacher)).toEqual({ ok: true });
    const { host, session, join } = await openRoom({ speed: false, readSeconds: 0 });
    const slow = await join('Ada', { cookie: await cookieFor('ada') });
    const quick = await join('Ben', { cookie: await cookieFor('ben') });
    await host.ask('command', { session, command: { type: 'next' } });
    await slow.until(() => slow.view?.phase === 'question', 'the question');
    expect(slow.view?.me.timeFactor).toBe(2);
    expect(quick.view?.me.timeFactor).toBe(1);
    const seconds = ((slow.view?.closesAt ?? 0) - (slow.view?.opensAt ?? 0)) / 1000;
    await hurry(session, (seconds + 2) * 1000);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const [late, inTime] = await Promise.all(
      [quick, slow].map((player, index) =>
        player.ask('answer', {
          token: player.token,
          round: 0,
          clientId: `answer-${index}`,
          answer: { kind: 'choice', choices: ['B'] },
        }),
      ),
    );
    expect(late).toMatchObject({ ok: false });
    expect(inTime).toMatchObject({ ok: true });
    await quick.until(() => quick.view?.phase === 'reveal', 'the reveal, once nobody is waited for');
    expect(slow.view?.me).toMatchObject({ points: 1000 });
    expect(quick.frames.join('\n')).not.toMatch(/"timeFactor":2/);
    await post('classes.extraTime', { classId, userId: ada.id, timeFactor: 1 }, teacher);
  });
});

describe('a draft', () => {
  it('counts at the bell, gives way to what is sent, and never replaces it', async () => {
    const { host, session, join } = await openRoom({ speed: true, readSeconds: 0 });
    const [ada, ben] = [await join('Ada'), await join('Ben')];
    await host.ask('command', { session, command: { type: 'next' } });
    await ben.until(() => ben.view?.phase === 'question', 'the question');
    const say = (player: LiveClient, clientId: string, letter: string, provisional: boolean) =>
      player.ask('answer', {
        token: player.token,
        round: 0,
        clientId,
        answer: { kind: 'choice', choices: [letter] },
        provisional,
      });
    expect(await say(ada, 'ada-draft-1', 'A', true)).toMatchObject({ ok: true, receipt: { provisional: true } });
    expect(await say(ada, 'ada-draft-2', 'B', true)).toMatchObject({ ok: true });
    expect(await say(ben, 'ben-draft-1', 'B', true)).toMatchObject({ ok: true });
    expect(await say(ben, 'ben-sent-1', 'C', false)).toMatchObject({ ok: true, receipt: { provisional: false } });
    expect(await say(ben, 'ben-draft-2', 'B', true)).toMatchObject({ ok: false, refused: 'alreadyAnswered' });
    await host.until(() => host.frames.some((frame) => frame.includes('"answered":1')), 'one is counted as sent');
    expect(ada.view?.phase).toBe('question');
    await ringAndShow(host, session);
    await Promise.all([ada, ben].map((player) => player.until(() => player.view?.phase === 'reveal', 'the reveal')));
    expect(ada.view?.me).toMatchObject({
      right: 1,
      receipt: { answer: { kind: 'choice', choices: ['B'] }, provisional: false },
    });
    expect(ben.view?.me).toMatchObject({ right: 0, points: 0 });
  });

  it('that was taken off again is no answer at the bell, and cannot be sent', async () => {
    const { host, session, join } = await openRoom({ speed: false, readSeconds: 0 });
    const [ada, ben] = [await join('Ada'), await join('Ben')];
    await host.ask('command', { session, command: { type: 'next' } });
    await Promise.all(
      [ada, ben].map((player) => player.until(() => player.view?.phase === 'question', 'the question')),
    );
    const say = (player: LiveClient, clientId: string, choices: string[], provisional: boolean) =>
      player.ask('answer', {
        token: player.token,
        round: 0,
        clientId,
        answer: { kind: 'choice', choices },
        provisional,
      });
    for (const player of [ada, ben]) await say(player, 'picked-first', ['B'], true);
    expect(await say(ada, 'taken-off', [], true)).toMatchObject({
      ok: true,
      receipt: { answer: { kind: 'choice', choices: [] } },
    });
    // the first one comes once more, late
    expect(await say(ada, 'picked-first', ['B'], true)).toMatchObject({
      ok: true,
      receipt: { answer: { kind: 'choice', choices: [] } },
    });
    expect(await say(ben, 'sent-nothing', [], false)).toMatchObject({ ok: false, refused: 'badInput' });
    await ringAndShow(host, session);
    await Promise.all([ada, ben].map((player) => player.until(() => player.view?.phase === 'reveal', 'the reveal')));
    expect(ada.view?.me).toMatchObject({ right: 0, points: 0, receipt: null });
    expect(ben.view?.me).toMatchObject({
      right: 1,
      receipt: { answer: { kind: 'choice', choices: ['B'] }, provisional: false },
    });
  });
});

describe('a rehearsal', () => {
  it('brings up to thirty marked players who answer by themselves, and takes them out with their answers', async () => {
    const { host, session } = await openRoom({ speed: true, readSeconds: 0 });
    const stranger = new LiveClient(address());
    expect(await stranger.ask('rehearse', { session, players: 3 })).toMatchObject({ ok: false, refused: 'notAllowed' });
    stranger.close();
    expect(await host.ask('rehearse', { session, players: 31 })).toMatchObject({ ok: false, refused: 'badInput' });
    expect(await host.ask('rehearse', { session, players: 30 })).toEqual({ ok: true, players: 30 });
    await host.until(() => host.desk?.people.length === 30, 'thirty are there');
    expect(host.desk?.people.every((one) => one.rehearsal)).toBe(true);
    await host.ask('command', { session, command: { type: 'next' } });
    await host.until(() => host.desk?.phase === 'question', 'the question');
    await host.until(() => host.desk?.phase === 'reveal', 'all have answered');
    expect(host.desk?.answered).toBe(30);
    expect(await host.ask('rehearse', { session, players: 0 })).toEqual({ ok: true, players: 0 });
    await host.until(() => host.desk?.people.length === 0, 'nobody is left');
    expect(await database().liveAnswer.count({ where: { sessionId: session } })).toBe(0);
  });
});

describe('names', () => {
  it('are given by the room where its host wants friendly ones', async () => {
    const { session, code, join } = await openRoom({ friendlyNames: true });
    const guest = await join('Hitler');
    expect(await guest.ask('find', { code })).toMatchObject({ ok: true, friendlyNames: true });
    expect(guest.view?.me.nickname).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+( \d+)?$/);
    expect(await database().player.count({ where: { sessionId: session } })).toBe(1);
  });

  it('of guests are forgotten so many days after the quiz, and their answers stay', async () => {
    const { host, session, join } = await openRoom({ readSeconds: 0 });
    const guest = await join('Somebody');
    await join('Ben', { cookie: await cookieFor('ben') });
    await host.ask('command', { session, command: { type: 'next' } });
    await guest.until(() => guest.view?.phase === 'question', 'the question');
    await guest.ask('answer', {
      token: guest.token,
      round: 0,
      clientId: 'guest-answer',
      answer: { kind: 'choice', choices: ['B'] },
    });
    await host.ask('command', { session, command: { type: 'end' } });
    expect(await forgetGuests(database(), 30)).toBe(0);
    await database()
      .$executeRaw`update live_sessions set ended_at = now() - interval '31 days' where id = ${session}::uuid`;
    expect(await forgetGuests(database(), 30)).toBe(1);
    expect(await forgetGuests(database(), 30)).toBe(0);
    const names = (await database().player.findMany({ where: { sessionId: session } })).map((one) => one.nickname);
    expect(names.sort()).toEqual(['Ben', expect.stringMatching(/^Guest [0-9a-f]{8}$/)]);
    expect(await database().liveAnswer.count({ where: { sessionId: session } })).toBe(1);
  });
});

describe('a second vote', () => {
  it('gives the points, the first one none; a skipped talk lets the first one count', async () => {
    const { host, session, join, leaks } = await openRoom({ speed: false, readSeconds: 0 });
    const ada = await join('Ada');
    const order = (type: 'next' | 'discuss' | 'reveal') => host.ask('command', { session, command: { type } });
    await order('next');
    await ada.until(() => ada.view?.phase === 'question', 'the first vote');
    await ada.ask('answer', {
      token: ada.token,
      round: 0,
      clientId: 'ada-vote-1',
      answer: { kind: 'choice', choices: ['B'] },
    });
    expect(await order('reveal')).toMatchObject({ ok: false, refused: 'notNow' });
    await order('discuss');
    await ada.until(() => ada.view?.phase === 'discuss', 'the talk');
    expect(await leaks()).toEqual([]);
    await order('next');
    await ada.until(() => ada.view?.phase === 'question' && ada.view.revote, 'the second vote');
    await ada.ask('answer', {
      token: ada.token,
      round: 1,
      clientId: 'ada-vote-2',
      answer: { kind: 'choice', choices: ['C'] },
    });
    await ringAndShow(host, session);
    await ada.until(() => ada.view?.phase === 'reveal', 'the reveal');
    expect(ada.view).toMatchObject({ number: 1, me: { points: 0, right: 0 } });
    await host.until(() => host.desk?.phase === 'reveal', 'the reveal at the desk');
    expect(host.desk?.before?.find((tally) => tally.label === 'B')).toMatchObject({ count: 1 });
    await order('next');
    await order('next');
    await ada.until(() => ada.view?.phase === 'question' && ada.view.round === 2, 'the next question');
    expect(ada.view).toMatchObject({ number: 2, revote: false });
    await ada.ask('answer', {
      token: ada.token,
      round: 2,
      clientId: 'ada-vote-3',
      answer: { kind: 'choice', choices: ['A'] },
    });
    await order('discuss');
    await order('reveal');
    await ada.until(() => ada.view?.phase === 'reveal' && ada.view.round === 2, 'the reveal without a second vote');
    expect(ada.view?.me).toMatchObject({ points: 1000, right: 1 });
  });
});
