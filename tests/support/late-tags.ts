/** A way to PostgreSQL on which the word that a statement is complete comes a moment after its last row, as a busy network may have it. */
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

const LATER_MS = 20;
/** `CommandComplete` of a copy, behind its type and its length. */
const TAG = Buffer.from('COPY ');
const BEFORE_TAG = 5;

/** @returns the same database by this way, and what ends it */
export async function lateTags(url: string): Promise<{ url: string; close(): void }> {
  const to = new URL(url);
  const theirs = Number(to.port);
  const open: Socket[] = [];
  const server = createServer((client) => {
    const upstream = connect(theirs, '127.0.0.1');
    open.push(client, upstream);
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
    client.on('data', (bytes) => upstream.write(bytes));
    client.on('close', () => upstream.destroy());
    let before = Promise.resolve();
    upstream.on('data', (bytes) => {
      before = before.then(async () => {
        const at = bytes.indexOf(TAG) - BEFORE_TAG;
        if (at <= 0) return void client.write(bytes);
        client.write(bytes.subarray(0, at));
        await sleep(LATER_MS);
        client.write(bytes.subarray(at));
      });
    });
    upstream.on('close', () => void before.then(() => client.destroy()));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  to.hostname = '127.0.0.1';
  to.port = String(port);
  return {
    url: to.href,
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
