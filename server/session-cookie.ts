/** The sign-in cookie, read the same way by pages and by the socket handshake. */
import type { IncomingMessage } from 'node:http';
import { decode } from 'next-auth/jwt';
import { pool } from '../db/client.ts';
import { selectOptionalViewer } from '../db/users.ts';
import type { Person } from '../domain/person.ts';
import { environment } from './env.ts';

export function cookieName(secure: boolean): string {
  return secure ? '__Secure-nabla.session' : 'nabla.session';
}

/** Who sends this request; the role is read from the database each time. */
export async function viewerOfRequest(request: IncomingMessage): Promise<Person | undefined> {
  const name = `${cookieName(environment().secure)}=`;
  const pair = (request.headers.cookie ?? '').split(/;\s*/).find((one) => one.startsWith(name));
  return viewerOfCookie(pair?.slice(name.length));
}

/** Who a sign-in cookie stands for. */
export async function viewerOfCookie(value: string | undefined): Promise<Person | undefined> {
  if (value === undefined || value === '') return undefined;
  const signedIn = known.get(value) ?? (await open(value));
  if (signedIn === undefined || signedIn.until < Date.now()) return undefined;
  return selectOptionalViewer(pool(), signedIn.userId, new Date(signedIn.at));
}

/** What a cookie says that was opened already: a host's socket shows the same one with each order. */
const known = new Map<string, SignedIn>();
const MOST_KNOWN = 2_000;

interface SignedIn {
  userId: string;
  /** ms since 1970 */
  at: number;
  until: number;
}

async function open(value: string): Promise<SignedIn | undefined> {
  const token = await decode({ token: value, secret: environment().secret }).catch(() => null);
  if (typeof token?.sub !== 'string' || typeof token.signedInAt !== 'number' || typeof token.exp !== 'number')
    return undefined;
  const signedIn = { userId: token.sub, at: token.signedInAt, until: token.exp * 1000 };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(value, signedIn);
  return signedIn;
}
