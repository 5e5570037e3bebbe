/** What a socket's handlers know: who speaks, and the room's machinery. */

import type { JoinAddress } from '../../domain/live/view.ts';
import type { Person } from '../../domain/person.ts';
import type { Payload, Reply, RequestName } from '../../domain/protocol.ts';
import type { Environment } from '../env.ts';
import type { AnswerStore } from '../live/answers.ts';
import type { Audience } from '../live/audience.ts';
import type { LiveSocket } from '../live/connections.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Log } from '../log.ts';

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

/** @returns a promise only where something is waited for */
type Handler<R extends RequestName> = (context: Context, payload: Payload<R>) => Reply<R> | Promise<Reply<R>>;
/** A missing handler does not compile. */
export type Handlers = { [R in RequestName]: Handler<R> };
