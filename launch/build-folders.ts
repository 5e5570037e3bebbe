/**
 * The folders of builds: one process makes a build while others that want the same one wait; old builds are forgotten,
 * those that somebody still serves are not.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How many builds are kept beside those in use. */
const KEPT = 2;

const complete = (folder: string): boolean => existsSync(path.join(folder, '.complete'));
const lockOf = (folder: string): string => `${folder}.lock`;

/** Makes `folder` by `make`, unless it is complete; waits for another process that is making it. */
export async function makeOnce(folder: string, make: () => Promise<void>): Promise<void> {
  mkdirSync(path.dirname(folder), { recursive: true });
  for (;;) {
    if (complete(folder)) {
      utimesSync(folder, new Date(), new Date());
      return use(folder);
    }
    if (takeLock(lockOf(folder))) break;
    await sleep(100);
  }
  try {
    rmSync(folder, { recursive: true, force: true });
    await make();
    writeFileSync(path.join(folder, '.complete'), '');
    use(folder);
    forgetOld(path.dirname(folder));
  } finally {
    rmSync(lockOf(folder), { force: true });
  }
}

/** Takes the lock, also from a process that is gone. */
function takeLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    // somebody else has it
    const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    // an empty lock is one that is just being written
    if (holder > 0 && !alive(holder)) rmSync(file, { force: true });
    return false;
  }
}

/** Notes that this process serves the build. */
function use(folder: string): void {
  writeFileSync(path.join(folder, `.used-by-${process.pid}`), '');
}

function inUse(folder: string): boolean {
  return readdirSync(folder).some(
    (name) => name.startsWith('.used-by-') && alive(Number(name.slice('.used-by-'.length))),
  );
}

function forgetOld(parent: string): void {
  const builds = readdirSync(parent)
    .filter((name) => !name.endsWith('.lock') && !existsSync(lockOf(path.join(parent, name))))
    .map((name) => path.join(parent, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of builds.slice(KEPT)) if (!inUse(old)) rmSync(old, { recursive: true, force: true });
}

function alive(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}
