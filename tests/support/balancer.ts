/** A proxy before several servers, on the loopback: each connection goes to the next server in turn that takes it. */
import { connect, createServer, type Socket } from 'node:net';
import { freePort } from './free-port.ts';

export interface Balancer {
  address: string;
  close(): Promise<void>;
}

/** @param at the port where it stands; left out: a free one */
export async function balancer(ports: readonly number[], at?: number): Promise<Balancer> {
  const open = new Set<Socket>();
  let turn = 0;
  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => undefined);
  };
  /** The first of these that listens, or nobody: then the client is sent away. */
  const hand = (client: Socket, [port, ...others]: readonly number[]): void => {
    if (port === undefined || client.destroyed) {
      client.destroy();
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    keep(upstream);
    const refused = (): void => hand(client, others);
    upstream.once('error', refused);
    upstream.once('connect', () => {
      upstream.off('error', refused);
      for (const [one, other] of [
        [client, upstream],
        [upstream, client],
      ] as const)
        one.pipe(other).on('close', () => one.destroy());
    });
  };
  const server = createServer((client) => {
    keep(client);
    const first = turn++ % ports.length;
    hand(client, [...ports.slice(first), ...ports.slice(0, first)]);
  });
  const own = at ?? (await freePort());
  await new Promise<void>((resolve) => void server.listen(own, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${own}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
