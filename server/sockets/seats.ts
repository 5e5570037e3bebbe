/** Who sits where: a connection has one seat at a time, and a player is present while some connection has theirs. */
import { database } from '../../db/client.ts';
import { updatePresence } from '../../db/live.ts';
import { roomNames } from '../live/audience.ts';
import type { LiveSocket } from '../live/connections.ts';
import type { Seat } from '../tokens.ts';
import { roomOfSeat } from './tries.ts';

/** A connection hears a room from a seat from now on; the one that it had before is left, so that nobody waits for its answer. */
export async function enterSeat(socket: LiveSocket, seat: Seat, token: string): Promise<void> {
  const { seat: before } = socket.data;
  socket.data.seat = seat;
  socket.data.token = token;
  // who asks for the whole view may not have kept what came by itself
  socket.data.told = undefined;
  await socket.join([roomNames.players(seat.session), roomOfSeat(seat.player)]);
  if (before === undefined || before.player === seat.player) return;
  await socket.leave(roomOfSeat(before.player));
  if (before.session !== seat.session) await socket.leave(roomNames.players(before.session));
  await leaveSeat(socket, before);
}

/** The seat that was entered is nobody's, or not this player's any more. */
export async function giveUpSeat(socket: LiveSocket, seat: Seat): Promise<void> {
  if (socket.data.seat?.player !== seat.player) return;
  socket.data.seat = undefined;
  socket.data.token = '';
  await socket.leave(roomNames.players(seat.session));
  await socket.leave(roomOfSeat(seat.player));
}

/** The player of a seat that was entered is here. */
export async function notePresent(socket: LiveSocket, seat: Seat): Promise<void> {
  await updatePresence(database(), seat.session, seat.player, true);
  // meanwhile it may have gone, or taken another seat: what that has noted came first
  if (!socket.connected || socket.data.seat?.player !== seat.player) await leaveSeat(socket, seat);
}

/**
 * A connection has left a seat. Unless another one has it too, its player is not here any more.
 * @param how `sent`: this server is being stopped, and they come back elsewhere
 */
export async function leaveSeat(socket: LiveSocket, seat: Seat, how: { sent?: boolean } = {}): Promise<void> {
  const elsewhere = [...socket.nsp.sockets.values()].some(
    (other) => other.id !== socket.id && other.data.seat?.player === seat.player,
  );
  if (!elsewhere) await updatePresence(database(), seat.session, seat.player, false, how);
}
