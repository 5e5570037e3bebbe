/** A room as it was played, whole: its questions with the values that were drawn for it, its players, its answers. */
import type pg from 'pg';
import { database } from '../../db/client.ts';
import { selectOptionalRoom } from '../../db/live-room.ts';
import { selectPlayed } from '../../db/variants.ts';
import { noteAsked } from '../../domain/live/own.ts';
import type { Room } from '../../domain/live/room.ts';

/** Undefined: it is not there any more. */
export async function selectOptionalPlayedRoom(
  pool: pg.Pool,
  id: string,
): Promise<{ room: Room; lessonVersionId: string } | undefined> {
  const stored = await selectOptionalRoom(pool, id, 0);
  if (stored === undefined) return undefined;
  const { session, players, answers } = stored;
  const { code, lessonTitle: lesson, lessonVersionId, state, version } = session;
  const { questions, own } = await selectPlayed(database(), lessonVersionId, state.plan);
  noteAsked({ state, own }, answers);
  return { room: { id, code, lesson, state, version, questions, own, players, answers }, lessonVersionId };
}
