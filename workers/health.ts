/**
 * For a container's health check: does a pool in here hold its lock in the database? It does from before it takes its
 * first job until it is gone (workers/reclaim.ts), so a hanging or lost pool shows; a pool of another database of the same
 * PostgreSQL is another classroom's. "In here" is told by the address
 * that the database sees, which all connections of a container share. Exit code 0 when it does.
 */
import pg from 'pg';
import { POOL_LOCKS } from '../db/queue.ts';

const LIMIT_MS = 4_000;
const client = new pg.Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: LIMIT_MS });
client.on('error', () => undefined);
try {
  await client.connect();
  const { rowCount } = await client.query(
    `select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.classid = $1::int
       and l.database = (select oid from pg_database where datname = current_database())
       and a.client_addr is not distinct from inet_client_addr() limit 1`,
    [POOL_LOCKS],
  );
  process.exitCode = rowCount === 1 ? 0 : 1;
  await client.end();
} catch {
  // no answer is an answer: unwell
  process.exitCode = 1;
}
