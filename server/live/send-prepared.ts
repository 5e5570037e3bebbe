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
  /** the start of a frame by the length of what comes after it: few lengths occur, so few copies are made */
  framed: Map<number, Buffer>;
}

/**
 * Prepares an event up to where its payloads begin to differ. Socket.IO 5: an EVENT packet in the default namespace is
 * `2["name",payload]`; Engine.IO puts its own mark, 4, before it.
 */
export function prepare(name: MessageName, start: string): Prepared {
  const text = `2["${name}",${start}`;
  return { text, bytes: Buffer.from(`4${text}`), framed: new Map() };
}

/** Sends what was prepared with the rest of the payload's JSON. */
export function sendPrepared(socket: LiveSocket, prepared: Prepared, rest: string): void {
  if (!socket.connected) return;
  const { conn } = socket;
  const end = `${rest}]`;
  const own = conn.transport.name === 'websocket' ? { wsPreEncodedFrame: textFrame(prepared, Buffer.from(end)) } : {};
  conn.write(prepared.text + end, { compress: false, ...own });
}

/** A whole, unmasked text frame of a WebSocket (RFC 6455, section 5.2), in two parts that are written as one. */
function textFrame({ bytes, framed }: Prepared, end: Buffer): [start: Buffer, end: Buffer] {
  let start = framed.get(end.length);
  if (start === undefined) {
    start = Buffer.concat([frameHead(bytes.length + end.length), bytes]);
    framed.set(end.length, start);
  }
  return [start, end];
}

function frameHead(length: number): Buffer {
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 0x81;
  head[1] = length < 126 ? length : length < 65_536 ? 126 : 127;
  if (head.length === 4) head.writeUInt16BE(length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
