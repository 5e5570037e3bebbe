/** The types of our sockets: what socket.io carries, and what we keep with each connection. */
import type { Server, Socket } from 'socket.io';
import type { Person } from '../../domain/people/person.ts';
import type { ClientToServer, ServerToClient } from '../../domain/protocol.ts';
import type { Seat } from '../tokens.ts';

interface SocketData {
  /** signed in; read at the handshake and again for what matters */
  person: Person | undefined;
  /** by which sign-in; this connection ends with it */
  signIn: string | undefined;
  /** where this connection plays */
  seat: Seat | undefined;
  /** the token that the seat was read from: the same one is not verified again */
  token: string;
  address: string;
  /** whose place this connection has said (places.ts) */
  placed: string | undefined;
  /** what it has asked for that is done with others (context.ts): it ends before the connection's leaving is noted */
  gathering: Promise<unknown> | undefined;
  /** the question that this seat was told in full, by itself: it is not sent again */
  told: string | undefined;
}
export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
