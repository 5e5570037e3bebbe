/**
 * Process 2: the grading pool. Takes a job, grades, stores the verdict; tells when it is ready.
 * A job whose worker was killed is given back by whoever is alive (workers/reclaim.ts).
 */
import { connect, database, disconnect } from '../db/client.ts';
import { readEnvironment } from './env.ts';
import { createGrader } from './grade.ts';
import { gradeJob, gradeLiveJob, regradeJob } from './job.ts';
import { makeLog } from './log.ts';
import { holdAndReclaim } from './reclaim.ts';
import { startRunner } from './runner.ts';

const env = readEnvironment(process.env);
const log = makeLog('workers', env.log);
const { pool } = connect(env.databaseUrl, { connections: env.slots + 6 });
const grader = createGrader({
  slots: { python: env.slots, javascript: env.slots },
  ...(env.stateDir === undefined ? {} : { stateDir: env.stateDir }),
  log: (line) => log.info(line),
});
const holder = await holdAndReclaim(env.databaseUrl, pool, log);
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
});
log.info({ slots: env.slots }, 'ready');
process.send?.({ ready: true });

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), 8000).unref();
  await runner.stop().catch(() => undefined);
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
