/** Is a port free? Asked before anything long begins. */
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.ts';

/** A server whose launcher was killed needs a moment to notice and go. */
const TRIES = 6;
const BETWEEN_MS = 300;

/** @throws Refusal that says what to do */
export async function requireFreePort(host: string, port: number): Promise<void> {
  for (let tried = 1; tried < TRIES; tried++) {
    const free = await probe(host, port).then(
      () => true,
      () => false,
    );
    if (free) return;
    await sleep(BETWEEN_MS);
  }
  await probe(host, port);
}

function probe(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new Refusal(
            `Port ${port} is used by another program: stop it, or choose another one: npm start -- --port ${port + 1}`,
          ),
        );
      else if (error.code === 'EACCES')
        reject(
          new Refusal(`Port ${port} needs more rights than you have: choose one above 1023: npm start -- --port 3000`),
        );
      else
        reject(
          new Refusal(
            `${host} is no address of this machine: choose another --host, or 0.0.0.0 for all its addresses.`,
          ),
        );
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

/** A port on loopback that nobody uses right now. */
export function freeLoopbackPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
