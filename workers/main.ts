/**
 * Process 2: the grading pool. Takes a job, grades, stores the verdict; tells when it is ready.
 * A job whose worker was killed is given back by whoever is alive (workers/reclaim.ts).
 */
import { deleteOldBoardChanges } from '../db/board.ts';
import { connect, pool as connections, database, disconnect } from '../db/client.ts';
import { deleteOldTries } from '../db/tries.ts';
import { sayWhileMissing, waitForDatabase } from '../db/wait.ts';
import { readEnvironment } from './env.ts';
import { createGrader } from './grade.ts';
import { gradeJob, gradeLiveJob, regradeJob } from './job.ts';
import { makeLog } from './log.ts';
import { ensurePythonRuntime } from './python/setup.ts';
import { holdAndReclaim } from './reclaim.ts';
import { startRunner } from './runner.ts';
import { tryJob } from './try-job.ts';

const SWEEP_TRIES_MS = 30_000;

const env = readEnvironment(process.env);
const log = makeLog('workers', env.log);
// what a library throws where nobody can catch it (the database's name is not found while it restarts): one line, and anew
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error) => {
    log.fatal({ err: error }, 'an error that nobody handled: starting anew');
    process.exit(1);
  });
const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
await waitForDatabase(env.databaseUrl, say);
await openPython();
const { pool } = connect(env.databaseUrl, { connections: env.slots + 6 });
const grader = createGrader({
  slots: { python: env.slots, javascript: env.slots },
  ...(env.stateDir === undefined ? {} : { stateDir: env.stateDir }),
  log: (line) => log.info(line),
});
const holder = await holdAndReclaim(env.databaseUrl, pool, log, sayWhileMissing(env.databaseUrl, say));
// the queue could not take back a job that it holds (its database went away): while this process lives the job stands under its
// name and nobody would touch it, so it ends, is started anew by who launched it, and the job is given back
holder.events.on('worker:fatalError', ({ error }) => {
  log.fatal({ err: error }, 'a job could not be released: starting anew');
  process.exit(1);
});
const runner = await startRunner({
  pool,
  events: holder.events,
  slots: env.slots,
  log,
  grade: (submission) => gradeJob(database(), grader, submission, log),
  gradeLive: (answer) => gradeLiveJob(database(), grader, answer, log),
  regrade: (item) => regradeJob(database(), grader, item, log),
  tryOut: (id) => tryJob(database(), grader, id, log),
});
const sweeping = setInterval(() => {
  void deleteOldTries(database()).catch((error: unknown) => log.warn({ err: error }, 'old tries were not deleted'));
  void deleteOldBoardChanges(connections()).catch((error: unknown) =>
    log.warn({ err: error }, 'old changes of boards were not deleted'),
  );
}, SWEEP_TRIES_MS);
log.info({ slots: env.slots }, 'ready');
process.send?.({ ready: true });

/** A pool that cannot open its image of Python would fail on every submission and look well: it does not begin. */
async function openPython(): Promise<void> {
  try {
    await ensurePythonRuntime({ stateDir: env.stateDir, log: (line) => log.info(line) });
  } catch (error) {
    log.fatal({ err: error }, 'Python cannot be set up');
    say(
      `Python cannot be set up (${error instanceof Error ? error.message : error}): make the folder of NABLA_CACHE readable for the workers (docs/production.md).`,
    );
    process.exit(1);
  }
}

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), 8000).unref();
  clearInterval(sweeping);
  await runner.stop().catch((error: unknown) => log.warn({ err: error }, 'the jobs at hand did not end by themselves'));
  await grader.close();
  await holder.close();
  await disconnect();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
process.on('disconnect', () => void stop()); // the launcher is gone
if (process.send !== undefined && !process.connected) void stop(); // it went while we were starting
await runner.promise;
