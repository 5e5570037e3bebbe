/** People: who they are and how they sign in. */
import { signInForms } from '../domain/names/sign-in-name.ts';
import type { Role } from '../domain/permissions.ts';
import type { Person } from '../domain/person.ts';
import type { Queryable } from './client.ts';
import { deleteSignIns } from './sign-ins.ts';

const person = { id: true, name: true, login: true, role: true } as const;

/** Who signs in with this name or e-mail; for checking a password only. */
export async function selectOptionalSignIn(db: Queryable, loginOrEmail: string) {
  const forms = signInForms(loginOrEmail);
  const found = await db.user.findMany({
    where: { disabledAt: null, OR: [{ login: { in: forms } }, { email: { in: forms } }] },
    select: { ...person, email: true, passwordHash: true },
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

export async function insertUser(
  db: Queryable,
  user: { name: string; login: string; email?: string | null; role: Role; passwordHash: string | null; demo?: boolean },
): Promise<Person> {
  return db.user.create({ data: { ...user, login: user.login.toLowerCase() }, select: person });
}

export async function selectPasswordHash(db: Queryable, userId: string): Promise<string | null> {
  const found = await db.user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  return found?.passwordHash ?? null;
}

export async function updateName(db: Queryable, userId: string, name: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { name } });
}

/** A new password ends every sign-in but the one it is set from. */
export async function updatePassword(
  db: Queryable,
  userId: string,
  passwordHash: string,
  keep?: string,
): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { passwordHash } });
  await deleteSignIns(db, userId, keep === undefined ? {} : { but: keep });
}

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
