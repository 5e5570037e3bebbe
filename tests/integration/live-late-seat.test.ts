/** Who sits down while a room is being told: they are not in what was read of it, and are nobody who was removed. */
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, disconnect, pool } from '../../db/client.ts';
import { changeSeat, commandSession, takeSeat } from '../../server/features/live/commands.ts';
import { Audience } from '../../server/live/audience.ts';
import type { LiveServer } from '../../server/live/connections.ts';
import { type LoadedRoom, Rooms } from '../../server/live/rooms.ts';
import { makeLog } from '../../server/log.ts';
import { enterSeat } from '../../server/sockets/seats.ts';
import { connectRaw } from '../load/raw-client.ts';
import { makeDatabase } from '../support/database.ts';
import { openDirectly } from '../support/live-direct.ts';

/** Gives what was read only when it is let go: somebody sits down in between. */
class HeldRooms extends Rooms {
  #letGo: () => void = () => undefined;
  #held: Promise<void> | undefined;
  #read: () => void = () => undefined;

  override async load(id: string): Promise<LoadedRoom | undefined> {
    const loaded = await super.load(id);
    this.#read();
    await this.#held;
    return loaded;
  }

  /** @returns what ends once the next room is read */
  hold(): Promise<void> {
    this.#held = new Promise((resolve) => {
      this.#letGo = resolve;
    });
    return new Promise((resolve) => {
      this.#read = resolve;
    });
  }

  letGo(): void {
    this.#held = undefined;
    this.#letGo();
  }
}

let http: HttpServer;
let io: LiveServer;
let rooms: HeldRooms;
let audience: Audience;

beforeAll(async () => {
  connect(await makeDatabase(), { connections: 4 });
  http = createServer();
  io = new Server(http, { path: '/live-socket', serveClient: false });
  io.on('connection', (socket) => {
    const { player = '', session = '' } = socket.handshake.headers as Record<string, string>;
    void enterSeat(socket, { session, player }, '');
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  rooms = new HeldRooms(pool());
  const joinAddress = () => Promise.resolve({ joinUrl: '', joinLink: '', qr: '' });
  audience = new Audience({
    io,
    pool: pool(),
    rooms,
    joinAddress,
    log: makeLog('server', 'silent'),
    onAllAnswered: () => undefined,
  });
});
afterAll(async () => {
  await io.close();
  await disconnect();
});

async function sit(session: string, player: string) {
  const heard: string[] = [];
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const client = await connectRaw(
    { address, path: '/live-socket', polling: false, headers: { session, player } },
    (name) => heard.push(name),
  );
  return { heard, close: () => client.close() };
}

async function openWithCode() {
  const { session, players } = await openDirectly({ speed: false }, [1]);
  const { rows } = await pool().query('select code from live_sessions where id = $1', [session]);
  return { session, first: players[0]?.id ?? '', code: String(rows[0].code) };
}

describe('somebody who sits down between the reading of a room and its telling', () => {
  it.each(['a step', 'people who came'] as const)(
    'stays when it was read for %s, and hears the next step',
    async (why) => {
      const { session, first, code } = await openWithCode();
      const one = await sit(session, first);
      const read = rooms.hold();
      const telling = why === 'a step' ? audience.tell(session) : audience.sample(session, 'people');
      await read;
      const seat = await takeSeat(undefined, { code, nickname: 'Late' });
      if (!seat.ok) throw new Error(seat.refused);
      const late = await sit(session, seat.player);
      rooms.letGo();
      await telling;
      await commandSession(session, { type: 'next' }, () => Date.now());
      await audience.tell(session);
      await expect.poll(() => late.heard).toEqual(['player']);
      expect(one.heard).not.toContain('removed');
      one.close();
      late.close();
    },
  );
});

it('who was removed is told so, and hears nothing more', async () => {
  const { session, first } = await openWithCode();
  const one = await sit(session, first);
  expect(await changeSeat(session, first, true)).toMatchObject({ ok: true });
  await audience.tell(session);
  await audience.tell(session);
  await expect.poll(() => one.heard).toEqual(['removed']);
  one.close();
});
