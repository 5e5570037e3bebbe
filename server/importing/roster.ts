/** Reads a list of people in a thread of its own, with limits of time and memory. */

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
  turns.take(async () => {
    const job = columns === undefined ? { bytes } : { bytes, columns };
    const done = await inThread<ReadRoster>('server/importing/roster-thread.ts', job, LIMITS);
    if ('made' in done) return done.made;
    const seconds = Math.round(LIMITS.computeMs / 1000);
    return { refused: remark(`file.${done.stopped}`, done.stopped === 'time' ? { seconds } : {}) };
  });
