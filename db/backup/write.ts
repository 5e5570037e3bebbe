/** Writes a backup of a whole database while it is used: one connection, one snapshot, nothing is locked. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { WAITING_JOBS } from '../insides/private-jobs.ts';
import { BackupProblem, END_OF_ROWS, FORMAT, type Header, quoted } from './format.ts';

export interface Written {
  /** rows of each table */
  tables: Record<string, number>;
  jobs: number;
}

/**
 * @param secret goes into the file, so that sign-ins stay valid where it is restored; null leaves it out
 * @throws BackupProblem where the database is not one of ours
 */
export async function writeBackup(databaseUrl: string, out: Writable, secret: string | null): Promise<Written> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  const gzip = createGzip();
  const done = pipeline(gzip, out);
  // waited for at the end; an error of the disk shall not be unhandled until then
  done.catch(() => undefined);
  const say = async (line: object | string): Promise<void> => {
    const text = typeof line === 'string' ? line : JSON.stringify(line);
    if (!gzip.write(`${text}\n`)) await Promise.race([once(gzip, 'drain'), done]);
  };
  try {
    // everything below sees the database as it is at this moment
    await client.query('begin transaction isolation level repeatable read read only');
    const migrations = await appliedMigrations(client);
    const [{ now }] = (await client.query<{ now: Date }>('select now() as now')).rows as [{ now: Date }];
    const head: Header = { nabla: 'backup', format: FORMAT, madeAt: now.toISOString(), migrations, secret };
    await say(head);
    const tables: Record<string, number> = {};
    for (const { table, columns } of await tablesOf(client)) {
      await say({ table, columns });
      const list = columns.map(quoted).join(', ');
      const rows = client.query(copyTo(`copy (select ${list} from ${quoted(table)}) to stdout`));
      let count = 0;
      for await (const part of rows) {
        count += linesIn(part as Buffer);
        if (!gzip.write(part)) await Promise.race([once(gzip, 'drain'), done]);
      }
      // the server's own count may come after the last row: then the stream has ended without it
      tables[table] = count;
      await say(END_OF_ROWS);
    }
    const jobs = await client.query<{ job: object }>(WAITING_JOBS);
    for (const { job } of jobs.rows) await say({ job });
    await say({ end: tables, jobs: jobs.rows.length });
    await client.query('commit');
    gzip.end();
    await done;
    return { tables, jobs: jobs.rows.length };
  } finally {
    gzip.destroy();
    await client.end();
  }
}

const LINE_END = 10;

/** Each row ends its line; what ends lines inside a value is written otherwise. */
function linesIn(part: Buffer): number {
  let count = 0;
  for (let at = part.indexOf(LINE_END); at >= 0; at = part.indexOf(LINE_END, at + 1)) count++;
  return count;
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null as there`,
  );
  if (there.rows[0]?.there !== true)
    throw new BackupProblem('There is no classroom in this database: nothing was written.');
  const { rows } = await client.query<{ migration_name: string }>(
    'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null order by migration_name',
  );
  return rows.map((row) => row.migration_name);
}

/**
 * What is tried and not handed in is kept by nobody: neither the rows nor their jobs go into the file. And by which
 * transactions boards have changed says nothing in another database.
 */
const KEPT_BY_NOBODY = ['tries', 'board_changes', 'activity_results'];

async function tablesOf(client: pg.Client): Promise<{ table: string; columns: string[] }[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select c.table_name as table, array_agg(c.column_name::text order by c.ordinal_position) as columns
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> all($1)
       and c.is_generated = 'NEVER'
     group by c.table_name order by c.table_name`,
    [['_prisma_migrations', ...KEPT_BY_NOBODY]],
  );
  return rows;
}
