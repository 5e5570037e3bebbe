/**
 * What our use of the queue adds to the bare library: from the commit of a submission with its job to the start of its grading,
 * against a job of the library's own with nothing around it; one at a time, by turns, in one process with one clock.
 */
import { EventEmitter } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import pg from 'pg';
import { connect, database, disconnect } from '../../db/client.ts';
import { startPostgres } from '../../launch/postgres.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { makeDemoClass } from '../../server/features/start/demo.ts';
import { prepare } from '../../server/features/start/prepare.ts';
import { makeLog } from '../../workers/log.ts';
import { startRunner } from '../../workers/runner.ts';
import { handIn, SAMPLES } from '../faults/hand-in.ts';
import { freePort } from '../support/free-port.ts';
import { newStateFolder } from '../support/launcher.ts';
import { percentile, print } from './figures.ts';

const TURNS = 220;
const WARM_UP = 20;
const SLOTS = 2;

/** On a PostgreSQL of its own, where no workers run. */
export async function measureQueue(): Promise<void> {
  const folder = newStateFolder('bench-queue');
  const postgres = await startPostgres({ dataFolder: path.join(folder, 'database'), port: await freePort() });
  connect(postgres.url, { connections: 4 });
  try {
    await prepare(postgres.url, path.join(ROOT, 'content'));
    await makeDemoClass();
    await measureOn(postgres.url);
  } finally {
    await disconnect();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureOn(url: string): Promise<void> {
  const [ours, bare] = [new pg.Pool({ connectionString: url }), new pg.Pool({ connectionString: url })];
  for (const pool of [ours, bare]) {
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
  }
  let started: (value: number) => void = () => undefined;
  const start = (): Promise<number> =>
    new Promise((resolve) => {
      started = resolve;
    });
  const said = (): void => started(performance.now());
  const mine = await startRunner({
    pool: ours,
    events: new EventEmitter(),
    slots: SLOTS,
    log: makeLog('bench', 'silent'),
    grade: async () => said(),
    gradeLive: async () => undefined,
    regrade: async () => undefined,
    tryOut: async () => undefined,
  });
  const theirs = await run({
    pgPool: bare,
    // as ours: two for code and two beside
    concurrency: SLOTS + 2,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new Logger(() => () => undefined),
    taskList: { bare: async () => said() },
  });
  const utils = await makeWorkerUtils({ pgPool: bare, logger: new Logger(() => () => undefined) });
  const [sample] = SAMPLES.filter(({ name }) => name === 'right JavaScript');
  const student = await database().user.findFirstOrThrow({ where: { role: 'student' }, select: { id: true } });
  const took: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let turn = 0; turn < TURNS && sample !== undefined; turn++) {
    let begun = start();
    await utils.addJob('bare', {});
    let committed = performance.now();
    took.bare.push((await begun) - committed);
    begun = start();
    await handIn(sample, student.id);
    committed = performance.now();
    took.ours.push((await begun) - committed);
  }
  await Promise.all([mine.stop(), theirs.stop(), utils.release()]);
  await Promise.all([ours.end(), bare.end()]);
  const [one, other] = [took.ours.slice(WARM_UP), took.bare.slice(WARM_UP)];
  const fine = (values: number[]): number =>
    percentile(
      values.map((value) => 1000 * value),
      0.5,
    ) / 1000;
  const p50 = { ours: fine(one), bare: fine(other) };
  print({
    bench: 'queue',
    commitToStartMs: { p50: p50.ours, p95: percentile(one, 0.95) },
    bareLibraryMs: { p50: p50.bare, p95: percentile(other, 0.95) },
    againstBare: Math.round((1000 * p50.ours) / p50.bare) / 1000,
  });
}
