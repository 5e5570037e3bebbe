/** A database for one test file, copied from the migrated template. */
import pg from 'pg';
import { inject } from 'vitest';

let made = 0;

/** @param from `template`: with tables, lessons and the demo class; `empty`: nothing at all */
export async function makeDatabase(from: 'template' | 'empty' = 'template'): Promise<string> {
  const template = inject('template');
  const name = `test_${process.pid}_${++made}`;
  const admin = new pg.Client({ connectionString: template.replace(/\/[^/]+$/, '/postgres') });
  await admin.connect();
  try {
    await admin.query(`create database "${name}" template ${from === 'template' ? '"nabla"' : 'template0'}`);
  } finally {
    await admin.end();
  }
  return template.replace(/\/[^/]+$/, `/${name}`);
}
