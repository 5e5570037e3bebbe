/** Waits for a database that is not there yet, or not any more: one sentence when it is missed, one when it is there. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Reached, reach, reachSentences } from './reach.ts';

const TRY_EVERY_MS = 1000;

/** @param say is told what is waited for, once for each reason, and when the waiting is over */
export async function waitForDatabase(url: string, say: (sentence: string) => void): Promise<void> {
  let said: Reached = 'ok';
  for (;;) {
    const reached = await reach(url);
    if (reached === 'ok') {
      if (said !== 'ok') say('The database is there.');
      return;
    }
    if (reached !== said) say(`${reachSentences[reached]} Waiting for it …`);
    said = reached;
    await sleep(TRY_EVERY_MS);
  }
}

/**
 * For a process that had its database and goes on without it.
 * @returns told of each connection that was lost or not made; of many, one sentence is said, and one when the database
 * is there
 */
export function sayWhileMissing(url: string, say: (sentence: string) => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    void waitForDatabase(url, say).finally(() => {
      waiting = false;
    });
  };
}
