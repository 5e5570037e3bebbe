/** The line of a page where nobody answers for a while: a server that stands still under a whole room, and a network that is far away. */

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { answerDocument } from '../../domain/documents/formats.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { letterOf, openTestRoom, type TestRoom } from '../support/live-room.ts';
import { PagePlayer } from '../support/page-line.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';
import { slowLine } from '../support/slow-line.ts';
import { untilThere } from '../support/waiting.ts';
import { SIZE } from './size.ts';

/** `TCP_ESTABLISHED` in the kernel's list */
const ESTABLISHED = '01';

let server: RunningProcess;
let port: number;
let address: string;

beforeAll(async () => {
  const url = await makeDatabase();
  connect(url, { connections: 4 });
  port = await freePort();
  address = `http://127.0.0.1:${port}`;
  server = await startServer(url, port);
});
afterAll(async () => {
  await server.kill('SIGTERM');
  await disconnect();
});

/** Waits until something is so. */
const eventually = (is: () => boolean, what: string): Promise<true> =>
  untilThere(() => Promise.resolve(is() || undefined), what);

/** Connections that the server has, by the kernel's own list. */
function connections(): number {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return ['tcp', 'tcp6']
    .flatMap((list) => readFileSync(`/proc/net/${list}`, 'utf8').split('\n').slice(1))
    .filter((line) => {
      const [, here, , state] = line.trim().split(/\s+/);
      return here?.endsWith(local) === true && state === ESTABLISHED;
    }).length;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Seats so many pages, and opens the first question for long enough. */
async function seated(room: TestRoom, count: number, at: string): Promise<PagePlayer[]> {
  const pages = Array.from({ length: count }, () => new PagePlayer(at));
  await Promise.all(pages.map((page, index) => page.join(room.code, `Page ${index + 1}`)));
  await room.order('next');
  await room.order({ type: 'moreTime', seconds: 120 });
  await eventually(() => pages.every(({ view }) => view?.phase === 'question'), 'all see the question');
  return pages;
}

async function stored(session: string): Promise<Map<string, unknown>> {
  const rows = await database().liveAnswer.findMany({ where: { sessionId: session, provisional: false } });
  expect(new Set(rows.map((row) => row.playerId)).size).toBe(rows.length);
  return new Map(rows.map((row) => [row.playerId, answerDocument.read(row.answer)]));
}

test('a server that stands still for 5 s under a whole room: every tap counts once, and nobody keeps two connections', async () => {
  const room = await openTestRoom(address, 0, { speed: false, readSeconds: 0 });
  const pages = await seated(room, SIZE.lines, address);
  for (const page of pages) page.doubts = 0;
  process.kill(server.pid, 'SIGSTOP');
  const taps = pages.map((page, index) => page.answer(0, [letterOf(index)]));
  await sleep(5_000);
  process.kill(server.pid, 'SIGCONT');
  await Promise.all(taps);
  // each of them had doubted, once: nobody storms a server that has enough to do
  expect(
    Map.groupBy(pages, ({ doubts }) => doubts)
      .keys()
      .toArray(),
  ).toEqual([1]);
  const answers = await stored(room.session);
  expect(pages.map(({ id }) => answers.get(id))).toEqual(
    pages.map((_, index) => ({ kind: 'choice', choices: [letterOf(index)] })),
  );
  // one connection each, and the host's
  await eventually(() => connections() === pages.length + 1, 'each has one connection');
  await room.ringAndShow();
  await eventually(() => pages.every(({ view }) => view?.phase === 'reveal'), 'all see the reveal');
  for (const page of pages) page.close();
  room.close();
});

test('on a network 1.5 s away pages join, answer and are told, and take nothing for lost', async () => {
  const far = await slowLine(port, 750);
  const room = await openTestRoom(address, 0, { speed: false, readSeconds: 0 });
  const pages = await seated(room, SIZE.lines / 4, far.address);
  for (let again = 0; again < 3; again++)
    await Promise.all(pages.map((page, index) => page.answer(0, [letterOf(index)], `${page.id}-${again}`)));
  expect(pages.filter(({ swaps }) => swaps > 0).length).toBe(0);
  // a machine that does much else may let one wait; not all of them, nor at joining
  expect(pages.filter(({ doubts }) => doubts > 0).length).toBeLessThan(pages.length / 2);
  const answers = await stored(room.session);
  expect(pages.map(({ id }) => answers.get(id))).toEqual(
    pages.map((_, index) => ({ kind: 'choice', choices: [letterOf(index)] })),
  );
  await room.ringAndShow();
  await eventually(() => pages.every(({ view }) => view?.phase === 'reveal'), 'all see the reveal');
  for (const page of pages) page.close();
  room.close();
  await far.close();
});
