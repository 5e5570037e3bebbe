/** PostgreSQL restarted while the workers grade: nothing is lost, nothing is graded twice, and no job waits for hours. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { type EmbeddedPostgres, startPostgres } from '../../launch/postgres.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { makeDemoClass } from '../../server/features/start/demo.ts';
import { prepare } from '../../server/features/start/prepare.ts';
import { freePort } from '../support/free-port.ts';
import { GUARD_MS } from '../support/guard.ts';
import { newStateFolder } from '../support/launcher.ts';
import { type RunningProcess, startWorkers } from '../support/processes.ts';
import { handIn, SAMPLES, studentIds } from './hand-in.ts';

const folder = newStateFolder('faults-workers-database');
const dataFolder = path.join(folder, 'database');
/** By then what was being graded is done, and its verdict found no database. */
const DOWN_MS = 6_000;

let databasePort: number;
let postgres: EmbeddedPostgres;
let workers: RunningProcess | undefined;

beforeAll(async () => {
  databasePort = await freePort();
  postgres = await startPostgres({ dataFolder, port: databasePort });
  connect(postgres.url, { connections: 4 });
  await prepare(postgres.url, path.join(ROOT, 'content'));
  await makeDemoClass();
});
afterAll(async () => {
  if (workers && isRunning(workers.pid)) await workers.kill('SIGTERM');
  await disconnect();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** As the launcher does: workers that end are started again. */
async function keepWorkersUp(): Promise<void> {
  if (workers !== undefined && isRunning(workers.pid)) return;
  workers = await startWorkers(postgres.url).catch(() => undefined);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function held(): Promise<number> {
  const [row] = await database().$queryRaw<{ held: number }[]>`
    select count(*)::int as held from graphile_worker._private_jobs where locked_by is not null`;
  return row?.held ?? 0;
}

test('what was being graded while PostgreSQL was away is graded once it is back, once', async () => {
  const students = await studentIds();
  const slow = SAMPLES.find(({ name }) => name === 'an endless loop in Python');
  const quick = SAMPLES.filter(({ name }) => name === 'right JavaScript' || name === 'right maths');
  if (slow === undefined) throw new Error('there is such a sample');
  workers = await startWorkers(postgres.url);
  const ids = [await handIn(slow, students[0] ?? ''), await handIn(slow, students[1] ?? '')];
  for (let count = 0; count < 40; count++) {
    const sample = quick[count % quick.length];
    if (sample) ids.push(await handIn(sample, students[count % students.length] ?? ''));
  }
  for (const end = Date.now() + GUARD_MS; (await held()) < 2 && Date.now() < end; ) await rest(20);
  await postgres.stop();
  await rest(DOWN_MS);
  postgres = await startPostgres({ dataFolder, port: databasePort });
  const back = Date.now();
  const verdicts = async (): Promise<number> => database().verdict.count({ where: { submissionId: { in: ids } } });
  while ((await verdicts()) < ids.length && Date.now() - back < GUARD_MS) {
    await keepWorkersUp();
    await rest(100);
  }
  process.stdout.write(`${JSON.stringify({ fault: 'workers-database', backMs: Date.now() - back })}\n`);
  expect(await verdicts()).toBe(ids.length);
  for (const end = Date.now() + GUARD_MS; (await held()) > 0 && Date.now() < end; ) await rest(50);
  expect(await database().$queryRaw`select count(*)::int as jobs from graphile_worker._private_jobs`).toEqual([
    { jobs: 0 },
  ]);
});
