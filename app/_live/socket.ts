'use client';
/** The one socket of a page: typed requests with replies, and messages. It reconnects by itself. */
import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, Payload, Reply, RequestName, ServerToClient } from '../../domain/protocol.ts';
import { refuse } from '../../domain/refusal.ts';
import { keepItem, keptItem } from './kept-item.ts';

export type NablaSocket = Socket<ServerToClient, ClientToServer>;

let socket: NablaSocket | undefined;

const REPLY_LIMIT_MS = 8000;
const HELD_KEY = 'nabla-transport';
const TRANSPORTS = ['websocket', 'polling'];

export function connection(): NablaSocket {
  socket ??= open();
  return socket;
}

function open(): NablaSocket {
  const opened: NablaSocket = io({
    path: '/live-socket',
    // where WebSockets are refused, long polling takes over at once
    transports: keptItem(HELD_KEY, 'session') === 'polling' ? TRANSPORTS.toReversed() : TRANSPORTS,
    tryAllTransports: true,
    // shorter than a request waits for its reply, so that the other way still serves it
    timeout: REPLY_LIMIT_MS - 2000,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3000,
  });
  // some networks let a WebSocket open and then cut it, which is no refusal: try the two ways in turn until one holds
  const manager = opened.io;
  manager.on('reconnect_attempt', (attempt) => {
    manager.opts.transports = attempt % 2 === 1 ? TRANSPORTS.toReversed() : TRANSPORTS;
  });
  opened.on('connect', () => {
    const { engine } = manager;
    // the next page begins with what held on this one
    const keep = (): void => keepItem(HELD_KEY, engine.transport.name, 'session');
    keep();
    engine.once('upgrade', keep);
  });
  return opened;
}

/** Sends a request; no reply in time counts as `unavailable`, and the same request may be sent again. */
export async function request<R extends RequestName>(name: R, payload: Payload<R>): Promise<Reply<R>> {
  try {
    // the table types each event; TypeScript cannot follow a generic name through socket.io's own types
    const emit = connection().timeout(REPLY_LIMIT_MS).emitWithAck as unknown as (
      name: R,
      payload: Payload<R>,
    ) => Promise<Reply<R>>;
    return await emit.call(connection().timeout(REPLY_LIMIT_MS), name, payload);
  } catch {
    return refuse('unavailable');
  }
}
