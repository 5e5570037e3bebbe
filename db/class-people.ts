/** People in and out of a class: students who join and leave, invitations, and lists of people that were added at once. */
import type { Queryable } from './client.ts';
import { databaseNow } from './clock.ts';
import { notify } from './notify.ts';

/** As what somebody is asked into a class. */
export type AskedAs = 'student' | 'teacher' | 'assistant';

/** As it is stored. */
export const askedAs = (stored: string): AskedAs =>
  stored === 'teacher' || stored === 'assistant' ? stored : 'student';

/** A student comes in, or back: what the class knew of them is there again. Whoever is in it already stays as they are. */
export async function enrolStudent(db: Queryable, classId: string, userId: string): Promise<void> {
  const key = { classId_userId: { classId, userId } };
  const former = await db.formerStudent.findUnique({ where: key, select: { timeFactor: true } });
  const timeFactor = former?.timeFactor ?? 1;
  await db.enrolment.upsert({ where: key, create: { classId, userId, role: 'student', timeFactor }, update: {} });
  await db.formerStudent.deleteMany({ where: { classId, userId } });
}

/** A student goes out; their work stays, and what the class knew of them. @returns whether they were in it */
export async function removeStudent(
  db: Queryable,
  gone: { classId: string; userId: string; removedById: string; barred: boolean },
): Promise<boolean> {
  const { classId, userId, removedById, barred } = gone;
  const where = { classId, userId, role: 'student' } as const;
  const found = await db.enrolment.findFirst({ where, select: { timeFactor: true } });
  if (found === null) return false;
  await db.enrolment.deleteMany({ where });
  const leftAt = await databaseNow(db);
  const kept = { removedById, barred, leftAt, timeFactor: found.timeFactor };
  await db.formerStudent.upsert({
    where: { classId_userId: { classId, userId } },
    create: { classId, userId, ...kept },
    update: kept,
  });
  return true;
}

/** Whether somebody may not come in by the join link. */
export async function isBarred(db: Queryable, classId: string, userId: string): Promise<boolean> {
  return (await db.formerStudent.count({ where: { classId, userId, barred: true } })) > 0;
}

/** How somebody is in a class; null: not at all. */
export async function selectPlace(db: Queryable, classId: string, userId: string): Promise<AskedAs | null> {
  const [enrolled, assists] = await Promise.all([
    db.enrolment.findFirst({ where: { classId, userId }, select: { role: true } }),
    db.classAssistant.count({ where: { classId, userId } }),
  ]);
  if (enrolled !== null) return enrolled.role === 'teacher' ? 'teacher' : 'student';
  return assists > 0 ? 'assistant' : null;
}

/** Asks somebody into a class; whoever is asked already is asked once. @returns the invitation */
export async function insertInvitation(
  db: Queryable,
  asked: { classId: string; userId: string; asRole: AskedAs; invitedById: string },
): Promise<string> {
  const open = { classId: asked.classId, userId: asked.userId, answeredAt: null };
  const found = await db.classInvitation.findFirst({ where: open, select: { id: true, asRole: true } });
  if (found !== null && found.asRole === asked.asRole) return found.id;
  if (found !== null) await takeBackInvitations(db, [found.id]);
  const made = await db.classInvitation.create({ data: asked, select: { id: true } });
  await notify(db, { about: 'notice', user: asked.userId });
  return made.id;
}

/** Nobody can accept these any more. @returns how many were open */
export async function takeBackInvitations(db: Queryable, ids: readonly string[]): Promise<number> {
  const { count } = await db.classInvitation.updateMany({
    where: { id: { in: [...ids] }, answeredAt: null },
    data: { answeredAt: await databaseNow(db), accepted: false },
  });
  return count;
}

/** The list that was added last to a class. Undefined: there is none, or somebody of it has signed in, answered or left since. */
export async function selectOptionalUntouchedRoster(
  db: Queryable,
  classId: string,
): Promise<{ id: string; madeAt: Date; madeById: string | null; count: number } | undefined> {
  const last = await db.roster.findFirst({
    where: { classId, undoneAt: null },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    select: {
      ...{ id: true, madeAt: true, madeById: true },
      people: {
        select: {
          user: { select: { passwordHash: true, enrolments: { where: { classId }, select: { role: true } } } },
          invitation: { select: { answeredAt: true } },
        },
      },
    },
  });
  if (last === null || last.people.length === 0) return undefined;
  const { people, ...roster } = last;
  const isUntouched = people.every(({ user, invitation }) =>
    user === null ? invitation?.answeredAt === null : user.passwordHash === null && user.enrolments.length > 0,
  );
  return isUntouched ? { ...roster, count: people.length } : undefined;
}
