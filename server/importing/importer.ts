/** Reads a file of questions in a thread of its own, with limits of time and memory; what was read last is kept for who takes it. */
import { createHash } from 'node:crypto';
import { deserialize } from 'node:v8';
import { LRUCache } from 'lru-cache';
import type { Encoding } from '../../domain/exchange/encodings.ts';
import { MOST } from '../../domain/exchange/limits.ts';
import type { CourseFile } from '../../domain/exchange/own/course-read.ts';
import type { Preview } from '../../domain/exchange/preview.ts';
import { type Remark, remark } from '../../domain/exchange/remark.ts';
import { inThread, type ThreadLimits, Turns } from '../threads/limited.ts';

const LIMITS: ThreadLimits = { computeMs: 8_000, clockMs: 60_000, memoryMb: 128 };

/** What a file is read as. */
export interface Job {
  what: 'questions' | 'course';
  bytes: Uint8Array;
  /** in which encoding it is where it is not UTF-8; left out: that is guessed */
  encoding?: Encoding | undefined;
}
/** What would be taken, or why nothing of the file can be. */
export type Read = { preview: Preview } | { refused: Remark };
/** As it comes out of the thread: the preview in the bytes of `node:v8`. */
export type ReadPacked = Uint8Array | { refused: Remark };
/** The same of a whole course. */
export type ReadCourse = { course: CourseFile } | { refused: Remark };

const turns = new Turns(8);

/**
 * What came of files, by what stands in them, as bytes: nobody changes what another one gets. Who has looked at a file takes it next,
 * and it says the same to anybody.
 */
const recent = new LRUCache<string, Uint8Array>({
  maxSize: 24 * 2 ** 20,
  maxEntrySize: 12 * 2 ** 20,
  sizeCalculation: ({ byteLength }) => byteLength,
  ttl: 15 * 60_000,
});

/** The same where several people may ask at once. @returns null: too many wait already */
export async function readInTurn(bytes: Uint8Array, encoding?: Encoding): Promise<Read | null> {
  const name = createHash('sha256')
    .update(`${encoding ?? ''}\n`)
    .update(bytes)
    .digest('base64url');
  const known = recent.get(name);
  if (known !== undefined) return previewIn(known);
  const made = await turns.take(() => packed(bytes, encoding));
  if (made === null || 'refused' in made) return made;
  recent.set(name, made);
  return previewIn(made);
}

/** A whole course, in the same turns. */
export const readCourseInTurn = (bytes: Uint8Array): Promise<ReadCourse | null> => turns.take(() => readCourse(bytes));

interface Reading extends Partial<ThreadLimits> {
  encoding?: Encoding | undefined;
}

/** Looks at a file of questions; nothing is written. @param how with tighter limits than the usual ones, or in which encoding */
export async function readQuestions(bytes: Uint8Array, { encoding, ...tighter }: Reading = {}): Promise<Read> {
  const made = await packed(bytes, encoding, tighter);
  return 'refused' in made ? made : previewIn(made);
}

const packed = (bytes: Uint8Array, encoding?: Encoding, tighter: Partial<ThreadLimits> = {}) =>
  read<ReadPacked>({ what: 'questions', bytes, encoding }, tighter);

/** As the thread has packed it. */
const previewIn = (made: Uint8Array): { preview: Preview } => ({ preview: deserialize(made) });

/** Looks at a whole course: its texts as they stand in the file, which nobody has compiled yet. */
export const readCourse = (bytes: Uint8Array, tighter: Partial<ThreadLimits> = {}): Promise<ReadCourse> =>
  read<ReadCourse>({ what: 'course', bytes }, tighter);

async function read<R>(job: Job, tighter: Partial<ThreadLimits>): Promise<R | { refused: Remark }> {
  const limits = { ...LIMITS, ...tighter };
  if (job.bytes.length > MOST.bytes) return { refused: remark('file.large', { most: MOST.bytes / 2 ** 20 }) };
  const done = await inThread<R>('server/importing/thread.ts', job, limits);
  if ('made' in done) return done.made;
  const { stopped } = done;
  const seconds = Math.round(limits.computeMs / 1000);
  return { refused: remark(`file.${stopped}`, stopped === 'time' ? { seconds } : {}) };
}
