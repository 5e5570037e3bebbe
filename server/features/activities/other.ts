/** What counts and is neither lesson nor quiz: something outside (oral, a test on paper), and live sessions. */
import { z } from 'zod';
import { selectOptionalInClass, updateWithdrawn } from '../../../db/activities.ts';
import { insertChanges } from '../../../db/activity-changes.ts';
import { classExists } from '../../../db/classes.ts';
import { database, type Queryable } from '../../../db/client.ts';
import { COUNTS_FOR } from '../../../domain/live/counts-for.ts';
import { newClassName } from '../../../domain/people/input.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

const points = z.number().gt(0).max(1000);

/** What a column of its own is called and what there is to have, as a page sends it. */
export const outsideInput = {
  title: newClassName,
  maxPoints: points,
  /** when it is or was; null: nobody says */
  dueAt: z.iso.datetime({ offset: true }).nullable(),
  /** students see nothing of it; left out: as it is, and at first they do */
  hidden: z.boolean().optional(),
};
interface NewOutside {
  classId: string;
  title: string;
  maxPoints: number;
  dueAt: string | null;
  hidden?: boolean | undefined;
}

/** A new column of its own. To be called in a transaction. @returns its id */
export async function insertOutside(
  tx: Queryable,
  actorId: string,
  { dueAt, hidden = false, ...rest }: NewOutside,
): Promise<string> {
  const data = { ...rest, hidden, dueAt: dueAt === null ? null : new Date(dueAt) };
  const { id } = await tx.activity.create({
    data: { ...data, kind: 'outside', createdById: actorId },
    select: { id: true },
  });
  const { classId: _class, ...after } = data;
  await insertChanges(tx, [{ activityId: id, actorId, what: 'given', after }]);
  return id;
}

/** Adds a column of its own for something outside, or changes what it is called and what there is to have. */
export const setOutside = command({
  input: z.strictObject({
    classId: z.uuid(),
    /** left out: a new one */
    activityId: z.uuid().optional(),
    ...outsideInput,
  }),
  allow: ofClass('class.manage'),
  run: async (person, { classId, activityId, ...wanted }): Promise<Outcome<{ activityId: string }>> => {
    const db = database();
    if (!(await classExists(db, classId))) return refuse('notFound', 'classId');
    if (activityId === undefined)
      return {
        ok: true,
        activityId: await db.$transaction((tx) => insertOutside(tx, person.id, { ...wanted, classId })),
      };
    const found = await selectOptionalInClass(db, { classId, activityId });
    if (found === undefined || found.kind !== 'outside') return refuse('notFound', 'activityId');
    const { title, maxPoints, dueAt: before, hidden } = found;
    const { dueAt, ...rest } = wanted;
    const data = { ...rest, hidden: rest.hidden ?? hidden, dueAt: dueAt === null ? null : new Date(dueAt) };
    await db.$transaction(async (tx) => {
      await tx.activity.update({ where: { id: activityId }, data });
      await insertChanges(tx, [
        {
          activityId,
          actorId: person.id,
          what: 'rules',
          before: { title, maxPoints, dueAt: before, hidden },
          after: data,
        },
      ]);
    });
    return { ok: true, activityId };
  },
});

/** A live session of the class counts: for being there, for taking part, or for right answers. Null: it counts no more. */
export const countSession = command({
  input: z.strictObject({
    classId: z.uuid(),
    sessionId: z.uuid(),
    by: z.enum(COUNTS_FOR).nullable(),
    /** what there is to have for being there or taking part; right answers have the points of their questions */
    maxPoints: points.nullable(),
  }),
  allow: ofClass('class.manage'),
  run: async (person, { classId, sessionId, by, maxPoints }): Promise<Outcome<object> | Refused> => {
    if (by !== null && (by === 'right') !== (maxPoints === null)) return refuse('badInput', 'maxPoints');
    const session = await database().liveSession.findFirst({ where: { id: sessionId, classId }, select: { id: true } });
    if (session === null) return refuse('notFound', 'sessionId');
    return database().$transaction(async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`counts:${sessionId}`}, 0))`;
      const found = await tx.activity.findFirst({ where: { classId, sessionId } });
      const of = { actorId: person.id };
      if (by === null) {
        if (found === null || found.withdrawnAt !== null) return { ok: true as const };
        await updateWithdrawn(tx, found.id, true);
        await insertChanges(tx, [{ ...of, activityId: found.id, what: 'withdrawn' }]);
        return { ok: true as const };
      }
      const data = { countsFor: by, maxPoints, withdrawnAt: null };
      const { id } =
        found === null
          ? await tx.activity.create({
              data: { ...data, kind: 'live', classId, sessionId, createdById: person.id },
              select: { id: true },
            })
          : await tx.activity.update({ where: { id: found.id }, data, select: { id: true } });
      await insertChanges(tx, [{ ...of, activityId: id, what: found === null ? 'given' : 'rules', after: data }]);
      return { ok: true as const };
    });
  },
});

/**
 * Says which student of the class sat in a guest's seat of one of its rooms; null: that was wrong, it is a guest's again. Nobody
 * gets a second seat.
 */
export const giveSeat = command({
  input: z.strictObject({
    classId: z.uuid(),
    sessionId: z.uuid(),
    playerId: z.uuid(),
    userId: z.uuid().nullable(),
  }),
  allow: ofClass('class.manage'),
  run: async (person, { classId, sessionId, playerId, userId }): Promise<Outcome<object> | Refused> =>
    database().$transaction(async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`seats:${sessionId}`}, 0))`;
      const seat = await tx.player.findFirst({
        where: { id: playerId, sessionId, rehearsal: false, session: { classId } },
        select: { userId: true, seatedById: true },
      });
      // who joined as themselves keeps their seat
      if (seat === null) return refuse('notFound', 'playerId');
      if (seat.userId !== null && seat.seatedById === null) return refuse('seatTheirs', 'playerId');
      if (userId !== null) {
        const learns = await tx.enrolment.count({ where: { classId, userId, role: 'student' } });
        const sits = await tx.player.count({ where: { sessionId, userId, id: { not: playerId } } });
        if (learns === 0) return refuse('notFound', 'userId');
        if (sits > 0) return refuse('seatTwice', 'userId');
      }
      await tx.player.update({
        where: { id: playerId },
        data: { userId, seatedById: userId === null ? null : person.id },
      });
      // what the session counts for follows from who sat where
      await tx.activity.updateMany({ where: { sessionId }, data: { sessionId } });
      return { ok: true as const };
    }),
});
