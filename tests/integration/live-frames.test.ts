/** What a step of the room sends to a player: a question with its formulas once, and then only that it is the same. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { publishEdited } from '../../server/features/courses/commands.ts';
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
  await compiler.close();
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

const SUM =
  '\n::::check[Sum]{#sum kind=number}\n```yaml variants\na: { from: 5000, to: 5999 }\n```\n\nWhat is {a} and {a}?\n\n```yaml answer\nvalue: "{2a}"\n```\n\n:::explanation\nTwice as much.\n:::\n::::\n';

it('tells each player a question of their own where the room deals numbers, by which it is graded, and nobody else’s', async () => {
  const db = database();
  const admin = await db.user.findUniqueOrThrow({ where: { login: 'admin' } });
  const lesson = await db.lesson.findUniqueOrThrow({
    where: { slug: 'gradients-and-derivatives' },
    select: { id: true, published: { select: { source: true } } },
  });
  const source = `${lesson.published?.source}${SUM}`;
  expect(await publishEdited(admin, { lessonId: lesson.id, source })).toMatchObject({ ok: true });
  const settings = { speed: false, readSeconds: 0, ownValues: true };
  const room = await openTestRoom(address, 0, settings, { questionIds: ['sum'] });
  const players = await Promise.all(['Ada', 'Ben', 'Chiara', 'Deniz', 'Emre', 'Fay'].map((name) => room.join(name)));
  await room.order('next');
  const prompts = await Promise.all(
    players.map(async (player) => {
      await player.until(() => player.view?.phase === 'question', 'the question');
      expect(player.view?.ownValues).toBe(true);
      return /5\d{3}/.exec(player.view?.question?.promptHtml ?? '')?.[0] ?? '';
    }),
  );
  expect(new Set(prompts).size).toBeGreaterThan(1);
  for (const [place, player] of players.entries()) {
    const value = String(2 * Number(prompts[place]) + (place === 0 ? 1 : 0));
    const answer = { kind: 'number' as const, value };
    const asked = { token: player.token, round: 0, clientId: randomUUID(), answer };
    expect(await player.ask('answer', asked)).toMatchObject({ ok: true });
  }
  await room.ringAndShow();
  for (const [place, player] of players.entries()) {
    await player.until(() => player.view?.phase === 'reveal', 'the reveal');
    expect(player.view?.me.result?.share).toBe(place === 0 ? 0 : 1);
    expect(player.view?.reveal?.value).toBe(String(2 * Number(prompts[place])));
    // what came over the wire, from first to last
    const frames = player.frames.join('\n');
    for (const other of prompts) if (other !== prompts[place]) expect(frames).not.toContain(`What is ${other}`);
  }
  room.close();
});
