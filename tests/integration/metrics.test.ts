/** `NABLA_METRICS`: Prometheus reads how a server is, with its token; nobody else finds anything there, and nobody is named. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { call } from '../support/calls.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { answerUntilStored, openTestRoom } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';

const TOKEN = 'read by prometheus alone';
const servers: RunningProcess[] = [];
let url: string;

beforeAll(async () => {
  url = await makeDatabase();
  connect(url, { connections: 2 });
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill('SIGTERM')));
  await disconnect();
});

async function serverWith(variables: Record<string, string>): Promise<string> {
  const port = await freePort();
  servers.push(await startServer(url, port, variables));
  return `http://127.0.0.1:${port}`;
}

/** The value of a line of what is read, by its name and labels. */
function valueIn(text: string, line: string): number {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  if (found === undefined) throw new Error(`there is no ${line}`);
  return Number(found.slice(line.length));
}

it('counts requests, sockets, answers and what waits to be graded, for who shows its token', async () => {
  const address = await serverWith({ NABLA_METRICS: TOKEN });
  const read = async (): Promise<string> =>
    (await fetch(`${address}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text();
  await fetch(`${address}/sign-in`);
  await call(address, 'classes.nothing', {});
  const room = await openTestRoom(address, 2, { speed: false, readSeconds: 0 });
  await room.order('next');
  const [ada] = room.players;
  if (ada === undefined) throw new Error('nobody came');
  await ada.until(() => ada.view?.phase === 'question', 'the question');
  expect(await answerUntilStored(ada, 0, ['B'])).toBe('stored');
  // nobody grades here: it waits
  await database().$executeRaw`select graphile_worker.add_job('grade', '{"submission": "none"}')`;
  const text = await read();
  expect(valueIn(text, 'nabla_request_seconds_count{kind="page",status="2xx"}')).toBe(1);
  expect(valueIn(text, 'nabla_request_seconds_count{kind="data",status="4xx"}')).toBeGreaterThan(0);
  expect(valueIn(text, 'nabla_sockets')).toBe(3);
  expect(valueIn(text, 'nabla_live_rooms')).toBe(1);
  expect(valueIn(text, 'nabla_live_answers_total')).toBe(1);
  expect(valueIn(text, 'nabla_live_store_seconds_count')).toBe(1);
  expect(valueIn(text, 'nabla_jobs{task="grade"}')).toBe(1);
  expect(valueIn(text, 'nabla_jobs_oldest_seconds')).toBeGreaterThan(0);
  expect(valueIn(text, 'nabla_database_connections')).toBeGreaterThan(0);
  expect(valueIn(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
  for (const secret of [room.session, room.code, ada.token, 'Player']) expect(text).not.toContain(secret);

  room.close();

  for (const authorization of ['', 'Bearer', `Bearer ${TOKEN}!`, `Bearer ${TOKEN.slice(1)}x`, `Basic ${TOKEN}`]) {
    const refused = await fetch(`${address}/metrics`, { headers: { authorization } });
    expect(refused.status, authorization).toBe(401);
    expect(await refused.text()).not.toContain('nabla_');
  }
});

it('is not there unless it is asked for, and a token that can be guessed is refused at the start', async () => {
  const address = await serverWith({});
  const answer = await fetch(`${address}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(answer.status).toBe(404);
  await expect(serverWith({ NABLA_METRICS: 'short' })).rejects.toThrow(/NABLA_METRICS/);
});
