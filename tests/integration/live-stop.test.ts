/** A server that is asked to stop while a class plays: it ends in order, and nobody loses their turn. */
import { afterAll, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { allSee, answerUntilStored, letterOf, openTestRoom } from '../support/live-room.ts';
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

it('waits with the end of a round for those who are on their way back, and not for ever for who never comes', async () => {
  const url = await makeDatabase();
  const port = await freePort();
  const first = await startServer(url, port);
  await disconnect();
  connect(url, { connections: 2 });
  const room = await openTestRoom(`http://127.0.0.1:${port}`, 4, { speed: true, readSeconds: 0 });
  const [quick, second, slow, gone] = room.players;
  if (quick === undefined || second === undefined || slow === undefined || gone === undefined) throw new Error('four');
  await room.order('next');
  await allSee(room.players, (view) => view.phase === 'question', 'the question');
  await room.order({ type: 'moreTime', seconds: 120 });
  for (const one of [quick, second]) expect(await answerUntilStored(one, 0, ['B'])).toBe('stored');
  // the ones who answered are back first; one who has not comes later, and one never does
  for (const one of [slow, gone]) one.socket.io.reconnection(false);
  expect(await first.kill('SIGTERM')).toBe(0);
  const server = await startServer(url, port);
  for (const one of [quick, second]) {
    await one.until(() => one.socket.connected, 'the quick ones are back');
    expect(await one.ask('play', { token: one.token })).toMatchObject({ ok: true, view: { phase: 'question' } });
  }
  // more than host and screen wait until they hear who has come
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  slow.socket.connect();
  expect(await answerUntilStored(slow, 0, [letterOf(3)])).toBe('stored');
  await allSee([quick, second, slow], (view) => view.phase === 'reveal', 'the reveal, long before the bell');
  const { events } = await database().liveSession.findUniqueOrThrow({
    where: { id: room.session },
    include: { events: true },
  });
  expect(events.map((event) => event.type)).toEqual(['next', 'moreTime', 'allAnswered']);
  room.close();
  await server.kill('SIGTERM');
});
