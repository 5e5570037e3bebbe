/** A line to a server with typed requests, replies and messages. It reconnects by itself, also where it died without a word. */
import { io, type Socket } from 'socket.io-client';
import type { Payload, Reply, RequestName, ServerToClient } from '../../domain/protocol.ts';
import { refuse } from '../../domain/refusal.ts';
import { keepItem, keptItem } from './kept-item.ts';
import { Line } from './line.ts';

/** The line with its events typed. */
export interface NablaLine extends Omit<Line<Socket>, 'on' | 'off'> {
  on<M extends keyof ServerToClient>(event: M, listener: ServerToClient[M]): void;
  on(event: 'connect' | 'disconnect', listener: () => void): void;
  off<M extends keyof ServerToClient>(event: M, listener: ServerToClient[M]): void;
  off(event: 'connect' | 'disconnect', listener: () => void): void;
}

const REPLY_LIMIT_MS = 8000;
/**
 * Without a reply for so long a connection may be dead: a second one is asked as well. Not by everybody at once: where it
 * is the server that stands still, a whole room has asked at the same moment.
 */
const SLOW_MS = { least: 2000, spread: 700 };
/** After a second connection that nobody answered on either, the next one is waited for twice as long. */
const PATIENT = 2;
const HELD_KEY = 'nabla-transport';
const TRANSPORTS = ['websocket', 'polling'];

/** @param address of the server; left out: the page's own */
function open(address: string | undefined): Socket {
  const options = {
    path: '/live-socket',
    // one beside another is no use if both are the same
    forceNew: true,
    // where WebSockets are refused, long polling takes over at once
    transports: keptItem(HELD_KEY, 'session') === 'polling' ? TRANSPORTS.toReversed() : TRANSPORTS,
    tryAllTransports: true,
    // shorter than a request waits for its reply, so that the other way still serves it
    timeout: REPLY_LIMIT_MS - 2000,
    // a room whose server comes back does not come all at once: the first tries are spread over a second
    reconnectionDelay: 550,
    randomizationFactor: 0.8,
    // back within 5 s of a server that answers again, however long it was away
    reconnectionDelayMax: 2500,
  };
  const opened: Socket = address === undefined ? io(options) : io(address, options);
  // some networks let a WebSocket open and then cut it, which is no refusal: try the two ways in turn until one holds
  const manager = opened.io;
  manager.on('reconnect_attempt', (attempt) => {
    manager.opts.transports = attempt % 2 === 1 ? TRANSPORTS.toReversed() : TRANSPORTS;
  });
  // a server that sends us away says so in a way that socket.io takes for good: an older one that stopped, or one that
  // ended this sign-in. Coming back is what tells which.
  opened.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') setTimeout(() => opened.connect(), 500 + Math.random() * 1000);
  });
  opened.on('connect', () => {
    const { engine } = manager;
    // the next page begins with what held on this one
    const keep = (): void => keepItem(HELD_KEY, engine.transport.name, 'session');
    keep();
    engine.once('upgrade', keep);
  });
  return opened;
}

/** What may be asked twice and is done once: sent again when another connection takes over. */
const REPEATABLE: ReadonlySet<RequestName> = new Set<RequestName>([
  'clock',
  'find',
  'play',
  'host',
  'screen',
  'answer',
  'follow',
  'board',
  'grades',
]);

export interface Dialogue {
  readonly line: NablaLine;
  /**
   * Sends a request; no reply in time counts as `unavailable`, and the same request may be sent again. One that is slow has
   * a second connection asked, and goes there with the same payload if that one stays.
   */
  request<R extends RequestName>(name: R, payload: Payload<R>): Promise<Reply<R>>;
}

/** @param address of the server; left out: the page's own */
export function openDialogue(address?: string): Dialogue {
  const line: NablaLine = new Line<Socket>({
    open: () => open(address),
    probe: (socket) => socket.emitWithAck('clock', {}),
    hear: (socket, event, listener) => void socket.on(event, listener),
    unhear: (socket, event, listener) => void socket.off(event, listener),
  });
  let patience = 1;
  const request = <R extends RequestName>(name: R, payload: Payload<R>): Promise<Reply<R>> =>
    new Promise((resolve) => {
      let slow: ReturnType<typeof setTimeout> | undefined;
      const settle = (reply: Reply<R>): void => {
        clearTimeout(slow);
        clearTimeout(limit);
        forget();
        line.off('connect', watch);
        resolve(reply);
      };
      const send = (): void => {
        // typed by the table: the reply to a name is the one that stands beside it there
        // with a limit, after which it does not go out either: what was told to have failed must not be done later
        const reply: Promise<Reply<R>> = line.socket.timeout(REPLY_LIMIT_MS).emitWithAck(name, payload);
        void reply.then(
          (answered) => {
            patience = 1;
            settle(answered);
          },
          () => undefined,
        );
      };
      const doubt = (): void => {
        patience = PATIENT;
        void line.challenge();
      };
      // what waits for a connection doubts none: on a network that is far away connecting takes longer than any reply
      const watch = (): void => {
        clearTimeout(slow);
        slow = setTimeout(doubt, patience * (SLOW_MS.least + Math.random() * SLOW_MS.spread));
      };
      if (line.connected) watch();
      line.on('connect', watch);
      const limit = setTimeout(() => settle(refuse('unavailable')), REPLY_LIMIT_MS);
      const forget = line.onSwap(() => (REPEATABLE.has(name) ? send() : settle(refuse('unavailable'))));
      send();
    });
  return { line, request };
}
