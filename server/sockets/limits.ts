/** How much one connection, and one address, may ask for. A class of thirty shares an address. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RequestName } from '../../domain/protocol.ts';

const perSocket = new RateLimiterMemory({ points: 80, duration: 10 });
const joins = new RateLimiterMemory({ points: 1500, duration: 60 });
/** Wrong codes: a person mistypes a few, a machine tries them all. */
const wrongCodes = new RateLimiterMemory({ points: 60, duration: 300 });

/** May this request be served? */
export async function allow(request: RequestName, socketId: string, address: string): Promise<boolean> {
  try {
    await perSocket.consume(socketId);
    if (request === 'join') await joins.consume(address);
    if (request === 'find' || request === 'join') {
      const tried = await wrongCodes.get(address);
      if (tried !== null && tried.remainingPoints <= 0) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** Counts a code that opens no room. */
export async function countWrongCode(address: string): Promise<void> {
  await wrongCodes.consume(address).catch(() => undefined);
}
