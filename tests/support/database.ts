/** A database for one test file, copied from the migrated template. */
import pg from 'pg';
import { inject } from 'vitest';

let made = 0;

/**
 * @param from `template`: with tables, lessons and the demo class; `empty`: nothing at all; else the address of one that was made here,
 * to which nobody is connected: a copy of it with all that a test file has put there once
 */
export async function makeDatabase(from: string = 'template'): Promise<string> {
  const template = inject('template');
  const copied = { template: 'nabla', empty: 'template0' }[from] ?? from.split('/').at(-1);
  const name = `test_${process.pid}_${++made}`;
  const admin = new pg.Client({ connectionString: template.replace(/\/[^/]+$/, '/postgres') });
  await admin.connect();
  try {
    await admin.query(`create database "${name}" template "${copied}"`);
  } finally {
    await admin.end();
  }
  return template.replace(/\/[^/]+$/, `/${name}`);
}
