/** Use cases of classes: make one, open and close its join link, join it. */
import { z } from 'zod';
import { enrolStudent, isBarred, removeStudent, selectPlace } from '../../../db/class-people.ts';
import { database } from '../../../db/client.ts';
import { isUniqueViolation } from '../../../db/errors.ts';
import { insertAudit, insertUser } from '../../../db/users.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { newAccount, newClass, timeZoneName } from '../../../domain/people/input.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { hashPassword } from '../../passwords.ts';
import { command, publicCommand } from '../contract.ts';
import { ofClass } from '../standing.ts';
import { newToken } from './tokens.ts';

const classId = z.uuid();
const joinLink = z.strictObject({ classId, open: z.boolean() });
const classSettings = z.strictObject({
  classId,
  showNames: z.boolean().optional(),
  /** what its lists are ordered by */
  namesBy: z.enum(['family', 'given']).optional(),
  /** in which its dates are meant; they stay the moments that they are */
  timeZone: timeZoneName.optional(),
});
const membership = z.strictObject({
  classId,
  userId: z.uuid(),
  member: z.boolean(),
  /** who is taken out may not come back by the join link */
  barred: z.boolean().optional(),
});
const extraTime = z.strictObject({
  classId,
  userId: z.uuid(),
  /** share of the usual time in live rounds and under time limits; 0: no limit */
  timeFactor: z.union([z.literal(0), z.literal(1), z.literal(1.5), z.literal(2)]),
});
export const joinByToken = z.strictObject({ token: storable.max(64) });

export const createClass = command({
  input: newClass,
  allow: 'class.create',
  run: async (person, input): Promise<Outcome<{ classId: string }>> => {
    const course = await database().course.findUnique({
      where: { id: input.courseId, archivedAt: null },
      select: { id: true },
    });
    if (course === null) return refuse('notFound', 'courseId');
    return database().$transaction(async (tx) => {
      const made = await tx.class.create({
        data: {
          ...input,
          joinToken: newToken(),
          enrolments: { create: { userId: person.id, role: 'teacher' } },
        },
        select: { id: true },
      });
      await insertAudit(tx, { actorId: person.id, action: 'class.create', subject: made.id });
      return { ok: true as const, classId: made.id };
    });
  },
});

/** Opens a new join link (the old one is void) or closes it. */
export const setJoinLink = command({
  input: joinLink,
  allow: ofClass('class.people'),
  run: async (_person, input): Promise<Outcome<{ token: string | null }>> => {
    const joinToken = input.open ? newToken() : null;
    const changed = await database().class.updateMany({ where: { id: input.classId }, data: { joinToken } });
    return changed.count === 0 ? refuse('notFound') : { ok: true, token: joinToken };
  },
});

/** What holds in a class unless somebody says otherwise: whether its quizzes show names on the screen. */
export const changeClassSettings = command({
  input: classSettings,
  allow: ofClass('class.manage'),
  run: async (_person, { classId: id, ...settings }): Promise<Outcome<object>> => {
    const data = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
    const changed = await database().class.updateMany({ where: { id }, data });
    return changed.count === 0 ? refuse('notFound') : { ok: true };
  },
});

/**
 * Takes a student out of a class; their work stays. Putting one in is for admins: who could put any account into a class
 * of their own would be its teacher, and could hand out a link to its password. To teachers there is the join link.
 */
export const setMembership = command({
  input: membership,
  allow: ({ member }) => (member ? 'user.manage' : ofClass('class.people')),
  run: async (person, { classId: id, userId, member, barred = false }): Promise<Outcome<object>> =>
    database().$transaction(async (tx) => {
      if (!member) {
        await removeStudent(tx, { classId: id, userId, removedById: person.id, barred });
        return { ok: true as const };
      }
      const [student, found, place] = await Promise.all([
        tx.user.count({ where: { id: userId, role: 'student' } }),
        tx.class.count({ where: { id } }),
        selectPlace(tx, id, userId),
      ]);
      if (student === 0 || found === 0 || place === 'assistant') return refuse('notFound');
      await enrolStudent(tx, id, userId);
      return { ok: true as const };
    }),
});

/** Gives a student of a class more time: in live rounds from the next seat they take, under time limits at once. Nobody else learns of it. */
export const setExtraTime = command({
  input: extraTime,
  allow: ofClass('class.people'),
  run: async (_person, input): Promise<Outcome<object>> => {
    const { classId: id, userId, timeFactor } = input;
    const changed = await database().enrolment.updateMany({
      where: { classId: id, userId, role: 'student' },
      data: { timeFactor },
    });
    return changed.count === 0 ? refuse('notFound') : { ok: true };
  },
});

/** The class behind a join link. */
export async function findByToken(token: string): Promise<{ id: string; name: string } | undefined> {
  if (!storable.safeParse(token).success) return undefined;
  const found = await database().class.findFirst({
    where: { joinToken: token, archivedAt: null },
    select: { id: true, name: true },
  });
  return found ?? undefined;
}

/** A new student by join link. */
export const joinWithNewAccount = publicCommand({
  input: newAccount,
  allow: 'everybody',
  run: async (input): Promise<Outcome<{ login: string }>> => {
    const found = await findByToken(input.token);
    if (found === undefined) return refuse('linkUsed');
    const passwordHash = await hashPassword(input.password);
    try {
      await database().$transaction(async (tx) => {
        const { name, login } = input;
        const user = await insertUser(tx, { name, login, role: 'student', passwordHash, madeInId: found.id });
        await tx.enrolment.create({ data: { classId: found.id, userId: user.id, role: 'student' } });
      });
      return { ok: true, login: input.login };
    } catch (error) {
      if (isUniqueViolation(error)) return refuse('loginTaken', 'login');
      throw error;
    }
  },
});

/** A signed-in student by join link. */
export const joinSignedIn = command({
  input: joinByToken,
  allow: 'class.join',
  run: async (person, input): Promise<Outcome<object>> => {
    const found = await findByToken(input.token);
    if (found === undefined) return refuse('linkUsed');
    return database().$transaction(async (tx) => {
      const place = await selectPlace(tx, found.id, person.id);
      // who assists in it does not learn in it
      if (place === 'assistant' || (await isBarred(tx, found.id, person.id))) return refuse('notAllowed');
      await enrolStudent(tx, found.id, person.id);
      return { ok: true as const };
    });
  },
});
