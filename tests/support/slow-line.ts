/** A network on which everything takes its time: a proxy on the loopback that hands each packet on later, in order. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './free-port.ts';

export interface SlowLine {
  address: string;
  close(): Promise<void>;
}

/** @param oneWay milliseconds that a packet is on its way, there as well as back */
export async function slowLine(port: number, oneWay: number): Promise<SlowLine> {
  const open = new Set<Socket>();
  const handOn = (from: Socket, to: Socket): void => {
    // timers of one length fire in the order in which they were set
    from.on('data', (bytes) => void setTimeout(() => to.writable && to.write(bytes), oneWay));
    from.on('close', () => void setTimeout(() => to.destroy(), oneWay));
    from.on('error', () => undefined);
    open.add(from);
  };
  const server: Server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    handOn(client, upstream);
    handOn(upstream, client);
  });
  const own = await freePort();
  await new Promise<void>((resolve) => void server.listen(own, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${own}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
