/**
 * Who may no longer, hears no more: connections of sign-ins that have ended, and of hosts who host no more, are closed. Their
 * pages come back by themselves, and are told then what they may still.
 */
import { pool } from '../../db/client.ts';
import { selectOptionalSessionNow } from '../../db/live-session.ts';
import { selectGood, selectOptionalSignedIn } from '../../db/sign-ins.ts';
import { mayHost } from '../features/standing.ts';
import { roomNames } from '../live/audience.ts';
import type { LiveServer, LiveSocket } from '../live/connections.ts';

function all(io: LiveServer): LiveSocket[] {
  return [...io.of('/').sockets.values()];
}

/** Closes the connections of a sign-in. */
export function closeEnded(io: LiveServer, signIn: string): void {
  for (const socket of all(io)) if (socket.data.signIn === signIn) close(socket);
}

/** The same for all whose end nobody told us: hints were missed. */
export async function closeAllEnded(io: LiveServer): Promise<void> {
  const signedIn = all(io).filter((socket) => socket.data.signIn !== undefined);
  if (signedIn.length === 0) return;
  const good = await selectGood(pool(), [...new Set(signedIn.map((socket) => socket.data.signIn ?? ''))]);
  for (const socket of signedIn) if (!good.has(socket.data.signIn ?? '')) close(socket);
}

/** Closes the connections that hear a room as its host or its screen and may host it no more. */
export async function closeFormerHosts(io: LiveServer, session: string): Promise<void> {
  const { rooms } = io.of('/').adapter;
  const hearing = new Set([
    ...(rooms.get(roomNames.host(session)) ?? []),
    ...(rooms.get(roomNames.screen(session)) ?? []),
  ]);
  const room = hearing.size === 0 ? undefined : await selectOptionalSessionNow(pool(), session);
  if (room === undefined) return;
  for (const id of hearing) {
    const socket = io.of('/').sockets.get(id);
    const { signIn } = socket?.data ?? {};
    const person = signIn === undefined ? undefined : (await selectOptionalSignedIn(pool(), signIn))?.person;
    if (socket !== undefined && !(await mayHost(person, room))) close(socket);
  }
}

/** Not `disconnect`: that tells a client to stay away, and it shall come back as who it is now. */
function close(socket: LiveSocket): void {
  socket.conn.close();
}
