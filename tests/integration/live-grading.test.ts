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

const RIGHT = { kind: 'blanks' as const, gaps: { grad_x: '2*x', grad_y: '2*y' } };
const WRONG = { kind: 'blanks' as const, gaps: { grad_x: 'x', grad_y: 'y' } };

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
  const answer = { kind: 'maths' as const, parts: { dx: '2xy', dy: 'x^2 + z^3', dz: '3yz^2' } };
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
  const halfTyped = { kind: 'maths' as const, parts: { dx: '2xy', dy: 'x^2 +', dz: '3yz^2' } };
  expect(await hand(ada, 0, halfTyped)).toEqual({ ok: false, refused: 'unreadable', field: 'dy' });
  const asked = { kind: 'maths' as const, parts: { dx: '4/2xy', dy: 'x^2 + z^3', dz: '3yz^2' } };
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
  expect(await hand({ kind: 'number', value: 'jacobien' })).toEqual({ ok: false, refused: 'unreadable', field: '' });
  expect(await hand({ kind: 'number', value: '2,400' })).toEqual({ ok: false, refused: 'twoReadings', field: '' });
  expect(await hand({ kind: 'number', value: '2,400', reading: '2.400' })).toMatchObject({ ok: true });
  await ringAndShow(host, session);
  await ada.until(() => ada.view?.phase === 'reveal', 'the reveal');
  expect(ada.view?.me.result?.share).toBe(1);
});

async function jobs(task: string): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from graphile_worker.jobs where task_identifier = ${task}`;
  return row?.count ?? 0;
}

it('a player runs the examples of an open question: told to that seat alone, counting for nothing, after what is sent', async () => {
  await workers?.kill('SIGTERM');
  const { host, session, join, leaks, questions } = await openRoom(['gradient-descent-step', 'jacobian']);
  const [ada, ben] = [await join('Ada'), await join('Ben')];
  const run = (player: typeof ada, round: number, answer: Answer) =>
    player.ask('try', { token: player.token, round, answer });
  const read = (player: typeof ada, id: string) => player.ask('tried', { token: player.token, try: id });
  // no question of the plan shows before it is asked
  expect(await run(ada, 0, RIGHT)).toEqual({ ok: false, refused: 'wrongRound' });
  await host.ask('command', { session, command: { type: 'next' } });
  for (const player of [ada, ben]) await player.until(() => player.view?.phase === 'question', 'the question');
  expect(await run(ada, 1, { kind: 'function', code: 'def jacobian(f, x): pass' })).toEqual({
    ok: false,
    refused: 'wrongRound',
  });
  expect(await run(ada, 0, { kind: 'choice' as const, choices: ['A'] })).toMatchObject({
    ok: false,
    refused: 'badInput',
  });

  const started = await run(ada, 0, WRONG);
  if (!started.ok) throw new Error(started.refused);
  const hand = { token: ben.token, round: 0, clientId: 'ben-hands-in', answer: RIGHT };
  expect(await ben.ask('answer', hand)).toMatchObject({ ok: true });
  const [first] = await database().$queryRaw<{ task: string }[]>`
    select t.identifier as task from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier in ('try', 'gradeLive') order by j.priority, j.run_at limit 1`;
  expect(first?.task).toBe('gradeLive');
  expect(await read(ada, started.try)).toEqual({ ok: true, verdict: null });
  workers = await startWorkers(url);
  const heard = (player: typeof ada): number => player.frames.filter((frame) => frame.includes('"tried"')).length;
  await ada.until(() => heard(ada) > 0, 'the result of what was tried');
  expect(heard(ben)).toBe(0);
  expect(await read(ben, started.try)).toEqual({ ok: false, refused: 'tryGone' });
  const told = await read(ada, started.try);
  if (!told.ok || told.verdict === null) throw new Error('no result');
  expect(told.verdict.result).toBe('partial');
  expect(told.verdict.tests.every((one) => one.visible)).toBe(true);
  expect(await read(ada, started.try)).toEqual({ ok: false, refused: 'tryGone' });
  // nothing was sent by it
  const sent = await database().liveAnswer.findMany({ where: { sessionId: session }, select: { playerId: true } });
  expect(sent).toEqual([{ playerId: ben.id }]);
  expect(ada.view?.me.receipt).toBeNull();
  // the one verdict that came before the reveal is of the examples, and holds nothing of another test
  const result = /^\w+ in \d+\[\{"ok":true,"verdict":\{/;
  expect((await leaks()).filter((leak) => !result.test(leak))).toEqual([]);
  const question = questions.get('gradient-descent-step');
  if (question?.kind !== 'blanks') throw new Error('no such question');
  const hidden = question.key.tests.filter((one) => !one.visible);
  expect(hidden.length).toBeGreaterThan(0);
  const text = JSON.stringify(told.verdict);
  for (const { id, name, hintHtml } of hidden)
    for (const secret of [`"${id}"`, name, hintHtml ?? name]) expect(text).not.toContain(secret);
  await ringAndShow(host, session);
  await ada.until(() => ada.view?.phase === 'reveal', 'the reveal');
  expect(await run(ada, 0, RIGHT)).toEqual({ ok: false, refused: 'notNow' });
});
