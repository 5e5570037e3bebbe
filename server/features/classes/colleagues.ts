/** Who teaches a class and who assists in it. A class keeps a teacher: the last one cannot go. */
import { z } from 'zod';
import { database, type Queryable } from '../../../db/client.ts';
import { insertAudit, voidLinks } from '../../../db/users.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

/** What an assistant may do beyond seeing. */
export const setAssistant = command({
  input: z.strictObject({
    classId: z.uuid(),
    userId: z.uuid(),
    mayGrade: z.boolean(),
    mayPeople: z.boolean(),
    mayDrafts: z.boolean(),
  }),
  allow: ofClass('class.manage'),
  run: async (person, { classId, userId, ...rights }): Promise<Outcome<object>> =>
    database().$transaction(async (tx) => {
      const changed = await tx.classAssistant.updateMany({ where: { classId, userId }, data: rights });
      if (changed.count === 0) return refuse('notFound');
      if (!rights.mayPeople) await voidLinks(tx, { createdById: userId, user: { madeInId: classId } });
      const details = { userId, ...rights };
      await insertAudit(tx, { actorId: person.id, action: 'class.assistant', subject: classId, details });
      return { ok: true as const };
    }),
});

/** A teacher or an assistant is taken out of the class. */
export const removeColleague = command({
  input: z.strictObject({ classId: z.uuid(), userId: z.uuid() }),
  allow: ofClass('class.manage'),
  run: async (person, { classId, userId }): Promise<Outcome<object> | Refused> => goes(person.id, classId, userId),
});

/** Somebody who teaches or assists leaves the class. */
export const leaveClass = command({
  input: z.strictObject({ classId: z.uuid() }),
  allow: 'signedIn',
  run: async (person, { classId }): Promise<Outcome<object> | Refused> => goes(person.id, classId, person.id),
});

function goes(actorId: string, classId: string, userId: string): Promise<Outcome<object> | Refused> {
  return database().$transaction(async (tx) => {
    // of two who go at the same time the second sees that the first has gone
    await tx.$executeRaw`select 1 from classes where id = ${classId}::uuid for update`;
    const { count: assisted } = await tx.classAssistant.deleteMany({ where: { classId, userId } });
    if (assisted === 0) {
      const teaches = await tx.enrolment.count({ where: { classId, userId, role: 'teacher' } });
      if (teaches === 0) return refuse('notFound');
      if ((await othersWhoTeach(tx, classId, userId)) === 0) return refuse('lastTeacher');
      await tx.enrolment.deleteMany({ where: { classId, userId, role: 'teacher' } });
    }
    // nor do links that they gave to its students open an account any more
    await voidLinks(tx, { createdById: userId, user: { madeInId: classId } });
    await insertAudit(tx, { actorId, action: 'class.colleagueGone', subject: classId, details: { userId } });
    return { ok: true as const };
  });
}

/** Those who can still sign in and have classes. */
const othersWhoTeach = (tx: Queryable, classId: string, userId: string): Promise<number> =>
  tx.enrolment.count({
    where: {
      classId,
      role: 'teacher',
      userId: { not: userId },
      user: { disabledAt: null, role: { not: 'student' } },
    },
  });
