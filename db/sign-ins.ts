/** Sign-ins: one row for each browser in which somebody is signed in. To end one is to delete it, and to say so. */

import type pg from 'pg';
import { z } from 'zod';
import type { Person } from '../domain/people/person.ts';
import type { Queryable } from './client.ts';
import { databaseNow } from './clock.ts';
import { notifyAll } from './notify.ts';
import { rowsOf } from './rows.ts';

const ended = z.strictObject({ id: z.guid() });

/** How a browser names itself may be long, and anything. */
const LONGEST_DEVICE = 300;
const SEEN_MINUTES = 5;

export interface SignedIn {
  person: Person;
  /** id of the sign-in */
  signIn: string;
}

/**
 * Signs somebody in whose password was looked at: it may have been changed meanwhile, or the account disabled, and what ends
 * the sign-ins of an account waits for this one, or is waited for.
 * @param passwordHash what the password was compared with
 * @returns the id that goes into the browser's cookie; undefined where the password does not hold any more
 */
export async function insertSignIn(
  db: Queryable,
  userId: string,
  passwordHash: string | null,
  device: string,
): Promise<string | undefined> {
  const readable = device.replace(/[^\x20-\x7e]/g, '').slice(0, LONGEST_DEVICE);
  const [made] = await rowsOf(
    ended,
    db.$queryRaw`
    insert into sign_ins (user_id, device)
    select id, ${readable} from users
    where id = ${userId}::uuid and disabled_at is null and password_hash is not distinct from ${passwordHash}
    for share
    returning id`,
  );
  return made?.id;
}

type Row = Person & { unseen: boolean; signIn: string };

const VIEWER = `select s.id as "signIn", u.id, u.name, u.login, u.role, exists (select 1 from course_editors e where e.user_id = u.id) as edits,
    s.seen_at < now() - interval '${SEEN_MINUTES} minutes' as unseen
  from sign_ins s join users u on u.id = s.user_id
  where s.expires_at > now() and u.disabled_at is null`;

/** Who is signed in by this sign-in; undefined once it has ended. In plain SQL: each page and each order of a host asks. */
export async function selectOptionalSignedIn(pool: pg.Pool, signIn: string): Promise<SignedIn | undefined> {
  const { rows } = await pool.query<Row>({ name: 'viewer', text: `${VIEWER} and s.id = $1`, values: [signIn] });
  const [row] = rows;
  if (row === undefined) return undefined;
  const { unseen, signIn: _, ...person } = row;
  if (unseen) noteSeen(pool, [signIn]);
  return { person, signIn };
}

/** The same of many at once. @returns by their sign-ins, of those that are good */
export async function selectSignedIn(pool: pg.Pool, signIns: readonly string[]): Promise<Map<string, SignedIn>> {
  const { rows } = await pool.query<Row>({
    name: 'viewers',
    text: `${VIEWER} and s.id = any($1::uuid[])`,
    values: [signIns],
  });
  const unseen = rows.flatMap((row) => (row.unseen ? [row.signIn] : []));
  if (unseen.length > 0) noteSeen(pool, unseen);
  return new Map(rows.map(({ unseen: _, signIn, ...person }) => [signIn, { person, signIn }]));
}

/** Now and then, and nobody waits for it: the page is of more use than the minute. */
function noteSeen(pool: pg.Pool, signIns: readonly string[]): void {
  // the next page says it again
  pool.query('update sign_ins set seen_at = now() where id = any($1::uuid[])', [signIns]).catch(() => undefined);
}

/** Where somebody is signed in, the one used last first. */
export async function selectSignIns(db: Queryable, userId: string) {
  return db.signIn.findMany({
    where: { userId, expiresAt: { gt: await databaseNow(db) } },
    orderBy: [{ seenAt: 'desc' }, { id: 'asc' }],
    select: { id: true, createdAt: true, seenAt: true, device: true },
  });
}

/** Which of these are still good. */
export async function selectGood(pool: pg.Pool, signIns: readonly string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `select s.id from sign_ins s join users u on u.id = s.user_id
     where s.id = any($1::uuid[]) and s.expires_at > now() and u.disabled_at is null`,
    [signIns],
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Ends sign-ins of somebody, with the transaction: servers close their connections as soon as it has committed.
 * @param which one of them, or all but one; without: all
 * @returns how many there were
 */
export async function deleteSignIns(
  db: Queryable,
  userId: string,
  which: { only?: string; but?: string } = {},
): Promise<number> {
  const gone = await rowsOf(
    ended,
    db.$queryRaw`
    delete from sign_ins
    where user_id = ${userId}::uuid
      and (${which.only ?? null}::uuid is null or id = ${which.only ?? null}::uuid)
      and (${which.but ?? null}::uuid is null or id <> ${which.but ?? null}::uuid)
    returning id`,
  );
  return tell(db, gone);
}

/** Ends those that have lasted as long as they may. @returns how many */
export async function deleteExpiredSignIns(db: Queryable): Promise<number> {
  return tell(db, await rowsOf(ended, db.$queryRaw`delete from sign_ins where expires_at <= now() returning id`));
}

async function tell(db: Queryable, ended: readonly { id: string }[]): Promise<number> {
  await notifyAll(
    db,
    ended.map(({ id }) => ({ about: 'signInEnded' as const, signIn: id })),
  );
  return ended.length;
}
