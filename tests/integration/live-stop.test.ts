/** A server that is asked to stop while a class plays: it ends in order. */
import { afterAll, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { openTestRoom } from '../support/live-room.ts';
import { startServer } from '../support/processes.ts';

afterAll(() => disconnect());

it('notes of all its players that they have left, and complains of nothing', async () => {
  const url = await makeDatabase();
  const port = await freePort();
  const server = await startServer(url, port);
  connect(url, { connections: 2 });
  const room = await openTestRoom(`http://127.0.0.1:${port}`, 0, { speed: true, readSeconds: 0 });
  const players = await Promise.all(Array.from({ length: 200 }, (_, index) => room.join(`Player ${index}`)));
  for (const player of players) player.socket.io.reconnection(false);
  const here = () => database().player.count({ where: { sessionId: room.session, present: true } });
  expect(await here()).toBe(200);
  await server.kill('SIGTERM');
  expect(await here()).toBe(0);
  const complaints = server
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(complaints).toEqual([]);
  room.close();
});
