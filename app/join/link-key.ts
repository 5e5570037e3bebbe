'use client';
/** The key in a room's link stands behind its `#`; this tab keeps it, for the way back from another page. */
import { keepItem, keptItem } from '../_client/kept-item.ts';

const keyOf = (code: string): string => `nabla-room-key:${code}`;

/** What the address holds is kept for the room of this code. */
export function keepLinkKey(code: string): void {
  const key = location.hash.slice(1);
  if (/^[\w-]{1,64}$/.test(key)) keepItem(keyOf(code), key, 'session');
}

/** The code as it is asked for, with its key where one came by the link. */
export function withLinkKey(code: string): { code: string; key?: string } {
  const key = keptItem(keyOf(code), 'session');
  return key === null ? { code } : { code, key };
}
