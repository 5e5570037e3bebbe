'use client';
/** The one socket of a page: typed requests with replies, and messages. It reconnects by itself. */
import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, Payload, Reply, RequestName, ServerToClient } from '../../domain/protocol.ts';
import { refuse } from '../../domain/refusal.ts';

export type NablaSocket = Socket<ServerToClient, ClientToServer>;

let socket: NablaSocket | undefined;

export function connection(): NablaSocket {
  socket ??= io({
    path: '/live-socket',
    // where WebSockets are blocked, long polling takes over
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3000,
  });
  return socket;
}

const REPLY_LIMIT_MS = 8000;

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

/** A name for one request of this client: also where `crypto.randomUUID` is missing, on plain http. */
export function clientId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
