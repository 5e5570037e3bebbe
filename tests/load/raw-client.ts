/**
 * A player's connection spoken by hand: Engine.IO 4 and Socket.IO 5 over a bare WebSocket or long polling, so that a
 * bench measures the server and not a client library. It counts every message that reaches it.
 */
import { Agent, type IncomingMessage, request } from 'node:http';

export interface RawClient {
  /** messages of the application that came: events and replies */
  received: number;
  /** sends an event and waits for its reply */
  ask(name: string, payload: object): Promise<Record<string, unknown>>;
  close(): void;
}

type OnEvent = (name: string, payload: Record<string, unknown>) => void;

const ASK_LIMIT_MS = 30_000;
/** Engine.IO puts this between packets that share a body. */
const SEPARATOR = '\x1e';
const agent = new Agent({ keepAlive: true });

export interface RawOptions {
  address: string;
  path: string;
  polling: boolean;
  headers: Record<string, string>;
}

/** Connects; `onEvent` gets what the server sends by itself. */
export function connectRaw(options: RawOptions, onEvent: OnEvent): Promise<RawClient> {
  return options.polling ? connectPolling(options, onEvent) : connectSocket(options, onEvent);
}

/** What both ways have in common: packets in, packets out. */
class Wire implements RawClient {
  received = 0;
  readonly #write: (packet: string) => void;
  readonly #end: () => void;
  readonly #onEvent: OnEvent;
  readonly #asked = new Map<number, (reply: Record<string, unknown>) => void>();
  #next = 0;

  constructor(write: (packet: string) => void, end: () => void, onEvent: OnEvent) {
    this.#write = write;
    this.#end = end;
    this.#onEvent = onEvent;
  }

  /** One Engine.IO packet. @returns whether it was the confirmation of the connection */
  take(packet: string): boolean {
    if (packet === '2') this.#write('3');
    if (packet[0] !== '4') return false;
    const kind = packet[1];
    if (kind === '0') return true;
    if (kind !== '2' && kind !== '3') return false;
    const digits = /^\d*/.exec(packet.slice(2))?.[0] ?? '';
    const body: unknown = JSON.parse(packet.slice(2 + digits.length));
    if (!Array.isArray(body)) return false;
    this.received += 1;
    if (kind === '3') {
      this.#asked.get(Number(digits))?.(body[0]);
      this.#asked.delete(Number(digits));
    } else this.#onEvent(String(body[0]), body[1]);
    return false;
  }

  ask(name: string, payload: object): Promise<Record<string, unknown>> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no reply to ${name}`)), ASK_LIMIT_MS);
      this.#asked.set(id, (reply) => {
        clearTimeout(late);
        resolve(reply);
      });
      this.#write(`42${id}${JSON.stringify([name, payload])}`);
    });
  }

  close(): void {
    this.#end();
  }
}

function connectSocket({ address, path, headers }: RawOptions, onEvent: OnEvent): Promise<RawClient> {
  return new Promise((resolve, reject) => {
    const url = `${address.replace(/^http/, 'ws')}${path}/?EIO=4&transport=websocket`;
    const socket = withHeaders(url, headers);
    const wire = new Wire(
      (packet) => socket.send(packet),
      () => socket.close(),
      onEvent,
    );
    socket.onmessage = ({ data }) => {
      const packet = String(data);
      if (packet[0] === '0') socket.send('40');
      else if (wire.take(packet)) resolve(wire);
    };
    socket.onerror = () => reject(new Error('the connection failed'));
  });
}

/** Node's WebSocket takes headers, which a browser's does not and the types do not know. */
function withHeaders(url: string, headers: Record<string, string>): WebSocket {
  return Reflect.construct(WebSocket, [url, { headers }]);
}

async function connectPolling({ address, path, headers }: RawOptions, onEvent: OnEvent): Promise<RawClient> {
  const base = `${address}${path}/?EIO=4&transport=polling`;
  const opened: { sid: string } = JSON.parse((await http('GET', base, headers)).slice(1));
  const url = `${base}&sid=${opened.sid}`;
  let waiting: string[] = [];
  let sending = false;
  let ended = false;
  const flush = async (): Promise<void> => {
    sending = true;
    while (waiting.length > 0) {
      const body = waiting.join(SEPARATOR);
      waiting = [];
      await http('POST', url, headers, body);
    }
    sending = false;
  };
  const write = (packet: string): void => {
    waiting.push(packet);
    if (!sending) flush().catch(() => undefined);
  };
  return new Promise((resolve, reject) => {
    const wire = new Wire(
      write,
      () => {
        ended = true;
        write('1');
      },
      onEvent,
    );
    const poll = async (): Promise<void> => {
      while (!ended)
        for (const packet of (await http('GET', url, headers)).split(SEPARATOR)) if (wire.take(packet)) resolve(wire);
    };
    poll().catch((error: unknown) => (ended ? undefined : reject(error)));
    write('40');
  });
}

function http(method: 'GET' | 'POST', url: string, headers: Record<string, string>, body?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers }, (response: IncomingMessage) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () =>
        response.statusCode === 200 ? resolve(text) : reject(new Error(`${response.statusCode}: ${text}`)),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
