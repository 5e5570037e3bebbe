/**
 * Writes the whole classroom into one file, while it is used or while it stands still: everything stored, and the secret
 * that keeps sign-ins valid. Of DATABASE_URL, else of the embedded database of this folder.
 *
 *     npm run backup -- <file>      a new file, readable for you alone
 *     node tools/backup.ts -        to standard output (containers)
 */
import {
  closeSync,
  constants,
  createWriteStream,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { BackupProblem } from '../db/backup/format.ts';
import { type Written, writeBackup } from '../db/backup/write.ts';
import { Refusal } from '../launch/refusal.ts';
import { ROOT } from '../launch/state-folder.ts';
import { sentenceOf } from '../launch/steps.ts';
import { outsideDatabase, withEmbedded } from './backup/place.ts';

const USAGE = 'npm run backup -- <file>';

function secret(): string | null {
  const given = process.env.NABLA_SECRET;
  if (given !== undefined && given !== '') return given;
  const file = path.join(path.resolve(process.env.NABLA_STATE ?? path.join(ROOT, '.nabla')), 'secret');
  return outsideDatabase() === undefined && existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

function write(out: Writable): Promise<Written> {
  const outside = outsideDatabase();
  const work = (url: string): Promise<Written> => writeBackup(url, out, secret());
  return outside === undefined ? withEmbedded(work) : work(outside);
}

async function writeFile(file: string): Promise<Written> {
  if (existsSync(file)) throw new Refusal(`${file} is there already: name a new file.`);
  const part = `${file}.part`;
  let descriptor: number;
  try {
    descriptor = openSync(part, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  } catch (error) {
    const there = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new Refusal(
      there
        ? `${part} is there: of a backup that was cut off, or one that runs. Delete it first.`
        : `${file} cannot be written: name a file in a folder of yours.`,
    );
  }
  try {
    const written = await write(createWriteStream(part, { fd: descriptor, autoClose: false }));
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(part, file);
    return written;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

try {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) throw new Refusal(`Usage: ${USAGE}`);
  const { tables, jobs } = file === '-' ? await write(process.stdout) : await writeFile(path.resolve(file));
  const count = (table: string): string => (tables[table] ?? 0).toLocaleString('en');
  process.stderr.write(
    `✓ ${file === '-' ? 'written' : file}: ${count('users')} people, ${count('classes')} classes, ${count('submissions')} submissions, ${count('live_sessions')} live quizzes, ${jobs} waiting to be graded\n`,
  );
  if (secret() === null)
    process.stderr.write('  NABLA_SECRET is not in it: keep it beside the file, or everybody signs in again.\n');
  process.exit(0);
} catch (error) {
  process.stderr.write(`✗ ${error instanceof BackupProblem ? error.message : sentenceOf(error)}\n`);
  process.exit(1);
}
