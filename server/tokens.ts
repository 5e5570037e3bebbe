/** A player's token: who they are in one room, signed; not the socket, and no account. */
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

export interface Seat {
  session: string;
  player: string;
  /** by which it was taken, where somebody signed in took it: it ends with it */
  signIn?: string | undefined;
}
const seatClaims = z.object({ session: z.uuid(), player: z.uuid(), signIn: z.uuid().optional() });
const AUDIENCE = 'nabla-player';

function keyOf(secret: string): Uint8Array {
  return new TextEncoder().encode(`${AUDIENCE}:${secret}`);
}

/** The token that a seat in a room is known by. */
export function signSeat(seat: Seat, secret: string): Promise<string> {
  return new SignJWT({ ...seat })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime('2d')
    .sign(keyOf(secret));
}

/** The seat a token stands for; undefined where it is not ours or has run out. */
export async function readSeat(token: string, secret: string): Promise<Seat | undefined> {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), { audience: AUDIENCE, algorithms: ['HS256'] });
    const claims = seatClaims.safeParse(payload);
    return claims.success ? claims.data : undefined;
  } catch {
    // forged, damaged, or it has run out
    return undefined;
  }
}
