/** People: who they are and how they sign in. */
import type pg from 'pg';
import type { Role } from '../domain/permissions.ts';
import type { Person } from '../domain/person.ts';
import type { Queryable } from './client.ts';

const person = { id: true, name: true, login: true, role: true } as const;

/** Who signs in with this name or e-mail; for checking a password only. */
export async function selectOptionalSignIn(db: Queryable, loginOrEmail: string) {
  const wanted = loginOrEmail.trim().toLowerCase();
  return db.user.findFirst({
    where: { disabledAt: null, OR: [{ login: wanted }, { email: wanted }] },
    select: { ...person, passwordHash: true },
  });
}

const VIEWER = 'select id, name, login, role from users where id = $1 and disabled_at is null and valid_from <= $2';

/**
 * The person behind a sign-in of that time; undefined once disabled, or when sign-ins before then are void. In plain SQL: each
 * page and each order of a host asks for it.
 */
export async function selectOptionalViewer(pool: pg.Pool, id: string, signedInAt: Date): Promise<Person | undefined> {
  const { rows } = await pool.query<Person>({ name: 'viewer', text: VIEWER, values: [id, signedInAt] });
  return rows[0];
}

export async function insertUser(
  db: Queryable,
  user: { name: string; login: string; email?: string | null; role: Role; passwordHash: string | null; demo?: boolean },
): Promise<Person> {
  return db.user.create({ data: { ...user, login: user.login.toLowerCase() }, select: person });
}

/** A new password voids every earlier sign-in. */
export async function updatePassword(db: Queryable, userId: string, passwordHash: string): Promise<void> {
  // whole seconds, as the sign-in's own time stamp has them
  await db.$executeRaw`
    update users set password_hash = ${passwordHash}, valid_from = date_trunc('second', now()) where id = ${userId}::uuid`;
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
