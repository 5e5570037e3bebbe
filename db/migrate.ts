/** Brings a database up to date: the queue's own tables first, then Prisma's committed migrations. */

import path from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import { z } from 'zod';
import type { Queryable } from './client.ts';
import { NO_FILTERS, openSchemaEngine, readMigrations } from './insides/schema-engine.ts';
import { rowsOf } from './rows.ts';

const PRISMA = path.resolve(import.meta.dirname, '../prisma');

/** The names of all migrations, in order. */
export function migrationNames(): string[] {
  return readMigrations(path.join(PRISMA, 'migrations')).migrationDirectories.map((directory) => directory.path);
}

/** Applies what is missing; `upTo` stops after that many migrations (tests of upgrades). Returns the names applied. */
export async function migrate(databaseUrl: string, upTo?: number): Promise<string[]> {
  await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => undefined) });
  const { engine, close } = await openSchemaEngine(databaseUrl, path.join(PRISMA, 'schema.prisma'));
  try {
    const migrationsList = readMigrations(path.join(PRISMA, 'migrations'), upTo);
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return appliedMigrationNames;
  } finally {
    await close();
  }
}

/** Migrations that a later version of Nabla has applied to the connected database. */
export async function laterMigrations(db: Queryable): Promise<string[]> {
  const known = new Set(migrationNames());
  const rows = await rowsOf(
    z.strictObject({ name: z.string() }),
    db.$queryRaw`
    select migration_name as name from _prisma_migrations where finished_at is not null order by migration_name`,
  );
  return rows.map(({ name }) => name).filter((name) => !known.has(name));
}
