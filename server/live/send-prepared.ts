/**
 * Sends an event whose payload is JSON already. socket.io would stringify the whole payload for each socket; of a view
 * that differs between players in a small part only, the rest need not be.
 */
import type { MessageName } from '../../domain/protocol.ts';
import type { LiveSocket } from './connections.ts';

/** Socket.IO 5: an EVENT packet in the default namespace is `2["name",payload]`; Engine.IO puts its own mark before it. */
export function sendPrepared(socket: LiveSocket, name: MessageName, json: string): void {
  if (socket.connected) socket.conn.write(`2["${name}",${json}]`);
}
