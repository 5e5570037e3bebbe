/** What a socket's handlers know: who speaks, and the room's machinery. */

import type { JoinAddress } from '../../domain/live/view/class.ts';
import type { FreeAction } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Payload, Reply, RequestName } from '../../domain/protocol.ts';
import type { Environment } from '../env.ts';
import { type Allow, authorise, type FoundBy } from '../features/contract.ts';
import { Gathered } from '../gathered.ts';
import type { AnswerStore } from '../live/answers.ts';
import type { Audience } from '../live/audience.ts';
import type { LiveSocket } from '../live/connections.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Log } from '../log.ts';
import { signedInByRequests } from '../session-cookie.ts';

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

/** A request of somebody who may ask for it. */
export interface Asked<R extends RequestName> {
  context: Context;
  payload: Payload<R>;
  person: Person;
}

/**
 * For what many ask for all the time, and none waits for: what comes within a moment is done together. Who they are and
 * whether they may is asked then, of all at once, right before it is done.
 * @param serve is given one request of a person at a time, in their order; what it replies is for all
 */
export function allowedTogether<R extends RequestName>(
  allow: FreeAction,
  how: { waits: number; largest: number },
  serve: (asked: readonly Asked<R>[]) => Promise<Reply<R>>,
): Handler<R> {
  const gathered = new Gathered<Omit<Asked<R>, 'person'>, Reply<R>>({
    ...how,
    keyOf: ({ context: { socket } }) => socket.data.person?.id ?? socket.id,
    run: async (asking) => {
      const signedIn = await signedInByRequests(asking.map(({ context }) => context.socket.request));
      const asked = await Promise.all(signedIn.map((one) => authorise(one?.person, allow, undefined)));
      const may = asking.flatMap((one, at) => (asked[at]?.ok === true ? [{ ...one, person: asked[at].person }] : []));
      const done = may.length === 0 ? undefined : await serve(may);
      return asked.map((one) => (one.ok && done !== undefined ? done : one));
    },
  });
  const ask: Serve<R> = (context, payload) => {
    const asking = gathered.ask({ context, payload });
    context.socket.data.gathering = asking;
    return asking;
  };
  return { allow, serve: ask, [asks]: true };
}
