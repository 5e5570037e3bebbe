/** `NABLA_TRY=0`: the front page has nothing to try, and nobody can try it by other ways. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { call } from '../support/calls.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { type RunningProcess, startServer, WITH_FRONT_PAGE } from '../support/processes.ts';

const TRY = { exercise: 'steepness', answer: { kind: 'maths', parts: { slope: '3x^2 + 2', bend: '6x', there: '14' } } };
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

async function served(variables: Record<string, string>): Promise<{ page: boolean; reply: unknown }> {
  const port = await freePort();
  servers.push(await startServer(url, port, variables));
  const address = `http://127.0.0.1:${port}`;
  const page = (await (await fetch(address)).text()).includes('>Try it, right here<');
  const { outcome } = await call(address, 'front.run', TRY, { origin: address });
  return { page, reply: outcome };
}

it('is there unless it is turned off, and then neither the page nor its endpoint offers it', async () => {
  const on = await served(WITH_FRONT_PAGE);
  expect(on.page).toBe(true);
  expect(on.reply).toMatchObject({ ok: true });
  const tries = (): Promise<number> => database().triedAnswer.count();
  const before = await tries();
  expect(before).toBe(1);
  const off = await served({ NABLA_TRY: '0' });
  expect(off.page).toBe(false);
  expect(off.reply).toEqual({ ok: false, refused: 'notFound' });
  expect(await tries()).toBe(before);
});
