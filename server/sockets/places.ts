/** Where those who learn are: said by their pages, and taken back when the connection goes. */
import { pool } from '../../db/client.ts';
import { leavePresence, type SaidPresence, upsertPresence } from '../../db/presences.ts';
import type { LiveSocket } from '../live/connections.ts';

/** Notes it; the reply is given once it is stored, so that a page says the next after this one. */
export async function notePlace(socket: LiveSocket, said: Omit<SaidPresence, 'connection'>): Promise<{ ok: true }> {
  await upsertPresence(pool(), { ...said, connection: socket.id });
  // it may have gone meanwhile, before it was known to be somewhere
  if (socket.connected) socket.data.placed = said.userId;
  else await leavePresence(pool(), { userId: said.userId, connection: socket.id });
  return { ok: true };
}

/** A connection is gone. */
export async function leavePlace(socket: LiveSocket): Promise<void> {
  const { placed } = socket.data;
  if (placed !== undefined) await leavePresence(pool(), { userId: placed, connection: socket.id });
}
