/** What cannot be read is told to whoever runs the server, not to who asked. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { Metrics } from './metrics.ts';

const TOKEN = 'read by prometheus alone';
let server: Server | undefined;
afterEach(() => server?.close());

it('a fault while they are read is no silence', async () => {
  const faults: unknown[] = [];
  const away = new Error('column "task" does not exist');
  const metrics = new Metrics({
    token: TOKEN,
    pool: { query: () => Promise.reject(away), totalCount: 1, waitingCount: 0 } as unknown as pg.Pool,
    sockets: () => 0,
    rooms: () => 0,
    failed: (error) => faults.push(error),
  });
  const listening = createServer((request, response) => void metrics.serve(request, response)).listen(0, '127.0.0.1');
  server = listening;
  await new Promise((ready) => listening.once('listening', ready));
  const { port } = listening.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(answer.status).toBe(503);
  expect(await answer.text()).not.toContain('column');
  expect(faults).toEqual([away]);
});
