/** Reads a list of people, or of people with points, in a thread of its own, with limits of time and memory. */

import type { GradeFile } from '../../domain/exchange/grades/read.ts';
import { type Remark, remark } from '../../domain/exchange/remark.ts';
import type { RosterField } from '../../domain/exchange/roster/columns.ts';
import type { RosterRead } from '../../domain/exchange/roster/read.ts';
import { inThread, type ThreadLimits, Turns } from '../threads/limited.ts';

const LIMITS: ThreadLimits = { computeMs: 8_000, clockMs: 60_000, memoryMb: 128 };

/** Who stands in the list, or why nothing of it can be read. */
export type ReadRoster = RosterRead | { refused: Remark };

const turns = new Turns(8);

/** @returns null: too many wait already. @param columns what they are taken for, where somebody says so */
export const readRosterInTurn = (bytes: Uint8Array, columns?: readonly RosterField[]): Promise<ReadRoster | null> =>
  inTurn({ what: 'people', bytes, ...(columns === undefined ? {} : { columns }) });

/** The same of a list with points. */
export const readGradesInTurn = (bytes: Uint8Array): Promise<GradeFile | { refused: Remark } | null> =>
  inTurn({ what: 'points', bytes });

/** What the thread is asked. */
export interface ListJob {
  what: 'people' | 'points';
  bytes: Uint8Array;
  columns?: readonly RosterField[];
}

const inTurn = <T>(job: ListJob): Promise<T | { refused: Remark } | null> =>
  turns.take(async () => {
    const done = await inThread<T | { refused: Remark }>('server/importing/roster-thread.ts', job, LIMITS);
    if ('made' in done) return done.made;
    const seconds = Math.round(LIMITS.computeMs / 1000);
    return { refused: remark(`file.${done.stopped}`, done.stopped === 'time' ? { seconds } : {}) };
  });
