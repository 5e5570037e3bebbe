/** Ends the rooms that somebody forgot, as their host would have. */
import { pool } from '../../../db/client.ts';
import { selectIdleSessions } from '../../../db/live-idle.ts';
import { commandSession } from './commands.ts';

/**
 * Each by a step of its own, with its event and the news to whoever still looks. Where somebody does something at the same
 * moment, in whichever server, the room goes on: it is idle no more.
 * @returns how many were ended, and what failed on the others
 */
export async function endIdleSessions(now: () => number): Promise<{ ended: number; faults: unknown[] }> {
  const idle = await selectIdleSessions(pool());
  const faults: unknown[] = [];
  let ended = 0;
  for (const { id, version } of idle) {
    try {
      if ((await commandSession(id, { type: 'end' }, now, { only: version })).ok) ended += 1;
    } catch (error) {
      faults.push(error);
    }
  }
  return { ended, faults };
}
