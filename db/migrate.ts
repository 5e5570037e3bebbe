/** Brings a database up to date: the queue's own tables first, then Prisma's committed migrations. */
import path from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import { NO_FILTERS, openSchemaEngine, readMigrations } from './schema-engine.ts';

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
