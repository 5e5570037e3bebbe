'use client';
/** The seats that a browser keeps: the token of each by its session, and under which code it was, to find it when that is over. */
import type { RefusalCode } from '../../../domain/refusal.ts';
import { forgetItem, forgetItems, itemsOf, keepItem, keptItem } from '../../_client/kept-item.ts';
import { hideSeat, showSeat } from './seat-cookie.ts';

export const SEAT_KEYS = 'nabla-seat:';

const seatKey = (session: string): string => SEAT_KEYS + session;
/** Where what was typed in a seat is kept (kept-answer.ts): it goes with the seat. */
export const answerKey = (session: string): string => `${SEAT_KEYS}answer:${session}`;
const codeKey = (code: string): string => `${SEAT_KEYS}code:${code}`;

/** The token of one's seat in a session. */
export function keptSeat(session: string): string | null {
  return keptItem(seatKey(session));
}

/** Keeps a seat, and shows it where pictures are asked for. */
export function keepSeat(session: string, token: string): void {
  keepItem(seatKey(session), token);
  showSeat(session, token);
}

/** Under which code a session is, or was, played. */
export function keepCode(code: string, session: string): void {
  if (keptItem(codeKey(code)) !== session) keepItem(codeKey(code), session);
}

/** The session that was played here under a code, where there is a seat in it still. */
export function sessionOfCode(code: string): string | null {
  const session = keptItem(codeKey(code));
  return session !== null && keptSeat(session) !== null ? session : null;
}

/** Its token opens nothing any more; a new seat may be taken. */
export function forgetSeat(session: string): void {
  forgetItem(seatKey(session));
  forgetItem(answerKey(session));
  hideSeat(session);
}

/** Whoever uses this browser next has not played in these rooms. */
export function forgetSeats(): void {
  for (const key of itemsOf(SEAT_KEYS)) if (key.split(':').length === 2) hideSeat(key.slice(SEAT_KEYS.length));
  forgetItems(SEAT_KEYS);
}

/** Whether a seat is gone for good when it is refused like this. */
export const isDead = (refused: RefusalCode): boolean =>
  refused === 'removed' || refused === 'noSuchRoom' || refused === 'notSignedIn';
