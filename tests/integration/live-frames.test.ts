/** What a step of the room sends to a player: a question with its formulas once, and then only that it is the same. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, disconnect } from '../../db/client.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import type { LiveClient } from '../support/live-client.ts';
import { openTestRoom, ringAndShow } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';

let server: RunningProcess;
let address: string;

beforeAll(async () => {
  const url = await makeDatabase();
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  server = await startServer(url, port);
  connect(url, { connections: 2 });
});
afterAll(async () => {
  await disconnect();
  await server.kill('SIGTERM');
});

/** The phases that came by themselves, each with how its question was told. */
function told(player: LiveClient): string[] {
  return player.frames
    .filter((frame) => frame.startsWith('2["player",'))
    .map((frame) => JSON.parse(frame.slice(1))[1])
    .map(({ phase, question }) => `${phase}: ${question === null ? 'none' : 'same' in question ? 'same' : 'whole'}`);
}

it('tells a question in full once to a connection, with its options anew, and all of it again to who comes back', async () => {
  const room = await openTestRoom(address, 0, { speed: false, readSeconds: 60 });
  const { host, session } = room;
  const next = () => host.ask('command', { session, command: { type: 'next' } });
  const ada = await room.join('Ada');
  const sees = (phase: string) => ada.until(() => ada.view?.phase === phase, phase);
  for (const phase of ['read', 'question', 'reveal', 'standings', 'read']) {
    if (phase === 'reveal') await ringAndShow(host, session);
    else await next();
    await sees(phase);
    expect(ada.view?.question?.promptHtml).toMatch(/\S/);
    expect(ada.view?.question?.options === null).toBe(phase === 'read');
  }
  expect(told(ada)).toEqual([
    'read: whole',
    'question: whole',
    'closed: same',
    'reveal: same',
    'standings: same',
    'read: whole',
  ]);
  await next();
  await sees('question');
  const before = told(ada).length;
  // the same connection asks for the truth again, as a page that was opened anew does
  expect(await ada.ask('play', { token: ada.token })).toMatchObject({
    ok: true,
    view: { question: { id: ada.view?.question?.id } },
  });
  await ringAndShow(host, session);
  await sees('reveal');
  expect(told(ada).slice(before)).toEqual(['closed: whole', 'reveal: same']);
  room.close();
});
