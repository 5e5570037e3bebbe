/**
 * The seats in rooms that a browser shows where it asks for a picture: an `<img>` can send cookies and nothing else, so the page puts
 * its token into one that goes to pictures alone (`app/_features/live/seat-cookie.ts`).
 */
import type { IncomingMessage } from 'node:http';
import { pool } from '../../db/client.ts';
import { selectOptionalSignedIn } from '../../db/sign-ins.ts';
import { SEAT_COOKIE } from '../../domain/live/seat-cookie.ts';
import type { Environment } from '../env.ts';
import { readSeat, type Seat } from '../tokens.ts';

/** A browser may have played in several rooms; the newest come last. */
const MOST_SEATS = 4;

export async function seatsOfRequest(request: IncomingMessage, { secret }: Environment): Promise<Seat[]> {
  const tokens = (request.headers.cookie ?? '')
    .split(/;\s*/)
    .filter((one) => one.startsWith(SEAT_COOKIE))
    .map((one) => one.slice(one.indexOf('=') + 1));
  const seats = await Promise.all(tokens.slice(-MOST_SEATS).map((token) => seatOf(token, secret)));
  return seats.filter((seat) => seat !== undefined);
}

/** One that was taken signed in ends with that sign-in. */
async function seatOf(token: string, secret: string): Promise<Seat | undefined> {
  const seat = await readSeat(token, secret);
  if (seat?.signIn === undefined) return seat;
  return (await selectOptionalSignedIn(pool(), seat.signIn)) === undefined ? undefined : seat;
}
