/**
 * The secret in a room's link: who comes by the link or its QR code has not guessed, so they wait for nobody who does. It
 * stands behind `#`, which no browser sends along with a request, and is made anew from the server's secret each time.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const PURPOSE = 'nabla-room-link';
/** Of base64url: 96 bits. */
const LENGTH = 16;

/** The key of a session, fit for an address. */
export function roomKey(session: string, secret: string): string {
  return createHmac('sha256', `${PURPOSE}:${secret}`).update(session).digest('base64url').slice(0, LENGTH);
}

/** Whether a key is that of a session; takes as long for every wrong one. */
export function isRoomKey(key: string, session: string, secret: string): boolean {
  const [given, wanted] = [Buffer.from(key), Buffer.from(roomKey(session, secret))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The path of a room's link. */
export function roomPath({ id, code }: { id: string; code: string }, secret: string): string {
  return `/join/${code}#${roomKey(id, secret)}`;
}
