import 'server-only';
/** Who looks at a page. Every page asks; the role is read from the database each time. */
import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { database, pool } from '../../db/client.ts';
import { countNotices } from '../../db/notices.ts';
import type { SignedIn } from '../../db/sign-ins.ts';
import { type Action, can, type Relation } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { environment } from '../../server/env.ts';
import { cookieName, signedInByCookie } from '../../server/session-cookie.ts';

/** The signed-in person, or undefined. One query a request. */
export async function currentViewer(): Promise<Person | undefined> {
  return (await currentSignIn())?.person;
}

/** The signed-in person with the sign-in of this browser, or undefined. */
export const currentSignIn = cache(async (): Promise<SignedIn | undefined> => {
  return signedInByCookie((await cookies()).get(cookieName(environment().secure))?.value);
});

/** Who looks at a page, with what its header says to them. */
export interface Viewer extends Person {
  /** how much is new for them */
  news: number;
}

const readNews = cache((id: string): Promise<number> => countNotices({ db: database(), pool: pool() }, id));

/** The signed-in person; others are sent to sign in and come back to `path`. */
export async function requireViewer(path: string): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer === undefined) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return { ...viewer, news: await readNews(viewer.id) };
}

/** Somebody who may do this; to others the page does not exist. */
export async function requirePermission(path: string, action: Action, relation: Relation = {}): Promise<Viewer> {
  const viewer = await requireViewer(path);
  if (!can(viewer.role, action, relation)) notFound();
  return viewer;
}
