/** The sign-in cookie, read the same way by pages and by the socket handshake. */
import type { IncomingMessage } from 'node:http';
import { decode } from 'next-auth/jwt';
import { database } from '../db/client.ts';
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
  const token = await decode({ token: value, secret: environment().secret }).catch(() => null);
  if (typeof token?.sub !== 'string' || typeof token.signedInAt !== 'number') return undefined;
  return selectOptionalViewer(database(), token.sub, new Date(token.signedInAt));
}
