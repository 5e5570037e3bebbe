/**
 * Sends an event whose payload is JSON already. socket.io would stringify the whole payload for each socket; of a view
 * that differs between players in a small part only, the rest need be neither stringified nor encoded again.
 */
import type { MessageName } from '../../domain/protocol.ts';
import type { LiveSocket } from './connections.ts';

/** The start of an event, the same for many sockets: as text, and as the bytes that a WebSocket carries. */
export interface Prepared {
  text: string;
  bytes: Buffer;
}

/**
 * Prepares an event up to where its payloads begin to differ. Socket.IO 5: an EVENT packet in the default namespace is
 * `2["name",payload]`; Engine.IO puts its own mark, 4, before it.
 */
export function prepare(name: MessageName, start: string): Prepared {
  const text = `2["${name}",${start}`;
  return { text, bytes: Buffer.from(`4${text}`) };
}

/** Sends what was prepared with the rest of the payload's JSON. */
export function sendPrepared(socket: LiveSocket, { text, bytes }: Prepared, rest: string): void {
  if (!socket.connected) return;
  const { conn } = socket;
  const end = `${rest}]`;
  // one buffer is one write; Engine.IO would hand header and text to the system separately
  const own = conn.transport.name === 'websocket' ? { wsPreEncodedFrame: [textFrame(bytes, end)] } : {};
  conn.write(text + end, { compress: false, ...own });
}

/** A whole, unmasked text frame of a WebSocket (RFC 6455, section 5.2). */
function textFrame(start: Buffer, end: string): Buffer {
  const length = start.length + Buffer.byteLength(end);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x81;
  frame[1] = head === 2 ? length : head === 4 ? 126 : 127;
  if (head === 4) frame.writeUInt16BE(length, 2);
  if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  start.copy(frame, head);
  frame.write(end, head + start.length);
  return frame;
}
