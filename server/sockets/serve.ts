/**
 * The sockets: parse → throttle → act → reply, the same for every request of the protocol table. A client that sends no
 * acknowledgement, or garbage, harms nobody.
 */
import { type Payload, type Reply, type RequestName, requests } from '../../domain/protocol.ts';
import { refuse } from '../../domain/refusal.ts';
import { clientAddress } from '../hosts.ts';
import type { LiveServer, LiveSocket } from '../live/connections.ts';
import { viewerOfRequest } from '../session-cookie.ts';
import type { Context, Handlers, Services } from './context.ts';
import { handlers } from './handlers.ts';
import { allow } from './limits.ts';
import { RefusalLog } from './refusal-log.ts';
import { leaveSeat } from './seats.ts';
import { watchWire } from './wire-log.ts';

/** Refusals that a page of ours hardly ever meets: many of them are somebody who tries things. */
const HOSTILE: ReadonlySet<string> = new Set(['badInput', 'notAllowed', 'tooMany', 'noSuchRoom', 'removed']);

export function serveSockets(io: LiveServer, services: Services): void {
  const refusals = new RefusalLog(services.log);
  watchWire(io, (request, reason) => refusals.count(clientAddress(request, services.env), reason));
  io.use((socket, next) => {
    viewerOfRequest(socket.request)
      .then((person) => {
        socket.data.person = person;
        socket.data.seat = undefined;
        socket.data.token = '';
        socket.data.address = clientAddress(socket.request, services.env);
        next();
      })
      .catch((error: unknown) => {
        services.log.error({ err: error }, 'socket handshake failed');
        next(new Error('unavailable'));
      });
  });
  io.on('connection', (socket) => {
    const context: Context = { ...services, socket, person: () => viewerOfRequest(socket.request) };
    socket.onAny((name: string, ...received: unknown[]) => void serve(context, refusals, name, received));
    socket.on('disconnect', () => void leave(socket, services));
    socket.on('error', () => undefined);
  });
}

async function serve(
  context: Context,
  refusals: RefusalLog,
  name: string,
  received: readonly unknown[],
): Promise<void> {
  const { socket } = context;
  const last = received.at(-1);
  const reply = typeof last === 'function' ? (answer: unknown) => void last(answer) : () => undefined;
  try {
    if (!isRequest(name)) {
      refusals.count(socket.data.address, 'unknownRequest');
      return reply(refuse('badInput'));
    }
    const allowance = await allow(name, socket);
    if (allowance === 'flood' && socket.connected) {
      refusals.count(socket.data.address, 'closedForFlooding');
      socket.disconnect(true);
      return;
    }
    const answer = allowance === 'yes' ? await dispatch(context, name, received[0]) : refuse('tooMany');
    if (!answer.ok && HOSTILE.has(answer.refused)) refusals.count(socket.data.address, answer.refused);
    reply(answer);
  } catch (error) {
    context.log.error({ err: error, request: name, session: socket.data.seat?.session }, 'socket request failed');
    reply(refuse('unavailable'));
  }
}

function isRequest(name: string): name is RequestName {
  return Object.hasOwn(requests, name);
}

async function dispatch<R extends RequestName>(context: Context, name: R, sent: unknown): Promise<Reply<R>> {
  const parsed = requests[name].payload.safeParse(sent);
  if (!parsed.success) return refuse('badInput', parsed.error.issues[0]?.path.join('.'));
  const handler: Handlers[R] = handlers[name];
  // parsed by the schema that stands under this very name
  return handler(context, parsed.data as Payload<R>);
}

/** A connection is gone, and with it the seat it had. */
async function leave(socket: LiveSocket, { log }: Services): Promise<void> {
  const { seat } = socket.data;
  if (seat === undefined) return;
  await leaveSeat(socket, seat).catch((error: unknown) =>
    log.warn({ err: error }, 'a player who left could not be noted'),
  );
}
