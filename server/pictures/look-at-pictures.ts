/**
 * Looks at many pictures of a stranger's file before anything of it is taken: in a process of its own, one after the other, and with less
 * time and memory than one gets that is stored. What takes more is left to that moment.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { PictureRefusal } from '../../domain/pictures/limits.ts';
import { Turns } from '../threads/limited.ts';
import { beginReading } from './process.ts';
import { LENGTH_BYTES, type ReadingLimits, seen } from './words.ts';

/** For each; `clockMs` for all of them together. */
export const LOOKING: ReadingLimits = { residentMb: 300, computeMs: 2_000, clockMs: 6_000 };

/** What is wrong with a picture; null: it can be read; `unseen`: that took more than there is for it. */
export type Looked = PictureRefusal | 'unseen' | null;

/** One file at a time, since each may take as much memory as there is for it. */
const turns = new Turns(8);

/** @returns what is said of each, in their order; where many wait already, that nobody has looked */
export async function lookAtPictures(files: readonly Uint8Array[], limits = LOOKING): Promise<Looked[]> {
  if (files.length === 0) return [];
  return (await turns.take(() => lookAtAll(files, limits))) ?? files.map(() => 'unseen' as const);
}

async function lookAtAll(files: readonly Uint8Array[], limits: ReadingLimits): Promise<Looked[]> {
  const until = Date.now() + limits.clockMs;
  const told: Looked[] = [];
  while (told.length < files.length && Date.now() < until) {
    const some = await lookAtSome(files.slice(told.length), { ...limits, clockMs: until - Date.now() });
    told.push(...some);
    // what its process ended with is looked at by none
    if (told.length < files.length) told.push('unseen');
  }
  return [...told, ...files.slice(told.length).map(() => 'unseen' as const)];
}

/** As far as one process comes. */
async function lookAtSome(files: readonly Uint8Array[], limits: ReadingLimits): Promise<Looked[]> {
  const child = beginReading('look-child.ts', limits);
  const timer = setTimeout(() => child.kill('SIGKILL'), limits.clockMs);
  try {
    const closed = once(child, 'close');
    child.stderr.resume();
    for (const file of files) {
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(file.length);
      child.stdin.write(length);
      child.stdin.write(file);
    }
    child.stdin.end();
    const told: Looked[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      const read = seen.safeParse(JSON.parse(line));
      if (read.success) told.push(read.data.refused);
    }
    await closed;
    return told;
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}
