/** People in a live room, as their browsers speak: sockets with a cookie or without, every frame kept. */
import { encode } from 'next-auth/jwt';
import { io, type Socket } from 'socket.io-client';
import { wholeView } from '../../domain/live/read-view.ts';
import type { HostView, PlayerNews, PlayerView, Receipt, ShownQuestion } from '../../domain/live/views.ts';
import type { Payload, Reply, RequestName } from '../../domain/protocol.ts';
import { GUARD_MS } from './guard.ts';
import { SECRET } from './processes.ts';
import { signInOf } from './sign-in-of.ts';

/** The sign-in cookie of somebody. */
export async function cookieOf(userId: string): Promise<string> {
  const signIn = await signInOf(userId, 'a test');
  const token = await encode({ secret: SECRET, token: { sub: userId, signIn } });
  return `nabla.session=${token}`;
}

/** After an order that came too soon the same one is given again. */
const LOOKS_MS = 250;

export class LiveClient {
  /** untyped on purpose: tests also send what the protocol does not know */
  readonly socket: Socket;
  /** every packet that came, as text: events, and replies to what was asked */
  readonly frames: string[] = [];
  view: PlayerView | undefined;
  desk: HostView | undefined;
  token = '';
  /** who this is in the room, once seated */
  id = '';
  /** every receipt that came, with the answer that it was given for, in the order in which they came */
  readonly receipts: { sent: Payload<'answer'>; receipt: Receipt }[] = [];
  /** the room that this client hosts */
  #hosts = '';
  #changed: (() => void)[] = [];

  constructor(address: string, options: { cookie?: string; polling?: boolean; from?: string } = {}) {
    this.socket = io(address, {
      path: '/live-socket',
      transports: [options.polling === true ? 'polling' : 'websocket'],
      forceNew: true,
      // keeps the cookie with which a proxy ties long polling to a server
      withCredentials: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 300,
      extraHeaders: {
        ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
        // the address that a proxy says it speaks for
        ...(options.from === undefined ? {} : { 'x-forwarded-for': options.from }),
      },
    });
    const manager = this.socket.io;
    // below socket.io: what it would drop, or take for a reply that nobody waits for any more, is kept too
    manager.on('open', () => manager.engine.on('data', (packet) => this.frames.push(String(packet))));
    let question: ShownQuestion | null = null;
    this.socket.on('player', (news: PlayerNews) => {
      const view = wholeView(news, question);
      if (view === undefined) return;
      question = view.question;
      this.#take(view);
    });
    this.socket.on('host', (view: HostView) => this.#take(view));
    this.socket.on('connect', () => {
      // a socket that drops again meanwhile asks again when it is back
      if (this.token !== '') this.ask('play', { token: this.token }).catch(() => undefined);
      if (this.#hosts !== '') this.ask('host', { session: this.#hosts }).catch(() => undefined);
    });
  }

  /** Shows a view unless a newer one of the same room is shown: the reply to `play` may come after the next step. */
  #take(view: PlayerView | HostView): void {
    const shown = view.role === 'player' ? this.view : this.desk;
    if (shown?.session === view.session && shown.version > view.version) return;
    if (view.role === 'player') this.view = view;
    else this.desk = view;
    for (const changed of this.#changed.splice(0)) changed();
  }

  /** @param patience after which a reply is taken for lost, as it is with its socket */
  async ask<R extends RequestName>(name: R, payload: Payload<R>, patience = GUARD_MS): Promise<Reply<R>> {
    const reply: Reply<R> = await this.socket.timeout(patience).emitWithAck(name, payload);
    if (!reply.ok && reply.refused === 'tooSoon') {
      // a person has looked at what has changed by then
      await new Promise((resolve) => setTimeout(resolve, LOOKS_MS));
      return this.ask(name, payload, patience);
    }
    if (reply.ok && 'receipt' in reply) {
      const { receipt } = reply as { receipt: Receipt };
      this.receipts.push({ sent: payload as Payload<'answer'>, receipt });
    }
    if (reply.ok && 'view' in reply) {
      const { view } = reply as { view: PlayerView | HostView };
      this.#take(view);
      if (view.role === 'player') this.id = view.me.id;
      if (view.role === 'host') this.#hosts = view.session;
    }
    return reply;
  }

  async join(code: string, nickname: string): Promise<void> {
    const reply = await this.ask('join', { code, nickname });
    if (!reply.ok) throw new Error(`${nickname} could not join: ${reply.refused}`);
    this.token = reply.token;
  }

  /** Waits until something is so; looks again at each message and every 50 ms. */
  async until(is: () => boolean, what: string, limit = GUARD_MS): Promise<void> {
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
