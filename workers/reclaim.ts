/**
 * Gives back the jobs of killed workers. The queue itself would hold them for hours: so each worker pool holds an
 * advisory lock under its name, taken before it fetches a job, and whoever can take the lock of a name that still holds
 * jobs knows that its holder is gone.
 */
import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { selectHolders, takeFromWorker } from '../db/insides/private-jobs.ts';
import { POOL_LOCKS } from '../db/queue.ts';
import { inTurn, turns } from '../domain/again-and-again.ts';
import type { Log } from './log.ts';

const SWEEP_MS = 500;

export interface Holder {
  events: WorkerEvents;
  close(): Promise<void>;
}

/** @param onLost called for each connection that was lost or not made */
export async function holdAndReclaim(
  databaseUrl: string,
  pool: pg.Pool,
  log: Log,
  onLost: () => void = () => undefined,
): Promise<Holder> {
  const events: WorkerEvents = new EventEmitter();
  const names = new Set<string>();
  let closed = false;
  let holding: pg.Client;
  let retry: NodeJS.Timeout | undefined;
  // one connection at a time: a client that cannot connect says so twice, and two tries for each that failed would be
  // all connections there are within seconds
  const again = (): void => {
    if (closed || retry !== undefined) return;
    onLost();
    retry = setTimeout(() => {
      retry = undefined;
      void hold().catch(again);
    }, 200);
  };
  const hold = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
    fresh.on('error', () => undefined);
    await fresh.connect();
    holding = fresh;
    // the database went away and with it our locks: take them again before anybody thinks us dead
    fresh.on('end', again);
    for (const name of names) await lock(name);
  };
  let last: Promise<unknown> = Promise.resolve();
  // one after the other: a connection takes one query at a time
  const lock = (name: string): Promise<unknown> => {
    last = last
      // the one before has told its fault; this one is tried all the same
      .catch(() => undefined)
      .then(() => holding.query('select pg_advisory_lock($1, hashtext($2))', [POOL_LOCKS, name]));
    return last;
  };
  await hold();
  // the worker's id is what stands in `locked_by`; its pool is created before it fetches anything
  events.on('worker:create', ({ worker }) => {
    names.add(worker.workerId);
    // where the connection went, another one takes all names anew
    void lock(worker.workerId).catch(() => undefined);
  });
  events.on('pool:create', ({ workerPool }) => {
    names.add(workerPool.id);
    // the same
    void lock(workerPool.id).catch(() => undefined);
  });
  const sweeps = turns();
  const what = 'jobs of workers that are gone could not be looked for';
  const sweep = setInterval(() => void inTurn(log, sweeps, what, () => reclaim(pool, names, log)), SWEEP_MS);
  return {
    events,
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(sweep);
      // it is gone already
      await holding.end().catch(() => undefined);
    },
  };
}

async function reclaim(pool: pg.Pool, own: ReadonlySet<string>, log: Log): Promise<void> {
  for (const name of await selectHolders(pool)) {
    if (own.has(name)) continue;
    const client = await pool.connect();
    try {
      const taken = await client.query<{ ok: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as ok', [
        POOL_LOCKS,
        name,
      ]);
      if (taken.rows[0]?.ok !== true) continue;
      await takeFromWorker(client, name);
      await client.query('select pg_advisory_unlock($1, hashtext($2))', [POOL_LOCKS, name]);
      log.warn({ worker: name }, 'gave back the jobs of a worker that is gone');
    } finally {
      client.release();
    }
  }
}
