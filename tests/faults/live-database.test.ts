/** PostgreSQL restarted in the middle of a question: nothing acknowledged is lost, and the room goes on. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, disconnect } from '../../db/client.ts';
import { type EmbeddedPostgres, startPostgres } from '../../launch/postgres.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { makeDemoClass } from '../../server/features/start/demo.ts';
import { prepare } from '../../server/features/start/prepare.ts';
import { freePort } from '../support/free-port.ts';
import { GUARD_MS } from '../support/guard.ts';
import { newStateFolder } from '../support/launcher.ts';
import type { LiveClient } from '../support/live-client.ts';
import { compareReceipts } from '../support/live-receipts.ts';
import { allSee, answerUntilStored, letterOf, openTestRoom } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';
import { SIZE } from './size.ts';

const folder = newStateFolder('faults-database');
const dataFolder = path.join(folder, 'database');
let databasePort: number;
let postgres: EmbeddedPostgres;
let server: RunningProcess;
let port: number;

beforeAll(async () => {
  databasePort = await freePort();
  postgres = await startPostgres({ dataFolder, port: databasePort });
  connect(postgres.url, { connections: 2 });
  await prepare(postgres.url, path.join(ROOT, 'content'));
  await makeDemoClass();
  port = await freePort();
  server = await startServer(postgres.url, port);
});
afterAll(async () => {
  await server.kill('SIGTERM');
  await disconnect();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** As a machine that is switched off: SIGQUIT ends PostgreSQL at once, and it recovers from its log. */
async function endAtOnce(): Promise<void> {
  const { pid } = postgres;
  process.kill(pid, 'SIGQUIT');
  for (const deadline = Date.now() + GUARD_MS; runs(pid); await new Promise((resolve) => setTimeout(resolve, 50)))
    if (Date.now() > deadline) throw new Error('PostgreSQL does not end');
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.for([
  ['is restarted', () => postgres.stop()],
  ['dies and recovers', endAtOnce],
] as const)(
  'PostgreSQL %s while a question is open: receipts hold, answers in flight arrive, the round ends',
  async ([, end]) => {
    const room = await openTestRoom(`http://127.0.0.1:${port}`, SIZE.players, { speed: true, readSeconds: 0 });
    const { players } = room;
    await room.order('next');
    await allSee(players, (view) => view.phase === 'question', 'the question');
    await room.order({ type: 'moreTime', seconds: 30 });
    await allSee(players, (view) => (view.closesAt ?? 0) - (view.opensAt ?? 0) > 30_000, 'more time');
    const closesAt = players[0]?.view?.closesAt;
    const [early, late] = [players.slice(0, players.length / 2), players.slice(players.length / 2)];
    const send = (player: LiveClient) => answerUntilStored(player, 0, [letterOf(players.indexOf(player))]);
    expect(new Set(await Promise.all(early.map(send)))).toEqual(new Set(['stored']));
    const flying = late.map(send);
    await end();
    postgres = await startPostgres({ dataFolder, port: databasePort });
    expect(new Set(await Promise.all(flying))).toEqual(new Set(['stored']));
    await allSee(players, (view) => view.phase === 'reveal', 'the reveal');
    const right = players.map((_, index) => (letterOf(index) === 'B' ? 1 : 0));
    expect(players.map(({ view }) => [view?.closesAt, view?.me.right])).toEqual(right.map((one) => [closesAt, one]));
    expect(await compareReceipts(room.session, players)).toEqual({ stand: players.length, wrong: [] });
    expect(await room.leaks()).toEqual([]);
    room.close();
  },
);
