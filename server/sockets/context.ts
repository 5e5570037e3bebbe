/** What a socket's handlers know: who speaks, and the room's machinery. */
import type { Socket } from 'socket.io';
import type { Person } from '../../db/users.ts';
import type { ClientToServer, Payload, Reply, RequestName, ServerToClient } from '../../domain/protocol.ts';
import type { JoinAddress } from '../../domain/live/view.ts';
import type { Environment } from '../env.ts';
import type { AnswerStore } from '../live/answers.ts';
import type { Audience } from '../live/audience.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Log } from '../log.ts';
import type { Seat } from '../tokens.ts';

export interface SocketData {
  /** signed in; read at the handshake and again for what matters */
  person: Person | undefined;
  /** where this connection plays */
  seat: Seat | undefined;
  address: string;
}
export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

export interface Services {
  env: Environment;
  log: Log;
  now(): number;
  rooms: Rooms;
  audience: Audience;
  answers: AnswerStore;
  joinAddress(code: string): Promise<JoinAddress>;
}

export interface Context extends Services {
  socket: LiveSocket;
  /** reads the role from the database again */
  person(): Promise<Person | undefined>;
}

export type Handler<R extends RequestName> = (context: Context, payload: Payload<R>) => Promise<Reply<R>>;
/** A missing handler does not compile. */
export type Handlers = { [R in RequestName]: Handler<R> };
