/** A class plays a round while somebody does something to its server, and must notice nothing of it. */
import { expect } from 'vitest';
import { compareReceipts } from './live-receipts.ts';
import { allSee, answerUntilStored, letterOf, openTestRoom, type TestRoom } from './live-room.ts';
import type { RunningProcess } from './processes.ts';

/** @param logged what the server's log must tell of it */
export async function whileAClassPlays(
  server: RunningProcess,
  address: string,
  count: number,
  logged: RegExp,
  misuse: (room: TestRoom) => Promise<void>,
): Promise<void> {
  const room = await openTestRoom(address, count, { speed: true, readSeconds: 0 }, { transport: 'both' });
  const { players, session } = room;
  await room.order('next');
  await allSee(players, (view) => view.phase === 'question', 'the question');
  await room.order({ type: 'moreTime', seconds: 120 });
  let dropped = 0;
  for (const { socket } of players) socket.on('disconnect', () => (dropped += 1));
  const misused = misuse(room);
  const fates = await Promise.all(
    players.slice(1, count).map((one, index) => answerUntilStored(one, 0, [letterOf(index)])),
  );
  await misused;
  expect(await room.leaks()).toEqual([]);
  // the last ones answer when all is over; somebody may have come in meanwhile
  const last = [...players.slice(0, 1), ...players.slice(count)];
  fates.push(...(await Promise.all(last.map((one) => answerUntilStored(one, 0, ['B'])))));
  expect(new Set(fates)).toEqual(new Set(['stored']));
  await allSee(players, (view) => view.phase === 'reveal', 'the reveal');
  expect(await compareReceipts(session, players)).toEqual({ stand: players.length, wrong: [] });
  expect(dropped).toBe(0);
  await room.host.until(() => logged.test(server.said()), `the log tells of it: ${logged}`, 10_000);
  const said = server.said();
  expect(said).not.toMatch(/unhandled|uncaught|TypeError|RangeError|ECONNRESET/i);
  for (const secret of [
    ...players.map(({ token }) => token),
    ...players.map(({ id }) => id),
    '127.0.0.1',
    '203.0.113.7',
  ])
    expect(said).not.toContain(secret);
  room.close();
}
