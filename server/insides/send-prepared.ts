/**
 * What a full room is sent most, past socket.io's encoders: events whose payload is JSON already, and replies. socket.io
 * would stringify the whole payload for each socket; of a view that differs between players in a small part only, the
 * rest need be neither stringified nor encoded again.
 */
import type { MessageName } from '../../domain/protocol.ts';
import type { LiveSocket } from '../live/connections.ts';

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

/** How socket.io makes the function that replies to an event: an inside of its own, as of 4.8. */
interface Acknowledging {
  ack(id: number): (reply: unknown) => void;
}

/**
 * Has a connection reply in frames of one buffer. socket.io looks through each reply for binary parts and hands it on
 * through three encoders, and ws writes it in two parts: a tenth of what an answer in a full room costs. Socket.IO 5: an
 * ACK packet in the default namespace is `3id[reply]`.
 */
export function replyDirectly(socket: LiveSocket): void {
  const acknowledging = socket as unknown as Acknowledging;
  acknowledging.ack = (id) => {
    let sent = false;
    return (reply) => {
      if (sent || !socket.connected) return;
      sent = true;
      const { conn } = socket;
      const text = `3${id}[${JSON.stringify(reply)}]`;
      const own = conn.transport.name === 'websocket' ? { wsPreEncodedFrame: [wholeFrame(`4${text}`)] } : {};
      conn.write(text, { compress: false, ...own });
    };
  };
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

/** The same of a text alone, in one part. */
function wholeFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = frameHead(length);
  const frame = Buffer.allocUnsafe(head.length + length);
  frame.set(head);
  frame.write(text, head.length);
  return frame;
}

function frameHead(length: number): Buffer {
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 0x81;
  head[1] = length < 126 ? length : length < 65_536 ? 126 : 127;
  if (head.length === 4) head.writeUInt16BE(length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
