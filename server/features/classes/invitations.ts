/** Asking people who have an account into a class, and their answers: nobody is put into a class. */
import { z } from 'zod';
import {
  type AskedAs,
  askedAs,
  enrolStudent,
  insertInvitation,
  selectPlace,
  takeBackInvitations,
} from '../../../db/class-people.ts';
import { database, type Queryable } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { insertAudit, selectOptionalByLogin } from '../../../db/users.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { Role } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { hashToken } from '../people/one-time-link.ts';
import { ofClass, toClass } from '../standing.ts';
import { newToken } from './tokens.ts';

const LINK_DAYS = 14;
const colleague = z.enum(['teacher', 'assistant']);

/** Whether somebody of this role can be that in a class: assistants may be anybody. */
const fits = (role: Role, as: AskedAs): boolean =>
  as === 'assistant' || (as === 'student' ? role === 'student' : role !== 'student');

/** Students by who may have people in and out; teachers and assistants by its teachers. */
export const invite = command({
  input: z.strictObject({
    classId: z.uuid(),
    login: storable.max(100),
    as: z.enum(['student', 'teacher', 'assistant']),
  }),
  allow: ({ as }) => ofClass(as === 'student' ? 'class.people' : 'class.manage'),
  run: async (person, { classId, login, as }): Promise<Outcome<{ asked: boolean }>> => {
    const account = await selectOptionalByLogin(database(), login);
    if (account === undefined || account.disabledAt !== null || !fits(account.role, as))
      return refuse(as === 'teacher' ? 'noSuchColleague' : 'notFound', 'login');
    return database().$transaction(async (tx) => {
      const isThere = (await tx.class.count({ where: { id: classId, archivedAt: null } })) > 0;
      if (!isThere) return refuse('notFound', 'classId');
      // who is in it already is not asked; an assistant may become a teacher
      const place = await selectPlace(tx, classId, account.id);
      if (place !== null && !(place === 'assistant' && as === 'teacher')) return { ok: true as const, asked: false };
      await insertInvitation(tx, { classId, userId: account.id, asRole: as, invitedById: person.id });
      await insertAudit(tx, {
        actorId: person.id,
        action: 'class.invite',
        subject: classId,
        details: { as, userId: account.id },
      });
      return { ok: true as const, asked: true };
    });
  },
});

/** A link for one colleague whose sign-in name one does not know: good once, for 14 days. */
export const inviteByLink = command({
  input: z.strictObject({ classId: z.uuid(), as: colleague }),
  allow: ofClass('class.manage'),
  run: async (person, { classId, as }): Promise<Outcome<{ link: string }>> => {
    const db = database();
    if ((await db.class.count({ where: { id: classId, archivedAt: null } })) === 0)
      return refuse('notFound', 'classId');
    const token = newToken() + newToken();
    const expiresAt = new Date((await databaseNow(db)).getTime() + LINK_DAYS * 24 * 3_600_000);
    await db.classInvitation.create({
      data: { classId, asRole: as, invitedById: person.id, tokenHash: hashToken(token), expiresAt },
    });
    return { ok: true, link: `/invited/${token}` };
  },
});

async function toInvitation(person: Person, { invitationId }: { invitationId: string }) {
  const found = await database().classInvitation.findUnique({
    where: { id: invitationId },
    select: { id: true, classId: true, asRole: true },
  });
  if (found === null) return refuse('notFound');
  return { relation: await toClass(person, found.classId), found };
}

/** Nobody can accept it any more. */
export const takeBackInvitation = command({
  input: z.strictObject({ invitationId: z.uuid() }),
  allow: { action: 'class.people', standing: toInvitation },
  run: async (person, { invitationId }, { classId, asRole }): Promise<Outcome<object>> => {
    // who may have students in and out decides nothing about colleagues
    const { teaches } = await toClass(person, classId);
    if (asRole !== 'student' && teaches !== true && person.role !== 'admin') return refuse('notAllowed');
    await takeBackInvitations(database(), [invitationId]);
    return { ok: true };
  },
});

/** Whoever is asked comes in, or says no. */
export const answerInvitation = command({
  input: z.strictObject({ invitationId: z.uuid(), accept: z.boolean() }),
  allow: 'signedIn',
  run: async (person, { invitationId, accept }): Promise<Outcome<{ classId: string }> | Refused> =>
    database().$transaction(async (tx) => {
      const where = { id: invitationId, userId: person.id, answeredAt: null };
      return answer(tx, person, await tx.classInvitation.findFirst({ where, select: OPEN }), accept);
    }),
});

const OPEN = { id: true, classId: true, asRole: true, class: { select: { archivedAt: true } } } as const;

/** The class behind an invitation's link; undefined: used, run out or taken back. */
export async function findInvited(token: string, person: Person) {
  const found = await openByToken(database(), token);
  if (found === null) return undefined;
  const as = askedAs(found.asRole);
  const place = await selectPlace(database(), found.classId, person.id);
  const { name } = await database().class.findUniqueOrThrow({ where: { id: found.classId }, select: { name: true } });
  /** this account can be that in this class */
  const can = fits(person.role, as) && (place === null || (place === 'assistant' && as === 'teacher'));
  return { name, as, can };
}

async function openByToken(db: Queryable, token: string) {
  if (!storable.max(64).safeParse(token).success) return null;
  const expiresAt = { gt: await databaseNow(db) };
  return db.classInvitation.findFirst({
    where: { tokenHash: hashToken(token), answeredAt: null, expiresAt, class: { archivedAt: null } },
    select: OPEN,
  });
}

/** Whoever has the link comes in, once. */
export const acceptByLink = command({
  input: z.strictObject({ token: storable.max(64) }),
  allow: 'signedIn',
  run: async (person, { token }): Promise<Outcome<{ classId: string }> | Refused> =>
    database().$transaction(async (tx) => answer(tx, person, await openByToken(tx, token), true)),
});

interface Open {
  id: string;
  classId: string;
  asRole: string;
  class: { archivedAt: Date | null };
}

async function answer(
  tx: Queryable,
  person: Person,
  open: Open | null,
  accept: boolean,
): Promise<Outcome<{ classId: string }> | Refused> {
  if (open === null || open.class.archivedAt !== null) return refuse('linkUsed');
  const { id, classId } = open;
  const as = askedAs(open.asRole);
  if (accept && !fits(person.role, as)) return refuse('notAllowed');
  const place = await selectPlace(tx, classId, person.id);
  // a student does not become an assistant of their own class, and nobody who teaches it its student
  if (accept && place !== null && place !== as && !(place === 'assistant' && as === 'teacher'))
    return refuse('notAllowed');
  const answered = await tx.classInvitation.updateMany({
    where: { id, answeredAt: null },
    data: { answeredAt: await databaseNow(tx), accepted: accept, userId: person.id },
  });
  if (answered.count === 0) return refuse('linkUsed');
  if (accept) await comeIn(tx, classId, person.id, as);
  const details = { as, accept };
  await insertAudit(tx, { actorId: person.id, action: 'class.answer', subject: classId, details });
  return { ok: true, classId };
}

async function comeIn(tx: Queryable, classId: string, userId: string, as: AskedAs): Promise<void> {
  const key = { classId_userId: { classId, userId } };
  if (as === 'student') return enrolStudent(tx, classId, userId);
  if (as === 'assistant') {
    await tx.classAssistant.upsert({ where: key, create: { classId, userId }, update: {} });
    return;
  }
  await tx.classAssistant.deleteMany({ where: { classId, userId } });
  await tx.enrolment.upsert({ where: key, create: { classId, userId, role: 'teacher' }, update: {} });
}
