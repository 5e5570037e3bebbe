/** Measures how questions went in rooms that are over, once each, and anew where a key was put right there. */
import type pg from 'pg';
import { selectRefs } from '../../db/activity-given.ts';
import { selectUnmeasuredRooms, storeMeasures } from '../../db/bank-measures.ts';
import { database } from '../../db/client.ts';
import { measuresOf, shownIn } from '../../domain/live/measured.ts';
import { earnedIn } from '../../domain/live/report/earned.ts';
import { selectOptionalPlayedRoom } from './played-room.ts';

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
  const played = await selectOptionalPlayedRoom(pool, id);
  if (played === undefined) return false;
  const { room, lessonVersionId } = played;
  const measures = measuresOf(room, late);
  if (measures === null) return false;
  const refs = await selectRefs(database(), lessonVersionId);
  const known = measures.flatMap(({ name, ...one }) => {
    const questionId = refs.get(name);
    return questionId === undefined ? [] : [{ ...one, questionId }];
  });
  const earned = earnedIn(room).flatMap(({ name, ...one }) => {
    const questionId = refs.get(name);
    return questionId === undefined ? [] : [{ ...one, questionId }];
  });
  await storeMeasures(pool, { id, version: room.version }, known, shownIn(room), earned);
  return true;
}
