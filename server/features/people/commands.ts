/** Use cases around accounts: make them, change roles, disable, hand out a one-time link for a new password. */
import { z } from 'zod';
import { classExists } from '../../../db/classes.ts';
import { database } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { isUniqueViolation } from '../../../db/errors.ts';
import { removeFromRooms } from '../../../db/live.ts';
import { deleteSignIns } from '../../../db/sign-ins.ts';
import { insertAudit, insertUser, selectOptionalByLogin, updatePassword, voidLinks } from '../../../db/users.ts';
import { newPerson, personNames, resetUse } from '../../../domain/people/input.ts';
import { sortNameOf } from '../../../domain/people/names/sort-name.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { hashPassword } from '../../passwords.ts';
import { command, publicCommand } from '../contract.ts';
import { ofClass } from '../standing.ts';
import { hashToken, makeLink } from './one-time-link.ts';
import { toAccount, toPassword, toStudent } from './standing.ts';

const personChange = z.strictObject({
  userId: z.uuid(),
  role: z.enum(['admin', 'teacher', 'student']).optional(),
  disabled: z.boolean().optional(),
});
const resetRequest = z.strictObject({ userId: z.uuid() });

/** A new person and the one-time link with which they choose their password. */
export const addPerson = command({
  input: newPerson,
  allow: ({ role }) => (role === 'student' ? ofClass('user.addStudent') : 'user.manage'),
  run: async (person, input): Promise<Outcome<{ link: string }>> => {
    if (input.classId !== null && !(await classExists(database(), input.classId))) return refuse('notFound', 'classId');
    try {
      return await database().$transaction(async (tx) => {
        const { classId, ...account } = input;
        const madeInId = classId !== null && input.role === 'student' ? classId : null;
        const made = await insertUser(tx, { ...account, passwordHash: null, madeInId });
        if (classId !== null && input.role !== 'admin')
          await tx.enrolment.create({ data: { classId, userId: made.id, role: input.role } });
        await insertAudit(tx, {
          actorId: person.id,
          action: 'user.create',
          subject: made.id,
          details: { role: input.role },
        });
        return { ok: true as const, link: await makeLink(tx, made.id, person.id) };
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse('loginTaken', 'login');
      throw error;
    }
  },
});

/** The first admin, made by whoever holds the database itself (`npm run admin`): an account and its one-time link. */
export async function createAdmin(account: { name: string; login: string }): Promise<Outcome<{ link: string }>> {
  try {
    return await database().$transaction(async (tx) => {
      const made = await insertUser(tx, { ...account, role: 'admin', passwordHash: null });
      await insertAudit(tx, { actorId: null, action: 'user.create', subject: made.id, details: { role: 'admin' } });
      return { ok: true as const, link: await makeLink(tx, made.id, made.id) };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('loginTaken', 'login');
    throw error;
  }
}

/** Another link for an admin who has lost theirs, by the same hand. */
export async function makeAdminLink(login: string): Promise<Outcome<{ link: string }>> {
  const found = await selectOptionalByLogin(database(), login);
  if (found === undefined || found.role !== 'admin' || found.disabledAt !== null) return refuse('notFound');
  return { ok: true, link: await database().$transaction((tx) => makeLink(tx, found.id, found.id)) };
}

/** All admins, whether they may sign in, and whether they have chosen a password. */
export async function listAdmins() {
  const admins = await database().user.findMany({
    where: { role: 'admin' },
    orderBy: { createdAt: 'asc' },
    select: { login: true, name: true, passwordHash: true, disabledAt: true },
  });
  return admins.map(({ passwordHash, disabledAt, ...admin }) => ({
    ...admin,
    ready: passwordHash !== null,
    disabled: disabledAt !== null,
  }));
}

/** Changes a role, or disables an account (whose sign-ins end at once). Nobody does that to themselves. */
export const changePerson = command({
  input: personChange,
  allow: { action: 'user.change', standing: toAccount },
  run: async (person, input): Promise<Outcome<object>> => {
    const { userId, role, disabled } = input;
    return database().$transaction(async (tx) => {
      const now = await databaseNow(tx);
      const changed = await tx.user.updateMany({
        where: { id: userId },
        data: {
          ...(role === undefined ? {} : { role }),
          ...(disabled === undefined ? {} : { disabledAt: disabled ? now : null }),
        },
      });
      if (changed.count === 0) return refuse('notFound');
      // who may less, or nothing, hears nothing more: pages and sockets ask who they are again
      if (role !== undefined || disabled === true) {
        await deleteSignIns(tx, userId);
        // nor do links that they gave to others open an account, nor one that a teacher gave them while they were a student
        await voidLinks(tx, { createdById: userId });
        await voidLinks(tx, { userId, ...(disabled === true ? {} : { createdBy: { role: { not: 'admin' } } }) });
      }
      if (disabled === true) await removeFromRooms(tx, userId);
      await insertAudit(tx, {
        actorId: person.id,
        action: 'user.change',
        subject: userId,
        details: { role: role ?? null, disabled: disabled ?? null },
      });
      return { ok: true as const };
    });
  },
});

/** A one-time link that lets somebody choose a new password: teachers for their students, admins for everybody. */
export const makeResetLink = command({
  input: resetRequest,
  allow: { action: 'user.ofClass', standing: toPassword },
  run: async (person, input): Promise<Outcome<{ link: string }>> => {
    const db = database();
    return { ok: true, link: await db.$transaction((tx) => makeLink(tx, input.userId, person.id)) };
  },
});

/** How a student is called: by the class that made the account; anybody by an admin. */
export const renamePerson = command({
  input: personNames,
  allow: { action: 'user.ofClass', standing: toStudent },
  run: async (person, { userId, name, fullName, sortName }): Promise<Outcome<object>> =>
    database().$transaction(async (tx) => {
      const names = {
        name,
        fullName: fullName === name ? null : fullName,
        sortName: sortName ?? sortNameOf(fullName ?? name),
      };
      const changed = await tx.user.updateMany({ where: { id: userId }, data: names });
      if (changed.count === 0) return refuse('notFound');
      await insertAudit(tx, { actorId: person.id, action: 'user.rename', subject: userId });
      return { ok: true as const };
    }),
});

/** Whose password a link would change; undefined once used or run out. */
export async function findReset(token: string): Promise<{ name: string; login: string } | undefined> {
  const now = await databaseNow(database());
  const found = await database().passwordReset.findFirst({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: { user: { select: { name: true, login: true } } },
  });
  return found?.user;
}

/** Sets the password once; the link is void afterwards, and so are the account's other links and sign-ins. */
export const useReset = publicCommand({
  input: resetUse,
  allow: 'everybody',
  run: async (input): Promise<Outcome<{ login: string }>> => {
    // a stranger without a link has no password computed
    if ((await findReset(input.token)) === undefined) return refuse('linkUsed');
    const passwordHash = await hashPassword(input.password);
    return database().$transaction(async (tx) => {
      const now = await databaseNow(tx);
      const used = await tx.passwordReset.updateManyAndReturn({
        where: {
          tokenHash: hashToken(input.token),
          usedAt: null,
          expiresAt: { gt: now },
          user: { disabledAt: null },
        },
        data: { usedAt: now },
        select: { userId: true, user: { select: { login: true } } },
      });
      const [link] = used;
      if (link === undefined) return refuse('linkUsed');
      await updatePassword(tx, link.userId, passwordHash);
      await insertAudit(tx, { actorId: link.userId, action: 'user.newPassword', subject: link.userId });
      return { ok: true as const, login: link.user.login };
    });
  },
});
