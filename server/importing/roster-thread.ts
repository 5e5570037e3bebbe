/** The thread in which a list of people is read: it may be stopped at any moment. */
import { parentPort } from 'node:worker_threads';
import { FileRefused } from '../../domain/exchange/remark.ts';
import type { RosterField } from '../../domain/exchange/roster/columns.ts';
import { readRoster } from '../../domain/exchange/roster/read.ts';
import { failedBy, type Said } from '../threads/limited.ts';
import type { ReadRoster } from './roster.ts';

const say = (said: Said<ReadRoster>): void => parentPort?.postMessage(said);

parentPort?.on('message', async ({ bytes, columns }: { bytes: Uint8Array; columns?: RosterField[] }) => {
  try {
    say({ made: await readRoster(bytes, columns) });
  } catch (error) {
    say(error instanceof FileRefused ? { made: { refused: error.remark } } : failedBy(error));
  }
});
say({ ready: true });
