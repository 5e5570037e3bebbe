/**
 * Tables of Graphile Worker that its public functions do not reach: what a worker that is gone still holds, and whole jobs for a
 * backup. Its view `graphile_worker.jobs` shows neither payloads nor more than one may count.
 */
import type pg from 'pg';
import { TRY_TASK } from '../queue.ts';

/** Every job that waits, as what `graphile_worker.add_job` needs to make it again; what a worker holds waits as well. */
export const WAITING_JOBS = `
  select json_build_object(
    'task', t.identifier, 'payload', j.payload, 'priority', j.priority, 'runAt', j.run_at,
    'maxAttempts', j.max_attempts, 'flags', (select json_agg(key) from jsonb_object_keys(j.flags) key)) as job
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.attempts < j.max_attempts and t.identifier <> '${TRY_TASK}'
  order by j.id`;

/** Names of workers that have held a job for longer than a second. */
export async function selectHolders(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select distinct locked_by as name from graphile_worker._private_jobs
     where locked_by is not null and locked_at < now() - interval '1 second'`,
  );
  return rows.map(({ name }) => name);
}

/** Takes the jobs of a worker that is gone from it. Being killed is no attempt: those are counted to wait longer between them. */
export async function takeFromWorker(client: pg.ClientBase, name: string): Promise<void> {
  await client.query(
    'update graphile_worker._private_jobs set attempts = greatest(attempts - 1, 0) where locked_by = $1',
    [name],
  );
  await client.query('select graphile_worker.force_unlock_workers(array[$1::text])', [name]);
}
