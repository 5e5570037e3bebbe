/** What goes wrong below the requests of a connection: packets that nobody can read, or that are too large. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveServer } from '../live/connections.ts';

/** Ends of a connection that a page of ours does not cause, whether or not it had got as far as to ask for anything. */
const BROKEN: ReadonlySet<string> = new Set(['parse error', 'transport error']);
/** How a connection ends whose packet has no sense for socket.io; one that we close ourselves ends otherwise. */
const UNREADABLE = 'forced close';

/** Calls `count` with the request that opened a connection, and why it was refused or ended. */
export function watchWire(io: LiveServer, count: (request: IncomingMessage, reason: string) => void): void {
  io.engine.on(
    'connection',
    (wire: { request: IncomingMessage; on(name: 'close', ended: (reason: string) => void): void }) =>
      wire.on('close', (reason) => {
        if (BROKEN.has(reason)) count(wire.request, reason.replaceAll(' ', '-'));
      }),
  );
  io.on('connection', (socket) =>
    socket.on('disconnect', (reason) => {
      if (reason === UNREADABLE) count(socket.request, 'unreadable');
    }),
  );
  // over long polling what is too large is refused before it is read, and the connection stays
  io.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (request.method === 'POST')
      response.once('finish', () => {
        if (response.statusCode === 413) count(request, 'too-large');
      });
    next();
  });
}
