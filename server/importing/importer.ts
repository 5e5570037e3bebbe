/** Reads a file of questions in a thread of its own, with limits of time and memory. */
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
/** The same of a whole course. */
export type ReadCourse = { course: CourseFile } | { refused: Remark };

const turns = new Turns(8);

/** The same where several people may ask at once. @returns null: too many wait already */
export const readInTurn = (bytes: Uint8Array, encoding?: Encoding): Promise<Read | null> =>
  turns.take(() => readQuestions(bytes, { encoding }));

/** A whole course, in the same turns. */
export const readCourseInTurn = (bytes: Uint8Array): Promise<ReadCourse | null> => turns.take(() => readCourse(bytes));

interface Reading extends Partial<ThreadLimits> {
  encoding?: Encoding | undefined;
}

/** Looks at a file of questions; nothing is written. @param how with tighter limits than the usual ones, or in which encoding */
export const readQuestions = (bytes: Uint8Array, { encoding, ...tighter }: Reading = {}): Promise<Read> =>
  read<Read>({ what: 'questions', bytes, encoding }, tighter);

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
