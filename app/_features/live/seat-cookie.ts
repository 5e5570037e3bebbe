'use client';
/**
 * Pictures are asked for by the browser itself, which sends cookies and nothing else: the token of a seat goes with them in one that
 * is sent to pictures alone.
 */
import { SEAT_COOKIE } from '../../../domain/live/seat-cookie.ts';

/** As long as a token is good. */
const DAYS_2 = 2 * 24 * 3600;

function put(session: string, value: string, seconds: number): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not there on plain http
  document.cookie = `${SEAT_COOKIE}${session}=${value}; path=/pictures; max-age=${seconds}; samesite=strict${secure}`;
}

export const showSeat = (session: string, token: string): void => put(session, token, DAYS_2);
export const hideSeat = (session: string): void => put(session, '', 0);
