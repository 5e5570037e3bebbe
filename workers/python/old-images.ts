/**
 * Images that nothing needs any more: each upgrade of Node, Pyodide, NumPy or our own part leaves one of about 50 MB behind.
 *
 * A pool needs its image whenever it replaces a sandbox. So each set-up that chooses an image, and each pool every few
 * minutes, notes the time on it; an image that was noted lately is kept whatever else there is. One that goes is renamed
 * before it is deleted, so that nobody finds half of one: whoever looks afterwards finds none and makes it anew.
 */
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';

/** With and without NumPy, or before and after an upgrade. */
const KEPT = 2;
/** How often a pool notes that it uses an image. */
export const NOTE_EVERY_MS = 10 * 60_000;
const IN_USE_MS = 3 * NOTE_EVERY_MS;
const NAME = /^[0-9a-f]{16}$/;
const DOOMED = /^old-[0-9a-f]{16}-/;
/** An image that a set-up is making; the number is its process. Without a number it is of an earlier version of this project. */
const PART = /^part-(?:(\d+)-)?[^-]+$/;

/** How the folder begins in which this process makes an image. */
export const partPrefix = (): string => `part-${process.pid}-`;

/** Notes that an image is used now. */
export async function noteUse(image: string): Promise<void> {
  const now = new Date();
  // a cache that belongs to somebody else can be read, but not written to
  await utimes(path.join(image, 'image.json'), now, now).catch(() => undefined);
}

/** Deletes all images in a folder but the newest by use and those used lately; gives the names of the deleted. */
export async function deleteOldImages(folder: string, now = Date.now()): Promise<string[]> {
  const names = await readdir(folder);
  const images = await Promise.all(names.filter((name) => NAME.test(name)).map((name) => usedAt(folder, name)));
  const old = images
    .filter((image) => image !== null)
    .toSorted((one, other) => other.time - one.time)
    .slice(KEPT)
    .filter(({ time }) => now - time > IN_USE_MS)
    .map(({ name }) => name);
  const deleted: string[] = [];
  for (const name of old) {
    const doomed = path.join(folder, `old-${name}-${process.pid}`);
    const ours = await rename(path.join(folder, name), doomed).then(
      () => true,
      // another process was quicker, or may do what we may not
      () => false,
    );
    if (ours) deleted.push(name);
  }
  // also what a process that was killed has left half deleted
  const rests = (await readdir(folder)).filter((name) => DOOMED.test(name));
  await Promise.all(
    // another process deletes it as well; what stays is found the next time
    rests.map((name) => rm(path.join(folder, name), { recursive: true, force: true }).catch(() => undefined)),
  );
  return deleted;
}

/** Deletes what set-ups that were killed have left half made; a folder whose process lives is left alone. Gives the names of the deleted. */
export async function deleteLeftParts(folder: string, now = Date.now()): Promise<string[]> {
  // nothing was ever built there
  const names = await readdir(folder).catch(() => []);
  const deleted: string[] = [];
  for (const name of names) {
    const part = PART.exec(name);
    if (part === null) continue;
    const place = path.join(folder, name);
    const left = part[1] === undefined ? await isStale(place, now) : !lives(Number(part[1]));
    if (!left) continue;
    const gone = await rm(place, { recursive: true, force: true }).then(
      () => true,
      () => false,
    );
    if (gone) deleted.push(name);
  }
  return deleted;
}

/** Nobody has written to it for long: making an image takes seconds. */
async function isStale(place: string, now: number): Promise<boolean> {
  return stat(place).then(
    ({ mtimeMs }) => now - mtimeMs > IN_USE_MS,
    () => false,
  );
}

/** A process of another user lives, too, though it may not be asked. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Null: gone in the meantime, or no whole image. */
async function usedAt(folder: string, name: string): Promise<{ name: string; time: number } | null> {
  try {
    return { name, time: (await stat(path.join(folder, name, 'image.json'))).mtimeMs };
  } catch {
    return null;
  }
}
