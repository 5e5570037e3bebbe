/** The one ignored folder: database, caches, builds, logs, the secret. And who is running in it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.ts';

export const ROOT = path.resolve(import.meta.dirname, '..');

export interface StateFolder {
  path: string;
  database: string;
  logs: string;
  /** kept across restarts, so that sign-ins stay valid */
  secret: string;
}

/** @throws Refusal when the folder cannot be written or somebody else runs in it */
export function openStateFolder(folder = process.env.NABLA_STATE ?? path.join(ROOT, '.nabla')): StateFolder {
  const state = path.resolve(folder);
  try {
    mkdirSync(path.join(state, 'logs'), { recursive: true });
    takeLock(path.join(state, 'running'));
    return {
      path: state,
      database: path.join(state, 'database'),
      logs: path.join(state, 'logs'),
      secret: readSecret(path.join(state, 'secret')),
    };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST')
      throw new Refusal(`Nabla is just being started in ${state}: use that one, or stop it first.`);
    if (code === 'ENOSPC') throw new Refusal('The disk is full: make room and start again.');
    throw new Refusal(`The folder ${state} cannot be written: make it writable, or set NABLA_STATE to another folder.`);
  }
}

export function closeStateFolder(state: StateFolder): void {
  rmSync(path.join(state.path, 'running'), { force: true });
}

/** The process that runs in that folder, if one does. */
export function runningIn(folder: string): number | undefined {
  const file = path.join(folder, 'running');
  if (!existsSync(file)) return undefined;
  const [pid = '', started = ''] = readFileSync(file, 'utf8').split(' ');
  return started !== '' && startOf(Number(pid)) === started ? Number(pid) : undefined;
}

function takeLock(file: string): void {
  const pid = runningIn(path.dirname(file));
  if (pid !== undefined && pid !== process.pid)
    throw new Refusal(`Nabla runs already in ${path.dirname(file)} (process ${pid}): use that one, or stop it first.`);
  rmSync(file, { force: true }); // of a launcher that was killed
  // whoever starts in the same moment finds the file there, and is refused
  writeFileSync(file, `${process.pid} ${startOf(process.pid) ?? 'unknown'}`, { flag: 'wx' });
}

/** When a process began, in clock ticks since boot: tells it from a later one with the same number. */
function startOf(pid: number): string | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    // it is gone, or there is no /proc here
    return undefined;
  }
}

function readSecret(file: string): string {
  if (!existsSync(file))
    writeFileSync(file, Buffer.from(crypto.getRandomValues(new Uint8Array(36))).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
