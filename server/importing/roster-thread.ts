/** The thread in which a list of people is read: it may be stopped at any moment. */
import { parentPort } from 'node:worker_threads';
import { type GradeFile, readGradeFile } from '../../domain/exchange/grades/read.ts';
import { FileRefused } from '../../domain/exchange/remark.ts';
import { readRoster } from '../../domain/exchange/roster/read.ts';
import { failedBy, type Said } from '../threads/limited.ts';
import type { ListJob, ReadRoster } from './roster.ts';

const say = (said: Said<ReadRoster | GradeFile>): void => parentPort?.postMessage(said);

parentPort?.on('message', async ({ what, bytes, columns }: ListJob) => {
  try {
    say({ made: what === 'points' ? await readGradeFile(bytes) : await readRoster(bytes, columns) });
  } catch (error) {
    say(error instanceof FileRefused ? { made: { refused: error.remark } } : failedBy(error));
  }
});
say({ ready: true });
