/** What fails by a fault of ours is told with a number, and under that number the log says what happened: page, endpoint, socket. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { addressOf, call } from '../support/calls.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { LiveClient } from '../support/live-client.ts';
import { cookieFor, openTestRoom } from '../support/live-room.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';

const NUMBER = /^[2-9A-Z]{4}-[2-9A-Z]{4}$/;
let server: RunningProcess;
let address: string;

beforeAll(async () => {
  const url = await makeDatabase();
  connect(url, { connections: 2 });
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  server = await startServer(url, port);
});
afterAll(async () => {
  await server.kill('SIGTERM');
  await disconnect();
});

/** Lines of the log, as they are looked up by somebody who was told a number. */
const inLog = (number: string): Record<string, unknown>[] =>
  server
    .said()
    .split('\n')
    // Next writes the same fault in its own way beside it
    .filter((line) => line.startsWith('{') && line.includes(number))
    .map((line) => JSON.parse(line));

/** Takes a table away for as long as something runs: whoever needs it fails. */
async function without(table: string, run: () => Promise<void>): Promise<void> {
  await database().$executeRawUnsafe(`alter table "${table}" rename to "${table}_away"`);
  try {
    await run();
  } finally {
    await database().$executeRawUnsafe(`alter table "${table}_away" rename to "${table}"`);
  }
}

describe('a fault of ours', () => {
  it('of an endpoint is told by its number, with nothing of the database, and stands in the log', async () => {
    const cookie = await cookieFor('teacher');
    const course = await database().course.findFirstOrThrow();
    await without('classes', async () => {
      const asked = { name: 'A class', courseId: course.id };
      const { status, outcome: reply, text } = await call(address, 'classes.create', asked, { cookie });
      expect(status).toBe(503);
      expect(text).not.toMatch(/classes|relation|prisma|Invalid/i);
      expect(reply).toEqual({ ok: false, refused: 'unavailable', fault: expect.stringMatching(NUMBER) });
      const [line, ...others] = inLog(String(reply.fault));
      expect(others).toEqual([]);
      expect(line).toMatchObject({ name: 'pages', msg: 'endpoint failed', path: addressOf('classes.create') });
      expect(JSON.stringify(line?.err)).toMatch(/classes/);
    });
  });

  it('of a page shows a number that stands in the log, with that of the request', async () => {
    const cookie = await cookieFor('teacher');
    await without('classes', async () => {
      const page = await (await fetch(`${address}/classes`, { headers: { cookie } })).text();
      const digest = /"digest":"(\d+)"|digest\\":\\"(\d+)/
        .exec(page)
        ?.slice(1)
        .find((one) => one !== undefined);
      expect(digest).toMatch(/^\d+$/);
      expect(page).not.toContain('classes_away');
      const [line] = inLog(String(digest)).filter(({ msg }) => msg === 'page failed');
      expect(line).toMatchObject({ name: 'pages', path: '/classes', digest, request: expect.stringMatching(NUMBER) });
    });
  });

  it('of a socket is told by its number too, and whoever asks again is served', async () => {
    const room = await openTestRoom(address, 0, {});
    const ada = new LiveClient(address);
    await without('players', async () => {
      const reply = await ada.ask('join', { code: room.code, nickname: 'Ada' });
      expect(reply).toEqual({ ok: false, refused: 'unavailable', fault: expect.stringMatching(NUMBER) });
      const fault = 'fault' in reply ? String(reply.fault) : '';
      expect(inLog(fault)).toMatchObject([{ name: 'server', msg: 'socket request failed', asked: 'join' }]);
    });
    expect(await ada.ask('join', { code: room.code, nickname: 'Ada' })).toMatchObject({ ok: true });
    ada.close();
    room.close();
  });

  it('is no fault of ours where a later version stored it: pages, endpoints and rooms say what to do', async () => {
    const db = database();
    const cookie = await cookieFor('ada');
    // nobody has read this lesson yet: what is published never changes, so it is kept
    const { id: lessonId } = await db.lesson.findUniqueOrThrow({ where: { slug: 'gradients-in-code' } });
    const room = await openTestRoom(address, 0, {});
    const later = { ok: false, refused: 'storedLater', fault: expect.stringMatching(NUMBER) };
    await db.$executeRaw`update lesson_versions set content = content || '{"schemaVersion": 99}' where lesson_id = ${lessonId}::uuid`;
    await db.$executeRaw`update live_sessions set state = state || '{"schemaVersion": 99}' where id = ${room.session}::uuid`;
    const { status, outcome } = await call(address, 'practice.lessons', { lessonId }, { cookie });
    expect([status, outcome]).toEqual([503, later]);
    const page = await (await fetch(`${address}/lessons/gradients-in-code`, { headers: { cookie } })).text();
    expect(page).toMatch(/"digest":"stored-later"|digest\\":\\"stored-later/);
    const ada = new LiveClient(address);
    expect(await ada.ask('join', { code: room.code, nickname: 'Ada' })).toEqual(later);
    ada.close();
    room.close();
    await db.$executeRaw`update lesson_versions set content = content - 'schemaVersion' || '{"schemaVersion": 2}' where lesson_id = ${lessonId}::uuid`;
  });
});
