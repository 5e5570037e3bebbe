/** The thread in which a file of a stranger is read: it may be stopped at any moment. */
import { parentPort } from 'node:worker_threads';
import { previewOf } from '../../domain/exchange/preview.ts';
import { FileRefused } from '../../domain/exchange/remark.ts';
import type { Said } from './importer.ts';

const say = (said: Said): void => parentPort?.postMessage(said);

parentPort?.on('message', async (bytes: Uint8Array) => {
  try {
    say({ preview: await previewOf(bytes) });
  } catch (error) {
    if (error instanceof FileRefused) say({ refused: error.remark });
    // what is nested too deeply ends the stack, wherever that happens to be
    else say({ failed: error instanceof RangeError ? 'nesting' : String((error as Error).stack) });
  }
});
say({ ready: true });
