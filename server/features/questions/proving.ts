/**
 * Checks what is to be published, and runs its code: `domain/lesson/check/` says what is asked. Right answers are looked at in the
 * compiler's thread, code is run by the pool. Where no pool answers in time nothing is known of it, and its author is told so:
 * publishing waits for no class.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { database } from '../../../db/client.ts';
import { isPoolThere } from '../../../db/queue.ts';
import { deleteTry, insertTry, takeTry } from '../../../db/tries.ts';
import type { Looking } from '../../../domain/lesson/check/check-lesson.ts';
import type { Run } from '../../../domain/lesson/check/code.ts';
import { wrongOf } from '../../compiling/variants.ts';
import { newSeed } from '../practice/seed.ts';

/** So long whoever publishes waits at most. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 100;

/** Who looks at what is published from now on. */
export async function looking(): Promise<Looking> {
  const run = (await isPoolThere(database())) ? runsUntil(performance.now() + PATIENCE_MS) : null;
  return { answers: wrongOf, run };
}

function runsUntil(until: number): Run {
  return async ({ question, answer }) => {
    const asker = { proof: randomUUID() };
    const payload = { question, answer, seed: newSeed(), mode: 'submit' as const };
    const id = await database().$transaction((tx) => insertTry(tx, asker, payload, true));
    while (performance.now() < until) {
      const taken = await takeTry(database(), id, asker);
      if (taken === 'gone') return null;
      if (taken !== 'waiting') return taken;
      await sleep(LOOK_MS);
    }
    await deleteTry(database(), id);
    return null;
  };
}
