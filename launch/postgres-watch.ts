/**
 * Keeps the embedded PostgreSQL running: one that was killed (memory ran out, a crash) is started again where it was, and
 * server and workers find it again by themselves.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CleanUp } from './clean-up.ts';
import type { EmbeddedPostgres } from './postgres.ts';
import { sentenceOf } from './steps.ts';

const LOOK_EVERY_MS = 500;
/** One that dies this often within a minute is not started again. */
const DEATHS_A_MINUTE = 5;

/**
 * @param start starts it again, at the same port
 * @param onGivenUp it cannot be started again: everything has to stop
 */
export function keepRunning(
  first: EmbeddedPostgres,
  start: () => Promise<EmbeddedPostgres>,
  { cleanUp, onGivenUp }: { cleanUp: CleanUp; onGivenUp(sentence: string): void },
): void {
  let stopping = false;
  // what was started last is stopped first: this has to come before the stop of each one that is started
  const noteTheEnd = (): void => {
    cleanUp.add(() => {
      stopping = true;
    });
  };
  noteTheEnd();
  void (async () => {
    const deaths: number[] = [];
    for (let running = first; !stopping; await sleep(LOOK_EVERY_MS, undefined, { ref: false })) {
      if (running.isAlive() || stopping) continue;
      deaths.push(Date.now());
      if (deaths.filter((at) => at > Date.now() - 60_000).length > DEATHS_A_MINUTE)
        return onGivenUp('The embedded database keeps ending: make memory and disk free, and start again.');
      process.stderr.write('! the database ended; starting it again\n');
      try {
        running = await start();
        noteTheEnd();
        process.stderr.write('✓ the database is there again\n');
      } catch (error) {
        if (!stopping) onGivenUp(sentenceOf(error));
        return;
      }
    }
  })();
}
