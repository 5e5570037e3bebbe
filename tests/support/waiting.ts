/** Waits in tests for what a worker does in its own time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { GUARD_MS } from './guard.ts';

/** Asks until something is there. */
export async function untilThere<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
  for (const deadline = Date.now() + GUARD_MS; Date.now() < deadline; await sleep(25)) {
    const found = await ask();
    if (found !== undefined) return found;
  }
  throw new Error(`waited in vain for ${what}`);
}
