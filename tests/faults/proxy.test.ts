/**
 * Two servers behind one address: one is killed, or both are started anew one after the other, as an upgrade does it, and their
 * players go on at the other without doing anything. Behind a proxy of ours that hands each connection on; and with the configuration
 * that is shipped, behind the HAProxy of the system's packages. Without HAProxy nothing is claimed of it.
 */
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, disconnect } from '../../db/client.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { balancer } from '../support/balancer.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { GUARD_MS } from '../support/guard.ts';
import type { LiveClient } from '../support/live-client.ts';
import { compareReceipts } from '../support/live-receipts.ts';
import { allSee, answerUntilStored, letterOf, openTestRoom, type TestRoom } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';
import { SIZE } from './size.ts';

const CONFIGURATION = path.join(ROOT, 'deploy/haproxy.cfg');
const STORED = new Set(['stored']);

let url: string;
let ports: [number, number];
const servers: RunningProcess[] = [];

beforeAll(async () => {
  url = await makeDatabase();
  connect(url, { connections: 4 });
  ports = [await freePort(), await freePort()];
});
// what one test has ended, or left ended as it failed, is there for the next
beforeEach(async () => {
  for (const index of [0, 1]) if (!isRunning(servers[index])) await serve(index);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill('SIGTERM')));
  await disconnect();
});

async function serve(index: number): Promise<void> {
  servers[index] = await startServer(url, ports[index] ?? 0, { NABLA_PROXY: '1' });
}

function isRunning(server: RunningProcess | undefined): boolean {
  try {
    return server !== undefined && process.kill(server.pid, 0);
  } catch {
    return false;
  }
}

/** A room in the middle of a question that waits for all, and what counts the connections that its people lost. */
async function openQuestion(address: string, transport: 'websocket' | 'both') {
  const room = await openTestRoom(address, SIZE.players, { speed: true, readSeconds: 0 }, { transport });
  await room.order('next');
  await allSee(room.players, (view) => view.phase === 'question', 'the question');
  await room.order({ type: 'moreTime', seconds: 120 });
  let dropped = 0;
  for (const { socket } of room.players) socket.on('disconnect', () => (dropped += 1));
  return { room, dropped: () => dropped };
}

const sending =
  ({ players }: TestRoom) =>
  (one: LiveClient) =>
    answerUntilStored(one, 0, [letterOf(players.indexOf(one))]);

/** Everybody has answered: what is shown and what is stored is what was acknowledged. */
async function allIsWell(room: TestRoom): Promise<void> {
  const { players } = room;
  await allSee(players, (view) => view.phase === 'reveal', 'the reveal');
  expect(players.map((player) => player.view?.me.right)).toEqual(
    players.map((_, index) => (letterOf(index) === 'B' ? 1 : 0)),
  );
  expect(await compareReceipts(room.session, players)).toEqual({ stand: players.length, wrong: [] });
  expect(await room.leaks()).toEqual([]);
  room.close();
}

/** Both are asked to stop while answers are on their way, the second once the first is back. */
async function startAnew(address: string, transport: 'websocket' | 'both'): Promise<void> {
  const { room, dropped } = await openQuestion(address, transport);
  const { players, host } = room;
  const send = sending(room);
  const quarter = (of: number) => players.filter((_, index) => index % 4 === of);
  expect(new Set(await Promise.all(quarter(0).map(send)))).toEqual(STORED);
  for (const index of [0, 1]) {
    const flying = quarter(1 + index).map(send);
    const gone = servers[index]?.kill('SIGTERM');
    const stayed = new Promise((resolve) => setTimeout(resolve, GUARD_MS, 'it does not end').unref());
    // by itself, with all it had to note noted
    expect(await Promise.race([gone, stayed]), `server ${index + 1}`).toBe(0);
    expect(new Set(await Promise.all(flying)), `server ${index + 1}`).toEqual(STORED);
    // the host goes on as well, at the one that is left
    await orderUntilHeard(room);
    const version = host.desk?.version ?? 0;
    await allSee(players, (view) => view.version >= version, 'what the host did');
    await serve(index);
    await answers(`${at(ports[index] ?? 0)}/api/health`);
  }
  // each sat at one of the two, so at least half of all have lost a connection by now
  expect(dropped()).toBeGreaterThanOrEqual(players.length / 2);
  expect(new Set(await Promise.all(quarter(3).map(send)))).toEqual(STORED);
  await allIsWell(room);
}

const at = (port: number): string => `http://127.0.0.1:${port}`;

/** An order of the host whose reply may be lost with its connection, as the page gives it: again. */
async function orderUntilHeard({ host, session }: TestRoom): Promise<void> {
  const order = { session, command: { type: 'moreTime', seconds: 30 } } as const;
  for (const deadline = Date.now() + GUARD_MS; ; ) {
    const reply = await host.ask('command', order, 5_000).catch(() => undefined);
    if (reply?.ok === true) return;
    if (Date.now() > deadline) throw new Error(`the host is not heard: ${reply?.refused ?? 'no connection'}`);
  }
}

describe('behind a proxy that hands each connection on', () => {
  test('two servers that are started anew, one after the other, lose nobody and nothing', async () => {
    const proxy = await balancer(ports);
    try {
      await startAnew(proxy.address, 'websocket');
    } finally {
      await proxy.close();
    }
  });
});

describe('behind HAProxy, with the configuration that is shipped', () => {
  if (spawnSync('haproxy', ['-v']).status !== 0) {
    test('no HAProxy is installed here: the configuration is not tried', () => {
      expect(spawnSync('haproxy', ['-v']).error).toMatchObject({ code: 'ENOENT' });
    });
    return;
  }
  let stopProxy = (): void => undefined;
  let address: string;
  beforeAll(async () => {
    const bind = await freePort();
    const env = {
      ...process.env,
      NABLA_PROXY_BIND: `127.0.0.1:${bind}`,
      NABLA_SERVER_ONE: `127.0.0.1:${ports[0]}`,
      NABLA_SERVER_TWO: `127.0.0.1:${ports[1]}`,
    };
    const proxy = spawn('haproxy', ['-db', '-f', CONFIGURATION], { env, stdio: 'ignore' });
    stopProxy = () => void proxy.kill('SIGTERM');
    address = at(bind);
  });
  beforeEach(() => answers(`${address}/api/health`));
  afterAll(() => stopProxy());

  test('a quiz outlives the death of a server, over WebSockets and over long polling', async () => {
    const { room, dropped } = await openQuestion(address, 'both');
    const { players: all } = room;
    const early = all.filter((_, index) => index % 4 < 2);
    expect(new Set(await Promise.all(early.map(sending(room))))).toEqual(STORED);
    await servers[0]?.kill('SIGKILL');
    const late = all.filter((_, index) => index % 4 >= 2);
    expect(new Set(await Promise.all(late.map(sending(room))))).toEqual(STORED);
    // somebody sat at each of the two
    expect(dropped()).toBeGreaterThan(0);
    expect(dropped()).toBeLessThan(all.length);
    await allIsWell(room);
  });

  test('a quiz outlives that both servers are started anew, over WebSockets and over long polling', async () => {
    await startAnew(address, 'both');
  });
});

/** Waits until an address answers well. */
async function answers(url: string): Promise<void> {
  for (const deadline = Date.now() + GUARD_MS; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const reply = await fetch(url).catch(() => undefined);
    if (reply?.ok === true) return;
    if (Date.now() > deadline) throw new Error(`${url} does not answer: ${reply?.status}`);
  }
}
