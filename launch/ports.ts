/** Is a port free? Asked before anything long begins. */
import { createServer } from 'node:net';
import { Refusal } from './refusal.ts';

/** @throws Refusal that says what to do */
export function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
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
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
