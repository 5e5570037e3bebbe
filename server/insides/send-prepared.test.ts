/** Replies past socket.io's encoders arrive as its own do: of every length, in every script, over both ways. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, Socket } from 'socket.io';
import { io as connectTo } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LiveSocket } from '../live/connections.ts';
import { replyDirectly } from './send-prepared.ts';

const http = createServer();
const io = new Server(http);
let address: string;

beforeAll(async () => {
  io.on('connection', (socket) => {
    replyDirectly(socket as unknown as LiveSocket);
    socket.onAny((_name: string, size: number, reply: (answer: unknown) => void) => {
      reply({ ok: true, text: 'ü∇'.repeat(size) });
      // said twice: the first counts
      reply({ ok: false });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(() => io.close());

it.each(['websocket', 'polling'] as const)('replies of every length arrive whole by %s', async (transport) => {
  const client = connectTo(address, { transports: [transport], forceNew: true });
  // each way to say a frame's length, and the lengths beside its edges
  for (const size of [0, 1, 18, 19, 20, 300, 13_100, 13_101, 20_000])
    expect(await client.emitWithAck('ask', size)).toEqual({ ok: true, text: 'ü∇'.repeat(size) });
  const together = [3, 2, 1].map((size) => client.emitWithAck('ask', size));
  expect((await Promise.all(together)).map(({ text }) => text.length)).toEqual([6, 4, 2]);
  client.disconnect();
});

it('socket.io still makes a reply where this looks for it', () => {
  expect(typeof Reflect.get(Socket.prototype, 'ack')).toBe('function');
});
