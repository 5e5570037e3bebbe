/** Measures how questions went in rooms that are over, once each, and anew where a key was put right there. */
import type pg from 'pg';
import { selectRefs } from '../../db/activities.ts';
import { selectUnmeasuredRooms, storeMeasures } from '../../db/bank-measures.ts';
import { database } from '../../db/client.ts';
import { selectOptionalRoom } from '../../db/live-room.ts';
import { selectPlayed } from '../../db/variants.ts';
import { measuresOf } from '../../domain/live/measured.ts';
import { noteAsked } from '../../domain/live/own.ts';

/** @returns how many; those whose verdicts are waited for come again */
export async function measureRooms(pool: pg.Pool): Promise<number> {
  let measured = 0;
  let after: string | null = null;
  for (;;) {
    const rooms = await selectUnmeasuredRooms(pool, after);
    if (rooms.length === 0) return measured;
    for (const { id, late } of rooms) if (await measureRoom(pool, id, late)) measured += 1;
    after = rooms.at(-1)?.id ?? null;
  }
}

async function measureRoom(pool: pg.Pool, id: string, late: boolean): Promise<boolean> {
  const stored = await selectOptionalRoom(pool, id, 0);
  if (stored === undefined) return false;
  const { session, players, answers } = stored;
  const { code, lessonTitle: lesson, lessonVersionId, state, version } = session;
  const { questions, own } = await selectPlayed(database(), lessonVersionId, state.plan);
  noteAsked({ state, own }, answers);
  const measures = measuresOf({ id, code, lesson, state, version, questions, own, players, answers }, late);
  if (measures === null) return false;
  const refs = await selectRefs(database(), lessonVersionId);
  const known = measures.flatMap(({ name, ...one }) => {
    const questionId = refs.get(name);
    return questionId === undefined ? [] : [{ ...one, questionId }];
  });
  await storeMeasures(pool, { id, version }, known);
  return true;
}
