/**
 * Restores a file that `npm run backup` wrote, of this version or an older one: into DATABASE_URL, else into the embedded
 * database of this folder. Only where nobody is yet; all of it or nothing.
 *
 *     npm run restore -- <file>            then start the classroom as usual
 *     npm run restore -- --secret <file>   prints the secret that is in it, for NABLA_SECRET
 */
import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { BackupProblem } from '../db/backup/format.ts';
import { type Restored, readBackupHeader, restoreBackup } from '../db/backup/read.ts';
import { Refusal } from '../launch/refusal.ts';
import { sentenceOf } from '../launch/steps.ts';
import { outsideDatabase, withStarted } from './backup/place.ts';

const USAGE = 'npm run restore -- [--secret] <file>';

function open(file: string): Readable {
  if (file === '-') return process.stdin;
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`);
  return createReadStream(file);
}

async function restore(file: string): Promise<Restored> {
  const outside = outsideDatabase();
  if (outside !== undefined) return restoreBackup(outside, open(file));
  return withStarted(async (url, state) => {
    const restored = await restoreBackup(url, open(file));
    const { secret } = restored.header;
    if (secret !== null) writeFileSync(path.join(state.path, 'secret'), secret, { mode: 0o600 });
    return restored;
  });
}

try {
  const args = process.argv.slice(2);
  const printSecret = args[0] === '--secret';
  const [file, ...more] = printSecret ? args.slice(1) : args;
  if (file === undefined || more.length > 0) throw new Refusal(`Usage: ${USAGE}`);
  if (printSecret) {
    const { secret } = await readBackupHeader(open(file));
    if (secret === null) throw new Refusal('There is no secret in this backup.');
    process.stdout.write(`${secret}\n`);
    process.exit(0);
  }
  const { header, tables, jobs, upgraded } = await restore(file);
  const count = (table: string): string => (tables[table] ?? 0).toLocaleString('en');
  process.stdout.write(
    `✓ restored as of ${header.madeAt}: ${count('users')} people, ${count('classes')} classes, ${count('submissions')} submissions, ${count('live_sessions')} live quizzes, ${jobs} waiting to be graded\n`,
  );
  if (upgraded.length > 0) process.stdout.write(`✓ ${upgraded.length} migrations applied\n`);
  if (outsideDatabase() !== undefined)
    process.stdout.write(
      header.secret === null
        ? '  The secret is not in it: start with the NABLA_SECRET of before, or everybody signs in again.\n'
        : `  Start with the NABLA_SECRET of before, or everybody signs in again: npm run restore -- --secret ${file}\n`,
    );
  // Prisma's engine leaves its lock's timer of ten seconds behind: nothing is worth waiting for
  process.exit(0);
} catch (error) {
  process.stderr.write(`✗ ${error instanceof BackupProblem ? error.message : sentenceOf(error)}\n`);
  process.exit(1);
}
