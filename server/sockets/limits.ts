/** How much one connection, one person and one address may ask for. A class of thirty, or a school, shares an address. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RequestName } from '../../domain/protocol.ts';
import type { LiveSocket } from '../live/connections.ts';

const perSocket = new RateLimiterMemory({ points: 80, duration: 10 });
/** A school of 1,500 joins in a minute. */
const joins = new RateLimiterMemory({ points: 1500, duration: 60 });
/** A phone that is passed round takes a few seats; a machine takes all. */
const seats = new RateLimiterMemory({ points: 5, duration: 60 });
/** Wrong codes: a person mistypes a few, a machine tries them all. */
const wrongCodes = new RateLimiterMemory({ points: 60, duration: 300 });

/** Refused so often within its 10 s, a connection does not listen: it is closed. */
export const FLOOD = 500;

/** Whether a request may be served; `flood`: this connection has gone on asking after it was refused many times. */
export type Allowance = 'yes' | 'no' | 'flood';

export async function allow(request: RequestName, socket: LiveSocket): Promise<Allowance> {
  const asked = await consume(perSocket, socket.id);
  if (!asked.allowed) return asked.consumed > perSocket.points + FLOOD ? 'flood' : 'no';
  if (request === 'join') {
    if (!(await consume(seats, socket.id)).allowed) return 'no';
    if (!(await consume(joins, socket.data.address)).allowed) return 'no';
  }
  if (request === 'find' || request === 'join') return (await mayTryCodes(socket)) ? 'yes' : 'no';
  return 'yes';
}

/**
 * Counts a code that opens no room. Asked again after a code was looked up: of many that are looked up at the same time,
 * no more are answered than one after the other.
 * @returns whether it may be told
 */
export async function countWrongCode(socket: LiveSocket): Promise<boolean> {
  return (await consume(wrongCodes, guesserOf(socket))).allowed;
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

async function consume(limiter: RateLimiterMemory, key: string): Promise<{ allowed: boolean; consumed: number }> {
  try {
    return { allowed: true, consumed: (await limiter.consume(key)).consumedPoints };
  } catch (spent) {
    if (spent instanceof RateLimiterRes) return { allowed: false, consumed: spent.consumedPoints };
    throw spent;
  }
}
