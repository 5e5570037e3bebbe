/** People: who they are and how they sign in. */
import { z } from 'zod';
import { signInForms } from '../domain/people/names/sign-in-name.ts';
import { sortNameOf } from '../domain/people/names/sort-name.ts';
import type { Role } from '../domain/people/permissions.ts';
import type { Person } from '../domain/people/person.ts';
import type { Queryable } from './client.ts';
import { databaseNow } from './clock.ts';
import { rowsOf } from './rows.ts';
import { deleteSignIns } from './sign-ins.ts';

const person = { id: true, name: true, login: true, role: true } as const;

/** Who signs in with this name or e-mail; for checking a password only. */
export async function selectOptionalSignIn(db: Queryable, loginOrEmail: string) {
  const forms = signInForms(loginOrEmail);
  const found = await db.user.findMany({
    where: { OR: [{ login: { in: forms } }, { email: { in: forms } }] },
    select: { ...person, email: true, passwordHash: true, disabledAt: true },
  });
  const meant = forms.flatMap((form) => [
    found.find(({ login }) => login === form),
    found.find(({ email }) => email === form),
  ]);
  const account = meant.find((one) => one !== undefined);
  if (account === undefined) return null;
  const { email: _, ...known } = account;
  return known;
}

/** Whose sign-in name this is, however it was typed. */
export async function selectOptionalByLogin(db: Queryable, typed: string) {
  const forms = signInForms(typed);
  const found = await db.user.findMany({
    where: { login: { in: forms } },
    select: { id: true, login: true, role: true, disabledAt: true },
  });
  return forms.map((form) => found.find(({ login }) => login === form)).find((one) => one !== undefined);
}

/** A new account; its sign-in name is stored in lower case. */
export async function insertUser(
  db: Queryable,
  user: {
    name: string;
    /** the family name first; guessed where it is not said */
    sortName?: string;
    login: string;
    email?: string | null;
    role: Role;
    passwordHash: string | null;
    /** the class that makes the account */
    madeInId?: string | null;
    demo?: boolean;
  },
): Promise<Person> {
  const { login, sortName = sortNameOf(user.name) } = user;
  return db.user.create({ data: { ...user, login: login.toLowerCase(), sortName }, select: person });
}

/** The hash of a password; null where nobody has set one yet. */
export async function selectPasswordHash(db: Queryable, userId: string): Promise<string | null> {
  const found = await db.user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  return found?.passwordHash ?? null;
}

/** What somebody says that they are called: what everybody sees from now on. */
export async function updateName(db: Queryable, userId: string, name: string): Promise<void> {
  const found = await db.user.findUnique({ where: { id: userId }, select: { fullName: true } });
  // where the school's list has another name, that one says where it stands
  const sortName = found?.fullName ? {} : { sortName: sortNameOf(name) };
  await db.user.update({ where: { id: userId }, data: { name, ...sortName } });
}

/**
 * Holds an account for a new password: nobody else sets one, and no sign-in is ended, before this transaction has.
 * @returns false where the password is not that one any more, or the sign-in has ended meanwhile
 */
export async function holdPassword(
  db: Queryable,
  userId: string,
  passwordHash: string | null,
  signIn: string,
): Promise<boolean> {
  const held = await rowsOf(
    z.object({}),
    db.$queryRaw`
    select 1 from users
    where id = ${userId}::uuid and disabled_at is null and password_hash is not distinct from ${passwordHash}
    for update`,
  );
  if (held.length === 0) return false;
  // asked once the row is held: what ended the sign-in held it before
  return (await db.signIn.count({ where: { id: signIn, userId } })) === 1;
}

/** A new password ends every sign-in but the one it is set from, and every link to set another. */
export async function updatePassword(
  db: Queryable,
  userId: string,
  passwordHash: string,
  keep?: string,
): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { passwordHash } });
  await deleteSignIns(db, userId, keep === undefined ? {} : { but: keep });
  await voidLinks(db, { userId });
}

/** One-time links for a new password that nobody has used are good no more: of an account, or made by one. */
export async function voidLinks(
  db: Pick<Queryable, 'passwordReset' | '$queryRaw'>,
  which:
    | { userId: string; createdBy?: { role: { not: Role } } }
    // of all accounts, or of those that a class has made
    | { createdById: string; user?: { madeInId: string } },
): Promise<void> {
  await db.passwordReset.updateMany({ where: { ...which, usedAt: null }, data: { usedAt: await databaseNow(db) } });
}

/** Notes what must be answered for, in the transaction that does it. */
export async function insertAudit(
  db: Queryable,
  event: {
    actorId: string | null;
    action: string;
    subject: string;
    details?: Record<string, string | number | boolean | null>;
  },
): Promise<void> {
  await db.auditEvent.create({ data: { ...event, details: event.details ?? {} } });
}
