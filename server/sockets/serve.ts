/**
 * The sockets: parse → throttle → act → reply, the same for every request of the protocol table. A client that sends no
 * acknowledgement, or garbage, harms nobody.
 */

import { isPlainChoice } from '../../domain/kinds/choice/plain.ts';
import { misfit } from '../../domain/people/names/schema.ts';
import { type Payload, type Reply, type RequestName, requests } from '../../domain/protocol.ts';
import { refusalOfFault, refuse } from '../../domain/refusal.ts';
import { faultNumber } from '../fault-number.ts';
import { clientAddress } from '../hosts.ts';
import { replyDirectly } from '../insides/send-prepared.ts';
import type { LiveServer, LiveSocket } from '../live/connections.ts';
import { signedInByRequest } from '../session-cookie.ts';
import type { Context, Handlers, Services } from './context.ts';
import { handlers } from './handlers.ts';
import { type Allowance, allow } from './limits.ts';
import { leavePlace } from './places.ts';
import { RefusalLog } from './refusal-log.ts';
import { leaveSeat } from './seats.ts';
import { watchWire } from './wire-log.ts';

/** Refusals that a page of ours hardly ever meets: many of them are somebody who tries things. */
const HOSTILE: ReadonlySet<string> = new Set([
  'badInput',
  'notAllowed',
  'tooMany',
  'noSuchRoom',
  'wrongCodes',
  'removed',
]);

/** @returns what waits until it is noted of all who have left that they have */
export function serveSockets(io: LiveServer, services: Services): () => Promise<void> {
  const leaving = new Set<Promise<void>>();
  const refusals = new RefusalLog(services.log);
  watchWire(io, (request, reason) => refusals.count(clientAddress(request, services.env), reason));
  io.use((socket, next) => {
    signedInByRequest(socket.request)
      .then((signedIn) => {
        socket.data.person = signedIn?.person;
        socket.data.signIn = signedIn?.signIn;
        socket.data.seat = undefined;
        socket.data.token = '';
        socket.data.told = undefined;
        socket.data.placed = undefined;
        socket.data.gathering = undefined;
        socket.data.address = clientAddress(socket.request, services.env);
        next();
      })
      .catch((error: unknown) => {
        services.log.error({ err: error }, 'socket handshake failed');
        next(new Error('unavailable'));
      });
  });
  io.on('connection', (socket) => {
    replyDirectly(socket);
    const context: Context = {
      ...services,
      socket,
      person: async () => (await signedInByRequest(socket.request))?.person,
    };
    socket.onAny((name: string, ...received: unknown[]) => serve(context, refusals, name, received));
    socket.on('disconnect', (reason) => {
      const left = leave(socket, services, reason === 'server shutting down').finally(() => leaving.delete(left));
      leaving.add(left);
    });
    socket.on('error', () => undefined);
  });
  return async () => void (await Promise.all(leaving));
}

/** An answer in a full room passes here once a millisecond: what can be said at once is not waited for. */
function serve(context: Context, refusals: RefusalLog, name: string, received: readonly unknown[]): void {
  const { socket } = context;
  const last = received.at(-1);
  const reply = typeof last === 'function' ? (answer: unknown) => void last(answer) : () => undefined;
  const give = (answer: Reply<RequestName>): void => {
    if (!answer.ok && HOSTILE.has(answer.refused)) refusals.count(socket.data.address, answer.refused);
    reply(answer);
  };
  const failed = (error: unknown): void => {
    const fault = faultNumber();
    context.log.error(
      { err: error, asked: name, session: socket.data.seat?.session, request: fault },
      'socket request failed',
    );
    reply(refusalOfFault(error, fault));
  };
  if (!isRequest(name)) {
    refusals.count(socket.data.address, 'unknownRequest');
    reply(refuse('badInput'));
    return;
  }
  const act = (allowance: Allowance): Promise<void> | void => {
    if (allowance === 'yes') return whenThere(dispatch(context, name, received[0]), give);
    if (allowance === 'no' || !socket.connected) return give(refuse('tooMany'));
    refusals.count(socket.data.address, 'closedForFlooding');
    socket.disconnect(true);
  };
  try {
    const done = whenThere(allow(name, socket), act);
    if (done instanceof Promise) done.catch(failed);
  } catch (error) {
    failed(error);
  }
}

/** Goes on with a value: at once where it is there. */
function whenThere<T>(value: T | Promise<T>, go: (value: T) => Promise<void> | void): Promise<void> | void {
  return value instanceof Promise ? value.then(go) : go(value);
}

function isRequest(name: string): name is RequestName {
  return Object.hasOwn(requests, name);
}

function dispatch<R extends RequestName>(context: Context, name: R, sent: unknown): Reply<R> | Promise<Reply<R>> {
  const handler: Handlers[R] = handlers[name];
  if (name === 'answer' && isPlainChoice(sent)) return handler.serve(context, sent as Payload<R>);
  const parsed = requests[name].payload.safeParse(sent);
  if (!parsed.success) return misfit(parsed.error);
  // parsed by the schema that stands under this very name
  return handler.serve(context, parsed.data as Payload<R>);
}

/** A connection is gone, and with it the seat it had and the place where somebody was. */
async function leave(socket: LiveSocket, { log }: Services, sent: boolean): Promise<void> {
  const { seat, gathering } = socket.data;
  // whether it was done or not is said where it was asked for
  await gathering?.catch(() => undefined);
  await leavePlace(socket).catch((error: unknown) =>
    log.warn({ err: error }, 'somebody who closed a lesson could not be noted'),
  );
  if (seat === undefined) return;
  await leaveSeat(socket, seat, { sent }).catch((error: unknown) =>
    log.warn({ err: error }, 'a player who left could not be noted'),
  );
}
