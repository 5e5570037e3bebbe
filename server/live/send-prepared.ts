/**
 * Sends an event whose payload is JSON already. socket.io would stringify the whole payload for each socket; of a view
 * that differs between players in a small part only, the rest need not be.
 */
import type { MessageName } from '../../domain/protocol.ts';
import type { LiveSocket } from './connections.ts';

/** Socket.IO 5: an EVENT packet in the default namespace is `2["name",payload]`; Engine.IO puts its own mark, 4, before it. */
export function sendPrepared(socket: LiveSocket, name: MessageName, json: string): void {
  if (!socket.connected) return;
  const packet = `2["${name}",${json}]`;
  const { conn } = socket;
  // one buffer is one write; Engine.IO would hand header and text to the system separately
  const prepared = { compress: false, wsPreEncodedFrame: [textFrame(`4${packet}`)] };
  conn.write(packet, conn.transport.name === 'websocket' ? prepared : {});
}

/** A whole, unmasked text frame of a WebSocket (RFC 6455, section 5.2). */
function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x81;
  frame[1] = head === 2 ? length : head === 4 ? 126 : 127;
  if (head === 4) frame.writeUInt16BE(length, 2);
  if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.write(text, head);
  return frame;
}
