/**
 * The board of a large class: what its endpoint and its page weigh, what one load costs the server's processor, what others
 * wait for while six teachers load it, and what the server holds in memory then.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, database, disconnect, pool } from '../../db/client.ts';
import { upsertDraft } from '../../db/submissions.ts';
import { type EmbeddedPostgres, startPostgres } from '../../launch/postgres.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { prepare } from '../../server/features/start/prepare.ts';
import { addressOf, outcomeIn } from '../support/calls.ts';
import { freePort } from '../support/free-port.ts';
import { newStateFolder } from '../support/launcher.ts';
import { cookieOf } from '../support/live-client.ts';
import { startServer, WITH_FRONT_PAGE } from '../support/processes.ts';
import { percentile, print } from './figures.ts';
import { makeLargeClass } from './large-class.ts';
import { cpuMs, cpuMsOfTree, residentKb } from './process-cost.ts';

const SIZE = { students: 500, questions: 60 };
/** Loads before it counts, and loads that count. */
const WARM = 5;
const LOADS = 10;
/** Each teacher loads the page and asks the endpoint, so often. */
const ROUNDS = 5;
const HEALTH_EVERY_MS = 20;
/** So long it is asked before that, when nobody loads anything: what this machine does to it. */
const ALONE_MS = 5000;

/** With a database of its own. */
export async function measureBoard(): Promise<void> {
  const folder = newStateFolder('bench-board');
  const postgres = await startPostgres({ dataFolder: path.join(folder, 'database'), port: await freePort() });
  try {
    connect(postgres.url, { connections: 4 });
    await prepare(postgres.url, path.join(ROOT, 'content'));
    await measureIn(postgres);
  } finally {
    await disconnect();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureIn(postgres: EmbeddedPostgres): Promise<void> {
  const large = await makeLargeClass(SIZE);
  const cookies = await Promise.all(large.teachers.map(cookieOf));
  const port = await freePort();
  const server = await startServer(postgres.url, port, { ...WITH_FRONT_PAGE, NABLA_PROXY: '1' });
  const address = `http://127.0.0.1:${port}`;
  const { classId, lessonId } = large;
  const ask = async (
    cookie = cookies[0] ?? '',
    since?: string,
  ): Promise<{ text: string; cursor: string | undefined }> => {
    const response = await fetch(address + addressOf('board.read'), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'accept-encoding': 'identity' },
      body: JSON.stringify({ classId, lessonId, ...(since === undefined ? {} : { since }) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the board was refused: ${text.slice(0, 200)}`);
    const { board } = outcomeIn<{ board: { cursor?: string } }>(text);
    return { text, cursor: board.cursor };
  };
  const page = async (cookie = cookies[0] ?? ''): Promise<number> => {
    const response = await fetch(`${address}/classes/${classId}?lesson=${lessonId}`, {
      headers: { cookie, 'accept-encoding': 'identity' },
    });
    if (!response.ok) throw new Error(`the page was refused: ${response.status}`);
    return (await response.bytes()).length;
  };
  /** CPU of one of many, of the server and of PostgreSQL. */
  const cost = async (one: () => Promise<unknown>) => {
    for (let done = 0; done < WARM; done++) await one();
    const [began, server0, postgres0] = [performance.now(), cpuMs(server.pid), cpuMsOfTree(postgres.pid)];
    for (let done = 0; done < LOADS; done++) await one();
    return {
      ms: Math.round((performance.now() - began) / LOADS),
      serverCpuMs: Math.round((cpuMs(server.pid) - server0) / LOADS),
      postgresCpuMs: Math.round((cpuMsOfTree(postgres.pid) - postgres0) / LOADS),
    };
  };
  try {
    const first = await ask();
    const bytes = { endpoint: Buffer.byteLength(first.text), page: await page() };
    const endpoint = await cost(() => ask());
    const pages = await cost(() => page());
    // somebody types something new: what a board that was loaded before is sent then
    await upsertDraft(database(), {
      userId: large.studentId,
      lessonId,
      questionId: large.questionId,
      versionId: (await database().lesson.findUniqueOrThrow({ where: { id: lessonId } })).publishedId ?? '',
      answer: { kind: 'number', value: '2' },
      claimedAt: null,
    });
    await pool().query(
      `update scores set points = points where lesson_id = $1 and question_id = $2 and user_id = any($3::uuid[])`,
      [lessonId, large.questionId, [large.studentId]],
    );
    const changed = Buffer.byteLength((await ask(cookies[0], first.cursor)).text);
    const changes = await cost(() => ask(cookies[0], first.cursor));
    const alone = await whileLoading(server.pid, `${address}/api/health`, () => sleep(ALONE_MS));
    const { waits, rssMb } = await whileLoading(server.pid, `${address}/api/health`, async () => {
      await Promise.all(
        cookies.map(async (cookie) => {
          for (let round = 0; round < ROUNDS; round++) {
            await page(cookie);
            await ask(cookie);
          }
        }),
      );
    });
    print({
      bench: 'board',
      ...SIZE,
      bytes: { ...bytes, changed },
      endpoint,
      page: pages,
      changes,
      sixTeachers: {
        healthMs: waitsOf(waits),
        healthAloneMs: waitsOf(alone.waits),
        samples: waits.length,
        serverRssMb: rssMb,
      },
    });
  } finally {
    await server.kill('SIGTERM');
  }
}

function waitsOf(waits: readonly number[]): { p50: number; p99: number; max: number } {
  return { p50: percentile(waits, 0.5), p99: percentile(waits, 0.99), max: percentile(waits, 1) };
}

/** Asks for the server's health all the while, and looks at its memory. */
async function whileLoading(pid: number, health: string, work: () => Promise<void>) {
  const waits: number[] = [];
  let most = 0;
  let over = false;
  const watching = (async () => {
    while (!over) {
      const began = performance.now();
      await (await fetch(health)).text();
      waits.push(performance.now() - began);
      most = Math.max(most, residentKb(pid));
      await sleep(HEALTH_EVERY_MS);
    }
  })();
  await work();
  over = true;
  await watching;
  return { waits, rssMb: Math.round(most / 1024) };
}
