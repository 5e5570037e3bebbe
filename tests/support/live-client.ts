/** People in a live room, as their browsers speak: sockets with a cookie or without, every frame kept. */
import { encode } from 'next-auth/jwt';
import { io, type Socket } from 'socket.io-client';
import type { HostView, PlayerView, Receipt } from '../../domain/live/views.ts';
import type { Payload, Reply, RequestName } from '../../domain/protocol.ts';
import { SECRET } from './processes.ts';

/** The sign-in cookie of somebody. */
export async function cookieOf(userId: string): Promise<string> {
  const token = await encode({ secret: SECRET, token: { sub: userId, signedInAt: Date.now() } });
  return `nabla.session=${token}`;
}

export class LiveClient {
  /** untyped on purpose: tests also send what the protocol does not know */
  readonly socket: Socket;
  /** every packet that came, as text */
  readonly frames: string[] = [];
  view: PlayerView | undefined;
  desk: HostView | undefined;
  token = '';
  /** the receipts that came, by client id */
  readonly receipts = new Map<string, Receipt>();
  #changed: (() => void)[] = [];

  constructor(address: string, options: { cookie?: string; polling?: boolean } = {}) {
    this.socket = io(address, {
      path: '/live-socket',
      transports: [options.polling === true ? 'polling' : 'websocket'],
      forceNew: true,
      // keeps the cookie with which a proxy ties long polling to a server
      withCredentials: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 300,
      ...(options.cookie === undefined ? {} : { extraHeaders: { cookie: options.cookie } }),
    });
    this.socket.onAny((name: string, message: unknown) => this.frames.push(JSON.stringify([name, message])));
    this.socket.on('player', (view: PlayerView) => this.#show(() => (this.view = view)));
    this.socket.on('host', (view: HostView) => this.#show(() => (this.desk = view)));
    this.socket.on('connect', () => {
      // a socket that drops again meanwhile asks again when it is back
      if (this.token !== '') this.ask('play', { token: this.token }).catch(() => undefined);
    });
  }

  #show(change: () => void): void {
    change();
    for (const changed of this.#changed.splice(0)) changed();
  }

  async ask<R extends RequestName>(name: R, payload: Payload<R>): Promise<Reply<R>> {
    const reply: Reply<R> = await this.socket.timeout(10_000).emitWithAck(name, payload);
    this.frames.push(JSON.stringify(reply));
    if (reply.ok && 'receipt' in reply) {
      const { receipt } = reply as { receipt: Receipt };
      this.receipts.set(receipt.clientId, receipt);
    }
    if (reply.ok && 'view' in reply) {
      const { view } = reply as { view: PlayerView | HostView };
      this.#show(() => {
        if (view.role === 'player') this.view = view;
        else this.desk = view;
      });
    }
    return reply;
  }

  async join(code: string, nickname: string): Promise<void> {
    const reply = await this.ask('join', { code, nickname });
    if (!reply.ok) throw new Error(`${nickname} could not join: ${reply.refused}`);
    this.token = reply.token;
  }

  /** Waits until something is so; looks again at each message and every 50 ms. */
  async until(is: () => boolean, what: string, limit = 20_000): Promise<void> {
    for (const deadline = Date.now() + limit; !is(); ) {
      if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.#changed.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  close(): void {
    this.socket.disconnect();
  }
}
