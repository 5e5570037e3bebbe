/** What a socket's handlers know: who speaks, and the room's machinery. */

import type { JoinAddress } from '../../domain/live/view/class.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Payload, Reply, RequestName } from '../../domain/protocol.ts';
import type { Environment } from '../env.ts';
import { type Allow, authorise, type FoundBy } from '../features/contract.ts';
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
  joinAddress(room: { id: string; code: string }): Promise<JoinAddress>;
}

export interface Context extends Services {
  socket: LiveSocket;
  /** reads who is signed in, and with which role, from the database again */
  person(): Promise<Person | undefined>;
}

/** @returns a promise only where something is waited for */
type Serve<R extends RequestName> = (context: Context, payload: Payload<R>) => Reply<R> | Promise<Reply<R>>;

/** Only `open` and `allowed` below can make what bears this. */
const asks: unique symbol = Symbol('asks before it acts');

/** What is done at a request, with who may have it done. */
export interface Handler<R extends RequestName> {
  readonly allow: 'everybody' | Allow<Payload<R>>;
  readonly serve: Serve<R>;
  readonly [asks]: true;
}
/** A missing handler does not compile, nor one that does not say who is allowed. */
export type Handlers = { [R in RequestName]: Handler<R> };

/** For everybody who can reach the server: what a code, or the token of a seat, opens. */
export function open<R extends RequestName>(serve: Serve<R>): Handler<R> {
  return { allow: 'everybody', serve, [asks]: true };
}

/** For those whom the permission table allows it; it is asked before anything else. */
export function allowed<R extends RequestName, A extends Allow<Payload<R>>>(
  allow: A,
  serve: (
    context: Context,
    payload: Payload<R>,
    asked: { person: Person; found: FoundBy<A> },
  ) => Reply<R> | Promise<Reply<R>>,
): Handler<R> {
  const ask: Serve<R> = async (context, payload) => {
    const asked = await authorise<Payload<R>, A>(await context.person(), allow, payload);
    return asked.ok ? serve(context, payload, asked) : asked;
  };
  return { allow, serve: ask, [asks]: true };
}
