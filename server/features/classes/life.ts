/** What becomes of a class over the years: renamed, put aside and back, copied for the next one, and deleted at last. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { insertAudit } from '../../../db/users.ts';
import { addDays } from '../../../domain/activities/time-zone.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { newClassName } from '../../../domain/people/input.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofAnyClass, ofClass } from '../standing.ts';
import { newToken } from './tokens.ts';

const MOST_DAYS = 3 * 366;

export const renameClass = command({
  input: z.strictObject({ classId: z.uuid(), name: newClassName }),
  allow: ofClass('class.manage'),
  run: async (_person, { classId, name }): Promise<Outcome<object>> => {
    const changed = await database().class.updateMany({ where: { id: classId }, data: { name } });
    return changed.count === 0 ? refuse('notFound') : { ok: true };
  },
});

/** Put aside: nobody works in it any more and no list shows it; nothing is lost, and it comes back as it was. */
export const archiveClass = command({
  input: z.strictObject({ classId: z.uuid(), archived: z.boolean() }),
  allow: ofAnyClass('class.manage'),
  run: async (person, { classId, archived }): Promise<Outcome<object>> => {
    const db = database();
    const archivedAt = archived ? await databaseNow(db) : null;
    const changed = await db.class.updateMany({ where: { id: classId }, data: { archivedAt } });
    if (changed.count === 0) return refuse('notFound');
    await insertAudit(db, { actorId: person.id, action: 'class.archive', subject: classId, details: { archived } });
    return { ok: true };
  },
});

/** For the next year: its teachers and settings, and what it was given with its dates moved, as somebody chooses. No students. */
export const copyClass = command({
  input: z.strictObject({
    classId: z.uuid(),
    name: newClassName,
    activities: z.boolean(),
    /** days by which dates are moved */
    days: z.int().min(-MOST_DAYS).max(MOST_DAYS),
  }),
  allow: ofAnyClass('class.manage'),
  run: async (person, { classId, name, activities, days }): Promise<Outcome<{ classId: string }> | Refused> =>
    database().$transaction(async (tx) => {
      const found = await tx.class.findUnique({
        where: { id: classId },
        include: {
          enrolments: { where: { role: 'teacher' }, select: { userId: true } },
          // a session was played once, and what it counted stays where it was
          activities: { where: { withdrawnAt: null, kind: { not: 'live' } } },
          categories: true,
        },
      });
      if (found === null) return refuse('notFound', 'classId');
      const teachers = new Set(found.enrolments.map(({ userId }) => userId));
      // who copies teaches the copy; an admin leaves it to its teachers
      if (teachers.size === 0 || person.role === 'teacher') teachers.add(person.id);
      const moved = (date: Date | null): Date | null =>
        date === null ? null : new Date(addDays(date.getTime(), days, found.timeZone));
      const made = await tx.class.create({
        data: {
          name,
          courseId: found.courseId,
          showNames: found.showNames,
          namesBy: found.namesBy,
          timeZone: found.timeZone,
          gradesAs: found.gradesAs,
          ...(found.scale === null ? {} : { scale: found.scale }),
          joinToken: newToken(),
          enrolments: { create: [...teachers].map((userId) => ({ userId, role: 'teacher' })) },
        },
        select: { id: true },
      });
      const categories = new Map(found.categories.map(({ id }) => [id, randomUUID()]));
      await tx.gradeCategory.createMany({
        data: found.categories.map((one) => ({ ...one, id: categories.get(one.id) ?? one.id, classId: made.id })),
      });
      if (activities)
        await tx.activity.createMany({
          data: found.activities.map(
            ({ id: _, classId: _of, seed: _seed, createdAt: _at, withdrawnAt: _gone, categoryId, ...given }) => ({
              ...given,
              classId: made.id,
              createdById: person.id,
              categoryId: categories.get(categoryId ?? '') ?? null,
              // what was for some is for nobody yet: whom it was for is not in the new class
              releasedAt: null,
              opensAt: moved(given.opensAt),
              dueAt: moved(given.dueAt),
              closesAt: moved(given.closesAt),
            }),
          ),
        });
      await insertAudit(tx, { actorId: person.id, action: 'class.copy', subject: made.id, details: { from: classId } });
      return { ok: true as const, classId: made.id };
    }),
});

/** What deleting a class would take away, and what it would leave. */
export interface ClassWeight {
  students: number;
  activities: number;
  /** live sessions, whose reports stay with their hosts */
  sessions: number;
}

export const weighClass = command({
  input: z.strictObject({ classId: z.uuid() }),
  allow: ofAnyClass('class.manage'),
  run: async (_person, { classId }): Promise<Outcome<{ weight: ClassWeight }>> => {
    const db = database();
    const [students, activities, sessions] = await Promise.all([
      db.enrolment.count({ where: { classId, role: 'student' } }),
      db.activity.count({ where: { classId, withdrawnAt: null } }),
      db.liveSession.count({ where: { classId } }),
    ]);
    return { ok: true, weight: { students, activities, sessions } };
  },
});

/** Gone for good: only a class that was put aside, and whose name is typed. What students handed in stays theirs. */
export const deleteClass = command({
  input: z.strictObject({ classId: z.uuid(), name: storable.max(200) }),
  allow: ofAnyClass('class.manage'),
  run: async (person, { classId, name }): Promise<Outcome<object> | Refused> =>
    database().$transaction(async (tx) => {
      const found = await tx.class.findUnique({ where: { id: classId }, select: { name: true, archivedAt: true } });
      if (found === null) return refuse('notFound');
      // typed by somebody who has another class before them, or one that is in use again
      if (found.name !== name.trim() || found.archivedAt === null) return refuse('changedMeanwhile', 'name');
      const open = await tx.liveSession.count({ where: { classId, endedAt: null } });
      if (open > 0) return refuse('changedMeanwhile');
      await tx.class.delete({ where: { id: classId } });
      await insertAudit(tx, { actorId: person.id, action: 'class.delete', subject: classId });
      return { ok: true as const };
    }),
});
