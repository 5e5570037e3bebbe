/** Maths and code in a live round: graded by the pool before all homework, told to the host at once and to players at the reveal. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import type { Answer } from '../../domain/answer.ts';
import { handIn, SAMPLES, studentIds } from '../faults/hand-in.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { openTestRoom, ringAndShow, type TestRoom } from '../support/live-room.ts';
import { type RunningProcess, startServer, startWorkers } from '../support/processes.ts';

let address: string;
let url: string;
let server: RunningProcess;
let workers: RunningProcess | undefined;
const rooms: TestRoom[] = [];

beforeAll(async () => {
  url = await makeDatabase();
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  server = await startServer(url, port);
  connect(url, { connections: 4 });
});
afterAll(async () => {
  for (const room of rooms) room.close();
  await workers?.kill('SIGTERM');
  await disconnect();
  await server.kill('SIGTERM');
});

async function openRoom(questionIds: string[], lesson?: string): Promise<TestRoom> {
  const where = lesson === undefined ? {} : { lesson };
  const opened = await openTestRoom(address, 0, { speed: false, readSeconds: 0 }, { questionIds, ...where });
  rooms.push(opened);
  return opened;
}

const RIGHT = { gaps: { grad_x: '2*x', grad_y: '2*y' } };
const WRONG = { gaps: { grad_x: 'x', grad_y: 'y' } };

it('code in a live round goes before homework that waits, and no player hears of a verdict before the reveal', async () => {
  const [sample] = SAMPLES.filter(({ name }) => name === 'right JavaScript');
  if (sample === undefined) throw new Error('no such sample');
  const students = await studentIds();
  const homework: string[] = [];
  for (let count = 0; count < 60; count++) homework.push(await handIn(sample, students[count % students.length] ?? ''));

  const { host, session, join, leaks } = await openRoom(['gradient-descent-step']);
  const [ada, ben] = [await join('Ada'), await join('Ben')];
  await host.ask('command', { session, command: { type: 'next' } });
  for (const player of [ada, ben]) await player.until(() => player.view?.phase === 'question', 'the question');
  const answered = [
    await ada.ask('answer', { token: ada.token, round: 0, clientId: 'ada-first-one', answer: WRONG }),
    await ada.ask('answer', { token: ada.token, round: 0, clientId: 'ada-thinks-again', answer: RIGHT }),
    await ben.ask('answer', { token: ben.token, round: 0, clientId: 'ben-answers', answer: WRONG }),
  ];
  expect(answered.map((reply) => reply.ok)).toEqual([true, true, true]);
  expect(await jobs('gradeLive')).toBe(2); // the replaced answer's job was replaced too

  workers = await startWorkers(url);
  const counted = (): boolean => host.frames.some((frame) => frame.includes('"graded":2,"right":1'));
  await host.until(counted, 'the host hears that both are graded and one is right');
  // homework went on beside it, in the other slot; the most of it still waits
  const done = await database().verdict.count({ where: { submissionId: { in: homework } } });
  expect(done).toBeLessThan(homework.length / 2);

  for (const player of [ada, ben]) {
    expect(player.view?.me.result).toBeNull();
    expect(player.frames.filter((frame) => /"graded":|"share":|"verdict":\{|"pass"/.test(frame))).toEqual([]);
  }
  expect(await leaks()).toEqual([]);
  await ringAndShow(host, session);
  await ada.until(() => ada.view?.phase === 'reveal', 'the reveal');
  await ben.until(() => ben.view?.phase === 'reveal', 'the reveal');
  expect(ada.view?.me).toMatchObject({ result: { share: 1 }, right: 1, rank: 1 });
  expect(ben.view?.me).toMatchObject({ right: 0, rank: 2 });
  expect(ben.view?.me.result?.share).toBeLessThan(1);
  expect(await leaks()).toEqual([]);
});

it('an answer that is graded only after the bell counts as soon as it is', async () => {
  await workers?.kill('SIGTERM');
  const { host, session, join } = await openRoom(['manual-gradients']);
  const ada = await join('Ada');
  await host.ask('command', { session, command: { type: 'next' } });
  await ada.until(() => ada.view?.phase === 'question', 'the question');
  const answer = { parts: { dx: '2xy', dy: 'x^2 + z^3', dz: '3yz^2' } };
  await ada.ask('answer', { token: ada.token, round: 0, clientId: 'just-before-the-bell', answer });
  await ringAndShow(host, session);
  await ada.until(() => ada.view?.phase === 'reveal', 'the reveal');
  expect(ada.view?.me).toMatchObject({ result: null, points: 0 });
  workers = await startWorkers(url);
  await ada.until(() => ada.view?.me.result?.share === 1, 'the verdict');
  expect(ada.view?.me).toMatchObject({ points: 1000, right: 1 });
});

it('what cannot be read gets no receipt, and what can be read at the bell earns its points', async () => {
  const { host, session, join } = await openRoom(['manual-gradients']);
  const [ada, ben] = [await join('Ada'), await join('Ben')];
  const hand = (player: typeof ada, round: number, answer: Answer, provisional = false) =>
    player.ask('answer', { token: player.token, round, clientId: crypto.randomUUID(), answer, provisional });
  await host.ask('command', { session, command: { type: 'next' } });
  for (const player of [ada, ben]) await player.until(() => player.view?.phase === 'question', 'the question');
  const halfTyped = { parts: { dx: '2xy', dy: 'x^2 +', dz: '3yz^2' } };
  expect(await hand(ada, 0, halfTyped)).toEqual({ ok: false, refused: 'unreadable', field: 'dy' });
  const asked = { parts: { dx: '4/2xy', dy: 'x^2 + z^3', dz: '3yz^2' } };
  expect(await hand(ben, 0, asked)).toEqual({ ok: false, refused: 'twoReadings', field: 'dx' });
  expect(await hand(ben, 0, { ...asked, readings: { dx: '4/2*x*y' } })).toMatchObject({ ok: true });
  // typed and not sent: it counts at the bell as far as it can be read
  expect(await hand(ada, 0, halfTyped, true)).toMatchObject({ ok: true });
  await ringAndShow(host, session);
  await ada.until(() => ada.view?.me.result?.share === 2 / 3, 'two of three parts');
  await ben.until(() => ben.view?.me.result?.share === 1, 'what was chosen');
  expect(ada.view?.me.verdict).toMatchObject({ outcome: 'graded', result: 'partial' });
});

it('a number is read before its receipt, too', async () => {
  const { host, session, join } = await openRoom(['one-step'], 'gradients-in-code');
  const ada = await join('Ada');
  await host.ask('command', { session, command: { type: 'next' } });
  await ada.until(() => ada.view?.phase === 'question', 'the question');
  const hand = (answer: Answer) =>
    ada.ask('answer', { token: ada.token, round: 0, clientId: crypto.randomUUID(), answer });
  expect(await hand({ value: 'jacobien' })).toEqual({ ok: false, refused: 'unreadable', field: '' });
  expect(await hand({ value: '2,400' })).toEqual({ ok: false, refused: 'twoReadings', field: '' });
  expect(await hand({ value: '2,400', reading: '2.400' })).toMatchObject({ ok: true });
  await ringAndShow(host, session);
  await ada.until(() => ada.view?.phase === 'reveal', 'the reveal');
  expect(ada.view?.me.result?.share).toBe(1);
});

async function jobs(task: string): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from graphile_worker.jobs where task_identifier = ${task}`;
  return row?.count ?? 0;
}
