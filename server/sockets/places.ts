/** Where those who learn are: said by their pages, and taken back when the connection goes. */
import { pool } from '../../db/client.ts';
import { leavePresence, upsertPresences } from '../../db/presences.ts';
import type { LiveSocket } from '../live/connections.ts';
import type { Asked } from './context.ts';

/** Notes where people are; the reply is given once it is stored, so that a page says the next after this one. */
export async function notePlaces(said: readonly Asked<'at'>[]): Promise<{ ok: true }> {
  const places = said.map(({ context: { socket }, payload: { lesson, question, section, away }, person }) => ({
    ...{ userId: person.id, lessonId: lesson, questionId: question, section, away },
    connection: socket.id,
  }));
  await upsertPresences(pool(), places);
  // a connection that has gone meanwhile is left once this has ended
  for (const { context, person } of said) context.socket.data.placed = person.id;
  return { ok: true };
}

/** A connection is gone. */
export async function leavePlace(socket: LiveSocket): Promise<void> {
  const { placed } = socket.data;
  if (placed !== undefined) await leavePresence(pool(), { userId: placed, connection: socket.id });
}
