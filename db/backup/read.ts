/** Restores a backup into a database in which nobody is yet: all of it in one transaction, or nothing. */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import * as copy from 'pg-copy-streams';
import { migrate, migrationNames } from '../migrate.ts';
import {
  BackupProblem,
  END_OF_ROWS,
  endLine,
  FORMAT,
  type Header,
  header,
  jobLine,
  quoted,
  tableLine,
} from './format.ts';
import { linesOf } from './lines.ts';

export interface Restored {
  header: Header;
  tables: Record<string, number>;
  jobs: number;
  /** migrations that were applied to what had been restored */
  upgraded: string[];
}

/**
 * Makes the tables as they were, fills them, and then brings them up to date.
 * @throws BackupProblem with one sentence: no backup, cut off, of a newer version, or the database is in use
 */
export async function restoreBackup(databaseUrl: string, file: Readable): Promise<Restored> {
  const lines = linesOf(unpacked(file));
  const head = readHeader(await nextLine(lines));
  await makeTables(databaseUrl, head.migrations.length);
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  let filled: Pick<Restored, 'tables' | 'jobs'>;
  try {
    await client.query('begin');
    filled = await fill(client, lines);
    await client.query('commit');
  } catch (error) {
    // the fault that led here is told, not what became of its connection
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
  return { header: head, ...filled, upgraded: await migrate(databaseUrl) };
}

/** What a file says of itself, without restoring anything. @throws BackupProblem where it is no backup of ours */
export async function readBackupHeader(file: Readable): Promise<Header> {
  return readHeader(await nextLine(linesOf(unpacked(file))));
}

function unpacked(file: Readable): Readable {
  const gunzip = createGunzip();
  file.once('error', (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

type Lines = AsyncGenerator<Buffer, void, void>;

async function nextLine(lines: Lines): Promise<Buffer> {
  try {
    const { value, done } = await lines.next();
    if (done !== true) return value;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'Z_BUF_ERROR') throw new BackupProblem('The file is cut off: copy it again. Nothing was restored.');
    if (code.startsWith('Z_'))
      throw new BackupProblem('The file is no backup of Nabla, or it is damaged. Nothing was restored.');
    throw error;
  }
  throw new BackupProblem('The file is cut off: copy it again. Nothing was restored.');
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}

function readHeader(line: Buffer): Header {
  const read = header.safeParse(parsed(line));
  if (!read.success) throw new BackupProblem('The file is no backup of Nabla. Nothing was restored.');
  const ours = migrationNames();
  const { format, migrations } = read.data;
  const known = format <= FORMAT && migrations.every((name, index) => ours[index] === name);
  if (!known)
    throw new BackupProblem(
      'The backup was made by a newer version of Nabla: install that one, then restore it. Nothing was restored.',
    );
  return read.data;
}

/** Tables as they were when the backup was made. What stands there is only replaced while nobody uses it. */
async function makeTables(databaseUrl: string, migrations: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.users') is not null as there`);
    if (rows[0]?.there === true) {
      const people = await client.query('select 1 from users limit 1');
      if (people.rowCount !== 0)
        throw new BackupProblem(
          'There are people in this database already, and a backup never overwrites them: restore into an empty one.',
        );
      await client.query(
        'begin; drop schema public cascade; create schema public; drop schema if exists graphile_worker cascade; commit',
      );
    }
  } finally {
    await client.end();
  }
  await migrate(databaseUrl, migrations);
}

async function fill(client: pg.Client, lines: Lines): Promise<Pick<Restored, 'tables' | 'jobs'>> {
  const guarded = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'f' and not condeferrable and connamespace = 'public'::regnamespace`,
  );
  const owned = await client.query<{ table: string }>(
    `select distinct tgrelid::regclass::text as table from pg_trigger where not tgisinternal`,
  );
  // tables come in the order of their names: their references are looked at when all are there
  for (const { table, name } of guarded.rows)
    await client.query(`alter table ${table} alter constraint ${quoted(name)} deferrable initially deferred`);
  for (const { table } of owned.rows) await client.query(`alter table ${table} disable trigger user`);
  // whatever a migration itself wrote is in the backup too
  const tables: Record<string, number> = {};
  let jobs = 0;
  for (;;) {
    const line = parsed(await nextLine(lines));
    const end = endLine.safeParse(line);
    if (end.success) {
      const same = Object.entries(end.data.end).every(([table, rows]) => tables[table] === rows);
      if (!same || end.data.jobs !== jobs)
        throw new BackupProblem('The file is damaged: rows are missing. Nothing was restored.');
      break;
    }
    const table = tableLine.safeParse(line);
    const job = jobLine.safeParse(line);
    if (table.success) tables[table.data.table] = await fillTable(client, table.data, lines);
    else if (job.success) {
      await addJob(client, job.data.job);
      jobs++;
    } else throw new BackupProblem('The file is damaged. Nothing was restored.');
  }
  await client.query('set constraints all immediate');
  for (const { table, name } of guarded.rows)
    await client.query(`alter table ${table} alter constraint ${quoted(name)} not deferrable`);
  for (const { table } of owned.rows) await client.query(`alter table ${table} enable trigger user`);
  await setSequences(client);
  return { tables, jobs };
}

async function fillTable(
  client: pg.Client,
  { table, columns }: { table: string; columns: string[] },
  lines: Lines,
): Promise<number> {
  await client.query(`delete from ${quoted(table)}`);
  const into = client.query(copy.from(`copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`));
  const done = finished(into);
  // it is waited for below, where its fault is heard
  done.catch(() => undefined);
  try {
    for (let line = await nextLine(lines); !line.equals(END); line = await nextLine(lines))
      await write(into, line, done);
  } catch (error) {
    // the server waits for rows until it is told that none will come
    into.destroy(error instanceof Error ? error : new Error(String(error)));
    // it fails by what is thrown next
    await done.catch(() => undefined);
    throw error;
  }
  into.end();
  await done;
  return into.rowCount;
}
const END = Buffer.from(END_OF_ROWS);
const NEWLINE = Buffer.from('\n');

async function write(into: Writable, line: Buffer, done: Promise<void>): Promise<void> {
  if (!into.write(Buffer.concat([line, NEWLINE]))) await Promise.race([once(into, 'drain'), done]);
}

async function addJob(client: pg.Client, job: ReturnType<typeof jobLine.parse>['job']): Promise<void> {
  await client.query(
    `select graphile_worker.add_job($1, $2::json, run_at := $3::timestamptz, max_attempts := $4::int,
       priority := $5::int, flags := $6::text[])`,
    [job.task, JSON.stringify(job.payload), job.runAt, job.maxAttempts, job.priority, job.flags],
  );
}

/** Numbers go on after the highest that is there. */
async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select table_name as table, column_name as column,
       pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
     from information_schema.columns
     where table_schema = 'public' and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null`,
  );
  for (const { table, column, sequence } of rows)
    await client.query(
      `select setval($1, coalesce((select max(${quoted(column)}) from ${quoted(table)}), 0) + 1, false)`,
      [sequence],
    );
}
