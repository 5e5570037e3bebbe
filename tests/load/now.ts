/**
 * A class at this moment: 200 students who type, hand in and move about in a lesson, looked at by two teachers, or by as
 * many as are asked for. The same work for as long without anybody saying where they are or looking comes first, then
 * with the one and not the other: what is more in the last is what it costs.
 */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect, database, disconnect, pool } from '../../db/client.ts';
import { selectQuestions } from '../../db/lessons.ts';
import { upsertDraft } from '../../db/submissions.ts';
import { startPostgres } from '../../launch/postgres.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { prepare } from '../../server/features/start/prepare.ts';
import { call } from '../support/calls.ts';
import { freePort } from '../support/free-port.ts';
import { newStateFolder } from '../support/launcher.ts';
import { cookieOf, LiveClient } from '../support/live-client.ts';
import { LESSON } from '../support/own-place.ts';
import { startServer } from '../support/processes.ts';
import { percentile, print } from './figures.ts';
import { makePeople } from './large-class.ts';
import { cpuMs, cpuMsOfTree } from './process-cost.ts';

const STUDENTS = 200;
const LASTS_MS = 20_000;
/** Each draft is saved after a pause in typing: of 200 who type, so many a second. */
const DRAFTS_A_SECOND = 60;
/** Each goes to another question or says that they are still there about every ten seconds. */
const SAYS_A_SECOND = 20;
/** As often as the page of a teacher reads. */
const LOOKS_MS = 700;

interface Work {
  lessonId: string;
  versionId: string;
  questions: string[];
  students: string[];
  clients: LiveClient[];
}

/** With a database of its own. @param looking how many teachers look */
export async function measureNow(looking: number): Promise<void> {
  const folder = newStateFolder('bench-now');
  const postgres = await startPostgres({ dataFolder: path.join(folder, 'database'), port: await freePort() });
  try {
    connect(postgres.url, { connections: 4 });
    await prepare(postgres.url, path.join(ROOT, 'content'));
    const { classId, teachers, students } = await makePeople(STUDENTS, looking);
    const lesson = await database().lesson.findUniqueOrThrow({ where: { slug: LESSON } });
    const versionId = lesson.publishedId ?? '';
    await database().activity.create({ data: { classId, lessonId: lesson.id } });
    const questions = [...(await selectQuestions(database(), versionId)).keys()];
    const port = await freePort();
    const server = await startServer(postgres.url, port, { NABLA_PROXY: '1' });
    const address = `http://127.0.0.1:${port}`;
    const clients = await Promise.all(
      students.map(async (id) => new LiveClient(address, { cookie: await cookieOf(id) })),
    );
    await Promise.all(clients.map((client) => client.ask('follow', { lesson: lesson.id })));
    const work = { lessonId: lesson.id, versionId, questions, students, clients };
    const cost = async (saying: boolean, looks: boolean) => {
      const [server0, postgres0, began] = [cpuMs(server.pid), cpuMsOfTree(postgres.pid), performance.now()];
      const [, , ...waits] = await Promise.all([
        works(work),
        saying ? says(work) : undefined,
        ...(looks ? teachers : []).map((one) => look(address, classId, one)),
      ]);
      const ms = performance.now() - began;
      const server1 = (cpuMs(server.pid) - server0) / ms;
      return { server: server1, postgres: (cpuMsOfTree(postgres.pid) - postgres0) / ms, waits: waits.flat() };
    };
    await look(address, classId, teachers[0] ?? '', 3);
    const alone = await cost(false, false);
    const said = await cost(true, false);
    // as PostgreSQL does by itself a minute after so many rows have come
    await pool().query('analyze');
    const looked = await cost(true, true);
    const bytes = (await call(address, 'now.read', { classId }, { cookie: await cookieOf(teachers[0] ?? '') })).text
      .length;
    const percent = (share: number): number => Math.round(share * 1000) / 10;
    print({
      bench: 'now',
      ...{ students: STUDENTS, teachers: teachers.length, bytes },
      ms: { p50: percentile(looked.waits, 0.5), max: percentile(looked.waits, 1) },
      percentOfACore: {
        more: percent(looked.server + looked.postgres - alone.server - alone.postgres),
        server: { working: percent(alone.server), saying: percent(said.server), lookedAt: percent(looked.server) },
        postgres: {
          working: percent(alone.postgres),
          saying: percent(said.postgres),
          lookedAt: percent(looked.postgres),
        },
      },
    });
    for (const client of clients) client.socket.disconnect();
    await server.kill('SIGTERM');
  } finally {
    await disconnect();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Drafts, as pages save them: the same in both minutes. */
async function works({ lessonId, versionId, questions, students }: Work): Promise<undefined> {
  await eachSecond(DRAFTS_A_SECOND, async (at) => {
    const questionId = questions[at % questions.length] ?? '';
    const answer = { kind: 'function' as const, code: `# ${randomUUID()}` };
    await upsertDraft(database(), {
      userId: students[at % STUDENTS] ?? '',
      lessonId,
      versionId,
      questionId,
      answer,
      claimedAt: null,
    });
  });
}

async function says({ lessonId, questions, clients }: Work): Promise<undefined> {
  await eachSecond(SAYS_A_SECOND, async (at) => {
    const question = questions[Math.floor(at / STUDENTS + at) % questions.length] ?? null;
    const said = await clients[at % STUDENTS]?.ask('at', { lesson: lessonId, question, section: null, away: false });
    if (said?.ok !== true) throw new Error(`a place was refused: ${JSON.stringify(said)}`);
  });
}

async function look(address: string, classId: string, teacher: string, times = LASTS_MS / LOOKS_MS): Promise<number[]> {
  const cookie = await cookieOf(teacher);
  const waits: number[] = [];
  let after: string | undefined;
  for (let done = 0; done < times; done++) {
    const began = performance.now();
    const { outcome } = await call(address, 'now.read', { classId, after }, { cookie });
    if (!outcome.ok) throw new Error(`it was refused: ${outcome.refused}`);
    after = String(Reflect.get(outcome, 'reading'));
    waits.push(performance.now() - began);
    await pause(Math.max(0, LOOKS_MS - (performance.now() - began)));
  }
  return waits;
}

/** Begins something so many times a second, evenly, for as long as it is measured; none waits for the one before. */
async function eachSecond(times: number, act: (at: number) => Promise<unknown>): Promise<void> {
  const all = (times * LASTS_MS) / 1000;
  const began = performance.now();
  const begun: Promise<unknown>[] = [];
  for (let at = 0; at < all; at++) {
    await pause(Math.max(0, began + (at * 1000) / times - performance.now()));
    begun.push(act(at));
  }
  await Promise.all(begun);
}
