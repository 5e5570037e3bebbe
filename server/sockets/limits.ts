/** How much one connection, one person and one address may ask for. A class of thirty, or a school, shares an address. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RequestName } from '../../domain/protocol.ts';
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
/** Wrong codes: a person mistypes a few, a machine tries them all. */
const wrongCodes = new RateLimiterMemory({ points: 60, duration: 300 });

/** Refused so often within its 10 s, a connection does not listen: it is closed. */
const FLOOD = 500;

/** Whether a request may be served; `flood`: this connection has gone on asking after it was refused many times. */
export type Allowance = 'yes' | 'no' | 'flood';

/** @returns a promise only for what somebody could try all codes with */
export function allow(request: RequestName, socket: LiveSocket): Allowance | Promise<Allowance> {
  const count = countRequest(socket);
  if (count > REQUESTS) return count > REQUESTS + FLOOD ? 'flood' : 'no';
  return request === 'find' || request === 'join' ? allowCode(request, socket) : 'yes';
}

async function allowCode(request: 'find' | 'join', socket: LiveSocket): Promise<Allowance> {
  if (request === 'join') {
    if (!(await consume(seats, socket.id))) return 'no';
    if (!(await consume(joins, socket.data.address))) return 'no';
  }
  return (await mayTryCodes(socket)) ? 'yes' : 'no';
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
 * Counts a code that opens no room. Asked again after a code was looked up: of many that are looked up at the same time,
 * no more are answered than one after the other.
 * @returns whether it may be told
 */
export async function countWrongCode(socket: LiveSocket): Promise<boolean> {
  return consume(wrongCodes, guesserOf(socket));
}

/** Whether somebody has wrong codes left. */
export async function mayTryCodes(socket: LiveSocket): Promise<boolean> {
  const tried = await wrongCodes.get(guesserOf(socket));
  return tried === null || tried.consumedPoints <= wrongCodes.points;
}

/** Who is signed in answers for themselves, so that a neighbour who guesses does not lock them out. */
function guesserOf({ data }: LiveSocket): string {
  return data.person === undefined ? `address:${data.address}` : `person:${data.person.id}`;
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
