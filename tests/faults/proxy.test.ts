/**
 * Two servers behind one address, with the proxy configuration that is shipped and the HAProxy of the system's packages:
 * one server is killed, and its players go on at the other without doing anything. Without HAProxy nothing is claimed.
 */
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, disconnect } from '../../db/client.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { GUARD_MS } from '../support/guard.ts';
import type { LiveClient } from '../support/live-client.ts';
import { compareReceipts } from '../support/live-receipts.ts';
import { allSee, answerUntilStored, letterOf, openTestRoom } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';
import { SIZE } from './size.ts';

const CONFIGURATION = path.join(ROOT, 'deploy/haproxy.cfg');
const found = spawnSync('haproxy', ['-v']).status === 0;

if (found) {
  const servers: RunningProcess[] = [];
  let stopProxy = (): void => undefined;
  let address: string;

  beforeAll(async () => {
    const url = await makeDatabase();
    connect(url, { connections: 2 });
    const [bind, one, two] = [await freePort(), await freePort(), await freePort()];
    for (const port of [one, two]) servers.push(await startServer(url, port, { NABLA_PROXY: '1' }));
    const env = {
      ...process.env,
      NABLA_PROXY_BIND: `127.0.0.1:${bind}`,
      NABLA_SERVER_ONE: `127.0.0.1:${one}`,
      NABLA_SERVER_TWO: `127.0.0.1:${two}`,
    };
    const proxy = spawn('haproxy', ['-db', '-f', CONFIGURATION], { env, stdio: 'ignore' });
    stopProxy = () => void proxy.kill('SIGTERM');
    address = `http://127.0.0.1:${bind}`;
    await answers(`${address}/api/health`);
  });
  afterAll(async () => {
    stopProxy();
    await Promise.all(servers.map((server) => server.kill('SIGTERM')));
    await disconnect();
  });

  test('a quiz behind a proxy outlives the death of a server, over WebSockets and over long polling', async () => {
    const room = await openTestRoom(address, SIZE.players, { speed: true, readSeconds: 0 }, { transport: 'both' });
    const { players: all } = room;
    await room.order('next');
    await allSee(all, (view) => view.phase === 'question', 'the question');
    await room.order({ type: 'moreTime', seconds: 60 });
    const send = (one: LiveClient) => answerUntilStored(one, 0, [letterOf(all.indexOf(one))]);
    const early = all.filter((_, index) => index % 4 < 2);
    expect(new Set(await Promise.all(early.map(send)))).toEqual(new Set(['stored']));
    let dropped = 0;
    for (const { socket } of all) socket.on('disconnect', () => (dropped += 1));
    await servers[0]?.kill('SIGKILL');
    const late = all.filter((_, index) => index % 4 >= 2);
    expect(new Set(await Promise.all(late.map(send)))).toEqual(new Set(['stored']));
    await allSee(all, (view) => view.phase === 'reveal', 'the reveal');
    // somebody sat at each of the two
    expect(dropped).toBeGreaterThan(0);
    expect(dropped).toBeLessThan(all.length);
    expect(all.map((player) => player.view?.me.right)).toEqual(
      all.map((_, index) => (letterOf(index) === 'B' ? 1 : 0)),
    );
    expect(await compareReceipts(room.session, all)).toEqual({ stand: all.length, wrong: [] });
    expect(await room.leaks()).toEqual([]);
    room.close();
  });
} else
  test('no HAProxy is installed here: the proxy configuration is not tried', () => {
    expect(spawnSync('haproxy', ['-v']).error).toMatchObject({ code: 'ENOENT' });
  });

/** Waits until an address answers well. */
async function answers(url: string): Promise<void> {
  for (const deadline = Date.now() + GUARD_MS; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const reply = await fetch(url).catch(() => undefined);
    if (reply?.ok === true) return;
    if (Date.now() > deadline) throw new Error(`${url} does not answer: ${reply?.status}`);
  }
}
