/**
 * Prisma's own schema engine as WebAssembly, talking to PostgreSQL through the driver adapter.
 * The native engine is a download; this one comes with the packages and writes the same `_prisma_migrations`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

export const NO_FILTERS = { externalTables: [], externalEnums: [] };

export interface OpenEngine {
  engine: SchemaEngine;
  close(): Promise<void>;
}

let started = false;

/** The engine for one database, and what closes it (its connection holds a lock as long as it lives). */
export async function openSchemaEngine(databaseUrl: string, schemaFile: string): Promise<OpenEngine> {
  if (!started) {
    const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
    const module = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')));
    const instance = new WebAssembly.Instance(module, {
      './schema_engine_bg.js': Object.fromEntries(
        Object.entries(bindings).filter((entry): entry is [string, () => unknown] => typeof entry[1] === 'function'),
      ),
    });
    bindings.__wbg_set_wasm(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start === 'function') start();
    started = true;
  }
  const pool = new pg.Pool({ connectionString: databaseUrl });
  pool.on('error', () => undefined);
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [[schemaFile, readFileSync(schemaFile, 'utf8')]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool)),
  );
  return {
    engine,
    async close() {
      engine.free();
      await pool.end();
    },
  };
}

/** The migrations in a folder, as the engine wants them; `upTo` leaves out the later ones (tests of upgrades). */
export function readMigrations(folder: string, upTo?: number): MigrationList {
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
        .slice(0, upTo)
    : [];
  const lock = path.join(folder, 'migration_lock.toml');
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}
