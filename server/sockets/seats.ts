/** Who sits where: a connection has one seat at a time, and a player is present while some connection has theirs. */
import { database } from '../../db/client.ts';
import { updatePresence } from '../../db/live.ts';
import { roomNames } from '../live/audience.ts';
import type { LiveSocket } from '../live/connections.ts';
import type { Seat } from '../tokens.ts';

/** Brings a connection into a seat; the one that it had before is left, so that nobody waits for its answer. */
export async function takeSeatOf(socket: LiveSocket, seat: Seat, token: string): Promise<void> {
  const { seat: before } = socket.data;
  socket.data.seat = seat;
  socket.data.token = token;
  if (before !== undefined && before.player !== seat.player) {
    if (before.session !== seat.session) await socket.leave(roomNames.players(before.session));
    await leaveSeat(socket, before);
  }
  await socket.join(roomNames.players(seat.session));
  await updatePresence(database(), seat.session, seat.player, true);
  // meanwhile it may have gone, or taken another seat: what that has noted came first
  if (!socket.connected || socket.data.seat.player !== seat.player) await leaveSeat(socket, seat);
}

/** A connection gives up a seat. Unless another one has it too, its player is not here any more. */
export async function leaveSeat(socket: LiveSocket, seat: Seat): Promise<void> {
  const elsewhere = [...socket.nsp.sockets.values()].some(
    (other) => other.id !== socket.id && other.data.seat?.player === seat.player,
  );
  if (!elsewhere) await updatePresence(database(), seat.session, seat.player, false);
}
