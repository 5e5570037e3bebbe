/**
 * A server at the other end of a page's sockets, for unit tests of hooks: `vi.mock('socket.io-client', …)` with `fakeClient`.
 * While the network is away, requests wait, and go out when it is back, as socket.io does it.
 */
import type { Message, MessageName, Payload, Reply, RequestName } from '../../domain/protocol.ts';

type Listener = (...args: never[]) => void;
/** How the server answers each request; undefined: never. */
type Replies = { [R in RequestName]?: (payload: Payload<R>) => Reply<R> | Promise<Reply<R>> | undefined };

class FakeSocket {
  readonly #server: FakeServer;
  readonly listeners = new Map<string, Listener[]>();
  closed = false;
  readonly io;

  constructor(server: FakeServer) {
    this.#server = server;
    const transport = {
      get name(): string {
        return server.transport;
      },
    };
    const engine = { transport, once: (_: 'upgrade', listener: Listener) => this.on('upgrade', listener) };
    this.io = { opts: {}, on: () => undefined, engine };
  }
  get connected(): boolean {
    return this.#server.online && !this.closed;
  }
  on(event: string, listener: Listener): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }
  off(event: string, listener: Listener): void {
    const left = (this.listeners.get(event) ?? []).filter((one) => one !== listener);
    this.listeners.set(event, left);
  }
  hear(event: string, ...args: unknown[]): void {
    for (const listener of this.listeners.get(event) ?? []) listener(...(args as never[]));
  }
  /** how many listen, but for what is told once */
  get heard(): number {
    return [...this.listeners].reduce((sum, [event, all]) => sum + (event === 'upgrade' ? 0 : all.length), 0);
  }
  /** What could not go out within its time goes out no more. */
  timeout(ms: number) {
    return {
      emitWithAck: (name: RequestName, payload: unknown): Promise<unknown> =>
        new Promise((resolve) => {
          const forget = this.#server.take(name, payload, resolve);
          setTimeout(forget, ms);
        }),
    };
  }
  emitWithAck(name: RequestName, payload: unknown): Promise<unknown> {
    return new Promise((resolve) => this.#server.take(name, payload, resolve));
  }
  connect(): void {
    this.#server.wakes += 1;
  }
  close(): void {
    this.closed = true;
  }
}

class FakeServer {
  online = false;
  replies: Replies = {};
  /** how often a page asked for the connection to be tried at once */
  wakes = 0;
  /** how many connections the page has opened */
  opened = 0;
  /** by which way its connections go */
  transport = 'websocket';
  #asked: { name: RequestName; payload: unknown }[] = [];
  #waiting: (() => void)[] = [];
  #sockets: FakeSocket[] = [];

  open(): FakeSocket {
    const socket = new FakeSocket(this);
    this.#sockets.push(socket);
    this.opened += 1;
    return socket;
  }

  /** As it is before a test: there is no network, and nothing but the clock is answered. */
  reset(): void {
    this.replies = {};
    this.wakes = 0;
    this.opened = 0;
    this.transport = 'websocket';
    this.#asked = [];
    this.crash();
  }

  /** The page is gone with all that it asked and heard, and nothing of it was tidied up; so is the network. */
  crash(): void {
    this.online = false;
    this.#waiting = [];
    this.#sockets = [];
  }

  /** @returns takes it back, where it still waits for the network */
  take(name: RequestName, payload: unknown, give: (reply: unknown) => void): () => void {
    const serve = (): void => {
      this.#asked.push({ name, payload });
      // each is typed by its name
      const answer = this.replies[name] as ((payload: unknown) => unknown) | undefined;
      const reply = answer === undefined && name === 'clock' ? { ok: true, now: Date.now() } : answer?.(payload);
      if (reply !== undefined) void Promise.resolve(reply).then(give);
    };
    if (this.online) serve();
    else this.#waiting.push(serve);
    return () => {
      this.#waiting = this.#waiting.filter((one) => one !== serve);
    };
  }

  /** What has reached the server under a name, in its order. */
  asked<R extends RequestName>(name: R): Payload<R>[] {
    return this.#asked.filter((one) => one.name === name).map((one) => one.payload as Payload<R>);
  }

  connect(): void {
    this.online = true;
    for (const serve of this.#waiting.splice(0)) serve();
    for (const socket of this.#sockets) if (!socket.closed) socket.hear('connect');
  }

  /** The network is gone, and the page knows. */
  disconnect(): void {
    this.online = false;
    for (const socket of this.#sockets) if (!socket.closed) socket.hear('disconnect', 'transport close');
  }

  /** A WebSocket has opened beside the polling. */
  upgrade(): void {
    this.transport = 'websocket';
    for (const socket of this.#sockets) socket.hear('upgrade');
  }

  say<M extends MessageName>(event: M, message: Message<M>): void {
    for (const socket of this.#sockets) if (!socket.closed) socket.hear(event, message);
  }

  /** How many listen to the page's sockets, without the two that each connection has to itself. */
  get listening(): number {
    return this.#sockets.reduce((sum, socket) => sum + socket.heard - 2, 0);
  }
}

export const fakeServer = new FakeServer();
export const fakeClient = { io: () => fakeServer.open() };
