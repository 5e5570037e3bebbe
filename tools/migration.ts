/**
 * `npm run migration -- create <name>`: writes the SQL from the schema as last migrated (prisma/migrated.prisma) to the
 * schema as it is now. Read it, and add by hand what Prisma cannot express, before committing.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NO_FILTERS, openSchemaEngine } from '../db/insides/schema-engine.ts';
import { startPostgres } from '../launch/postgres.ts';

const PRISMA = path.resolve(import.meta.dirname, '../prisma');
const SCHEMA = path.join(PRISMA, 'schema.prisma');
const MIGRATED = path.join(PRISMA, 'migrated.prisma');

const [command, name] = process.argv.slice(2);
if (command !== 'create' || name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: npm run migration -- create <name>   (lower case letters, digits and _)');
  process.exit(2);
}
const schema = readFileSync(SCHEMA, 'utf8');
// the engine wants a server to talk to, though comparing two schemas touches nothing on it
const postgres = await startPostgres({ dataFolder: path.resolve('.nabla/tool-database'), port: 54_331 });
const { engine, close } = await openSchemaEngine(postgres.url, SCHEMA);
const difference = await engine.diff({
  from: existsSync(MIGRATED)
    ? { tag: 'schemaDatamodel', files: [{ path: MIGRATED, content: readFileSync(MIGRATED, 'utf8') }] }
    : { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content: schema }] },
  script: true,
  exitCode: true,
  filters: NO_FILTERS,
});
if (difference.exitCode !== 2) {
  console.log('The schema has not changed since the last migration.');
} else {
  const folder = path.join(PRISMA, 'migrations', `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'migration.sql'), difference.stdout ?? '');
  writeFileSync(path.join(PRISMA, 'migrations', 'migration_lock.toml'), 'provider = "postgresql"\n');
  writeFileSync(MIGRATED, schema);
  console.log(`Written: ${path.relative(process.cwd(), folder)}/migration.sql`);
}
await close();
await postgres.stop();
process.exit(0);
