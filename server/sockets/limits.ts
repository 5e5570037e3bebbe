/** How much one connection, one person and one address may ask for. A class of thirty, or a school, shares an address. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RequestName } from '../../domain/protocol.ts';
import { GrowingWait } from '../growing-wait.ts';
import type { LiveSocket } from '../live/connections.ts';

/** Of any requests, each connection may send so many in a window that opens with the first. */
const REQUESTS = 80;
const WINDOW_MS = 10_000;
/** Every answer passes here: a count beside its socket costs a tenth of what a limiter with a clock for each key does. */
const asked = new WeakMap<LiveSocket, { since: number; count: number }>();
/** A school of 1,500 joins in a minute. */
const joins = new RateLimiterMemory({ points: 1500, duration: 60 });
/** A phone that is passed round takes a few seats; a machine takes all. */
const seats = new RateLimiterMemory({ points: 5, duration: 60 });

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Wrong codes of somebody signed in, who answers for themselves: a neighbour who guesses does not make them wait. */
const ofPerson = new GrowingWait({ free: 20, first: SECOND, longest: MINUTE, forgotten: 10 * MINUTE });
/** Of an address, which a school shares: a person mistypes a few, a machine tries them all. */
const ofAddress = new GrowingWait({
  free: 60,
  first: SECOND,
  longest: MINUTE,
  forgotten: 10 * MINUTE,
  eases: 30 * SECOND,
});
/** Of all strangers together, so that many addresses do not search faster than a few: 900,000 codes at one in 5 s. */
const ofStrangers = new GrowingWait({
  free: 600,
  first: SECOND / 4,
  longest: 15 * SECOND,
  forgotten: 10 * MINUTE,
  eases: 5 * SECOND,
});

/** Refused so often within its 10 s, a connection does not listen: it is closed. */
const FLOOD = 500;

/** Whether a request may be served; `flood`: this connection has gone on asking after it was refused many times. */
export type Allowance = 'yes' | 'no' | 'flood';

/** @returns a promise only for what takes a seat */
export function allow(request: RequestName, socket: LiveSocket): Allowance | Promise<Allowance> {
  const count = countRequest(socket);
  if (count > REQUESTS) return count > REQUESTS + FLOOD ? 'flood' : 'no';
  return request === 'join' ? allowSeat(socket) : 'yes';
}

async function allowSeat(socket: LiveSocket): Promise<Allowance> {
  return (await consume(seats, socket.id)) && (await consume(joins, socket.data.address)) ? 'yes' : 'no';
}

/** A name was refused, so no seat was taken: another one may be tried. */
export function giveSeatBack(socket: LiveSocket): void {
  void seats.reward(socket.id, 1);
}

/** @returns how many requests of this connection there were in its window, with this one */
function countRequest(socket: LiveSocket): number {
  const now = performance.now();
  const known = asked.get(socket);
  if (known === undefined || now - known.since > WINDOW_MS) {
    asked.set(socket, { since: now, count: 1 });
    return 1;
  }
  known.count += 1;
  return known.count;
}

/**
 * Counts a code that opened no room. Looked at again after it was looked up: of many that are looked up at the same time,
 * no more are answered than one after the other.
 * @returns whether it may be told
 */
export function countWrongCode(socket: LiveSocket): boolean {
  if (!mayTryCodes(socket)) return false;
  for (const [wait, key] of countsOf(socket)) wait.begin(key, performance.now());
  return true;
}

/** Whether a code of this connection is listened to, or it has to wait. */
export function mayTryCodes(socket: LiveSocket): boolean {
  return countsOf(socket).every(([wait, key]) => wait.left(key, performance.now()) === 0);
}

function countsOf({ data }: LiveSocket): [GrowingWait, string][] {
  if (data.person !== undefined) return [[ofPerson, data.person.id]];
  return [
    [ofAddress, data.address],
    [ofStrangers, 'all'],
  ];
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (spent) {
    if (spent instanceof RateLimiterRes) return false;
    throw spent;
  }
}
