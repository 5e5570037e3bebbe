/** The live room against clients that speak the wire wrongly on purpose: they are refused, limited and logged, and a class notices nothing. */
import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, disconnect } from '../../db/client.ts';
import { whileAClassPlays } from '../support/class-plays.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { GUARD_MS } from '../support/guard.ts';
import { LiveClient } from '../support/live-client.ts';
import { type RunningProcess, SECRET, startServer } from '../support/processes.ts';
import { SIZE } from './size.ts';

let url: string;
let port: number;
let server: RunningProcess;

beforeAll(async () => {
  url = await makeDatabase();
  connect(url, { connections: 4 });
});
// a server of its own for each: it has nothing to tell of the others
beforeEach(async () => {
  port = await freePort();
  server = await startServer(url, port, { NABLA_PROXY: '1' });
});
afterEach(() => server.kill('SIGTERM'));
afterAll(disconnect);

const at = (path = ''): string => `http://127.0.0.1:${port}${path}`;

/** A bare WebSocket that sends what it is told, and what became of it. @param first what it hears before it sends on */
async function raw(
  packets: readonly (string | Uint8Array<ArrayBuffer>)[],
  patience = 150,
  first?: string,
): Promise<'open' | 'closed'> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/live-socket/?EIO=4&transport=websocket`);
  let state: 'open' | 'closed' = 'open';
  const ended = new Promise<void>((resolve) => {
    socket.addEventListener('close', () => {
      state = 'closed';
      resolve();
    });
  });
  socket.addEventListener('error', () => undefined);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const heard = new Promise<void>((resolve) => {
    socket.addEventListener(
      'message',
      ({ data }) => first !== undefined && String(data).startsWith(first) && resolve(),
    );
  });
  for (const [index, packet] of packets.entries()) {
    if (index > 0 && first !== undefined) await Promise.race([ended, heard]);
    if (socket.readyState === WebSocket.OPEN) socket.send(packet);
  }
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patience))]);
  socket.close();
  return state;
}

const BROKEN: readonly (string | Uint8Array<ArrayBuffer>)[][] = [
  ['garbage'],
  ['4'],
  ['49'],
  ['42["answer"'],
  ['40', '42{}'],
  ['40', '42[1,2]'],
  ['40', '42["connect"]'],
  ['40', '42["disconnect",{}]'],
  ['40', '42["__proto__",{"__proto__":{"polluted":1}}]'],
  ['40', '421[]'],
  ['40', '4299999999999999999999["clock",{}]'],
  ['40', '43[1]'],
  ['40', '431["a reply that nobody asked for"]'],
  ['40', '44{"message":"an error"}'],
  ['40', '40', '40'],
  ['40/another-namespace,', '42/another-namespace,["answer",{}]'],
  // attachments that never come, too many of them, and one that nobody announced
  ['40', '451-["answer",{"_placeholder":true,"num":0}]'],
  ['40', '4599999-["answer",{"_placeholder":true,"num":0}]'],
  ['40', '451-["answer",{"_placeholder":true,"num":"length"}]', new Uint8Array(8)],
  ['40', new Uint8Array([0, 1, 2, 3])],
  ['2probe', '5'],
  ['1'],
  ['40', `42["answer",${'['.repeat(20_000)}${']'.repeat(20_000)}]`],
];

test(`broken packets, and ${SIZE.packets} drawn at random, end their own connection at most`, async () => {
  await whileAClassPlays(
    server,
    at(),
    SIZE.players,
    /"parse-error":\d.*"unreadable":\d|"unreadable":\d.*"parse-error":\d/,
    async () => {
      // the log tells of the first twenty, so of both ways to be unreadable: before a connection has come in, and after. Each
      // stays until the server has ended it
      const fates = await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          index % 2 === 0 ? raw(['garbage'], GUARD_MS) : raw(['40', '42{}'], GUARD_MS, '40'),
        ),
      );
      expect(new Set(fates)).toEqual(new Set(['closed']));
      for (const packets of BROKEN) await raw(packets);
      const letters = '0123456789[]{}",:-/answerjoinplaytokenround ';
      for (let sent = 0; sent < SIZE.packets; sent += 50) {
        const packets = Array.from({ length: 50 }, () => {
          const length = 1 + Math.floor(Math.random() * 60);
          const body = Array.from({ length }, () => letters[Math.floor(Math.random() * letters.length)]).join('');
          return `${['', '4', '42', '421', '45', '451-'][Math.floor(Math.random() * 6)]}${body}`;
        });
        await raw(['40', ...packets]);
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );
});

test('ten megabytes, over a WebSocket and over long polling, are not taken in', async () => {
  await whileAClassPlays(server, at(), SIZE.players, /"transport-error":\d.*"too-large":\d/, async () => {
    const large = `42["answer",{"token":"${'x'.repeat(10_000_000)}"}]`;
    for (let sent = 0; sent < 12; sent++) {
      expect(await raw(['40', large], GUARD_MS)).toBe('closed');
      const opened = await (await fetch(at('/live-socket/?EIO=4&transport=polling'))).text();
      const sid = /"sid":"([^"]+)"/.exec(opened)?.[1] ?? '';
      await fetch(at(`/live-socket/?EIO=4&transport=polling&sid=${sid}`), { method: 'POST', body: '40' });
      const reply = await fetch(at(`/live-socket/?EIO=4&transport=polling&sid=${sid}`), {
        method: 'POST',
        body: large,
      }).then(
        ({ status }) => status,
        () => 'cut off',
      );
      expect([413, 400, 'cut off']).toContain(reply);
    }
  });
});

test('a seat cannot be made up: tokens without a signature, with another one, of another kind', async () => {
  await whileAClassPlays(server, at(), SIZE.players, /"removed":\d+/, async ({ players: [victim] }) => {
    const [head = '', body = '', signature = ''] = victim?.token.split('.') ?? [];
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims: object = JSON.parse(Buffer.from(body, 'base64url').toString() || '{}');
    const unsigned = `${part({ alg: 'none' })}.${body}`;
    const wrongKey = createHmac('sha256', `${SECRET}x`).update(`${head}.${body}`).digest('base64url');
    const forged = [
      `${unsigned}.`,
      `${unsigned}.${signature}`,
      `${head}.${body}.`,
      `${head}.${body}.${wrongKey}`,
      `${head}.${part({ ...claims, exp: 99_999_999_999 })}.${signature}`,
      signature,
    ];
    const thief = new LiveClient(at());
    await Promise.all(
      [...forged, ...forged].flatMap(async (token) => {
        expect(await thief.ask('play', { token })).toMatchObject({ ok: false, refused: 'removed' });
        const answer = {
          token,
          round: 0,
          clientId: 'a-thief-in-the-room',
          answer: { kind: 'choice' as const, choices: ['A'] },
        };
        expect(await thief.ask('answer', answer)).toMatchObject({ ok: false, refused: 'removed' });
      }),
    );
    thief.close();
  });
});

test(`${SIZE.joins} joins at once from one place: most are refused and logged, and somebody else comes in meanwhile`, async () => {
  await whileAClassPlays(
    server,
    at(),
    SIZE.players,
    /"network":"203\.0\.113\.0\/24","refused":\{.*"tooMany":\d+/,
    async (room) => {
      // ten seats from each connection: a phone that is passed round takes a few
      const crowd = Array.from({ length: SIZE.joins / 10 }, () => new LiveClient(at(), { from: '203.0.113.7' }));
      const joining = Array.from({ length: SIZE.joins }, (_, index) =>
        crowd[index % crowd.length]?.ask('join', { code: room.code, nickname: `Crowd ${index}` }),
      );
      const honest = await room.join('Honest', { from: '198.51.100.7' });
      const fates = (await Promise.all(joining)).map((reply) => (reply?.ok === true ? 'seated' : reply?.refused));
      expect(new Set(fates)).toEqual(new Set(['seated', 'tooMany']));
      expect(fates.filter((fate) => fate === 'seated').length).toBeLessThanOrEqual(Math.min(1_500, SIZE.joins / 2));
      expect(honest.view?.phase).toBe('question');
      for (const one of crowd) one.close();
      // whoever has left is not waited for
      await room.host.until(
        () => (room.host.desk?.people ?? []).filter((one) => one.present).length === room.players.length,
        'the crowd is gone',
      );
    },
  );
});
