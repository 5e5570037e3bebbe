/** The list of what a person's record consists of, compared with the database as it is migrated. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, disconnect, pool } from '../../db/client.ts';
import { NOBODYS, PERSON_RECORD } from '../../db/person-record.ts';
import { makeDatabase } from '../support/database.ts';

beforeAll(async () => connect(await makeDatabase(), { connections: 2 }));
afterAll(disconnect);

/** How the database was made. */
const MACHINE = /^_prisma_migrations$/;

it('names every table: as part of somebody’s record, or why it is nobody’s', async () => {
  const { rows } = await pool().query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  const known = new Set([...Object.keys(PERSON_RECORD), ...Object.keys(NOBODYS)]);
  expect(rows.map(({ name }) => name).filter((name) => !known.has(name) && !MACHINE.test(name))).toEqual([]);
  const there = new Set(rows.map(({ name }) => name));
  expect([...known].filter((name) => !there.has(name))).toEqual([]);
});

it('names every column that points to an account, and only columns that are there', async () => {
  const { rows } = await pool().query<{ of: string }>(
    `select c.relname || '.' || a.attname as of from pg_constraint k
     join pg_class c on c.oid = k.conrelid
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
     where k.contype = 'f' and k.confrelid = 'users'::regclass order by 1`,
  );
  const listed = Object.entries(PERSON_RECORD).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  );
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.map(({ of }) => of).filter((of) => !listed.includes(of))).toEqual([]);
  const { rows: all } = await pool().query<{ of: string }>(
    "select table_name || '.' || column_name as of from information_schema.columns where table_schema = 'public'",
  );
  const there = new Set(all.map(({ of }) => of));
  expect(listed.filter((of) => !there.has(of))).toEqual([]);
});
