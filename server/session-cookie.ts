/**
 * The sign-in cookie, read the same way by pages and by the socket handshake. It names a sign-in, and whether that one is still
 * good is asked of the database each time.
 */

import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import { pool } from '../db/client.ts';
import { type SignedIn, selectOptionalSignedIn, selectSignedIn } from '../db/sign-ins.ts';
import { environment } from './env.ts';

export function cookieName(secure: boolean): string {
  return secure ? '__Secure-nabla.session' : 'nabla.session';
}

/** Who sends this request; the role is read from the database each time. */
export async function signedInByRequest(request: IncomingMessage): Promise<SignedIn | undefined> {
  return signedInByCookie(cookieIn(request));
}

/** The same of many at once, in their order: one question to the database. */
export async function signedInByRequests(requests: readonly IncomingMessage[]): Promise<(SignedIn | undefined)[]> {
  const signIns = await Promise.all(requests.map((request) => signInOf(cookieIn(request))));
  const good = await selectSignedIn(pool(), [...new Set(signIns.filter((signIn) => signIn !== undefined))]);
  return signIns.map((signIn) => (signIn === undefined ? undefined : good.get(signIn)));
}

function cookieIn(request: IncomingMessage): string | undefined {
  const name = `${cookieName(environment().secure)}=`;
  const pair = (request.headers.cookie ?? '').split(/;\s*/).find((one) => one.startsWith(name));
  return pair?.slice(name.length);
}

/** Who a sign-in cookie stands for. */
export async function signedInByCookie(value: string | undefined): Promise<SignedIn | undefined> {
  const signIn = await signInOf(value);
  return signIn === undefined ? undefined : selectOptionalSignedIn(pool(), signIn);
}

/** Which sign-in a cookie names, whether that is still good or not. */
async function signInOf(value: string | undefined): Promise<string | undefined> {
  return value === undefined || value === '' ? undefined : (known.get(value) ?? open(value));
}

/** What a cookie says that was opened already: a host's socket shows the same one with each order. */
const known = new LRUCache<string, string>({ max: 2_000 });

/** @returns the id of the sign-in; the time that the cookie itself ends is no matter, the row has one of its own */
async function open(value: string): Promise<string | undefined> {
  // forged, damaged, or of another secret: nobody is signed in
  const token = await decode({ token: value, secret: environment().secret }).catch(() => null);
  const signIn = z.uuid().safeParse(token?.signIn);
  if (!signIn.success) return undefined;
  known.set(value, signIn.data);
  return signIn.data;
}
