/** What one student has instead of the others, and points by hand: each with who, when and why. */
import { z } from 'zod';
import { noteActivity, selectOptionalInClass } from '../../../db/activities.ts';
import { insertChanges } from '../../../db/activity-changes.ts';
import { database } from '../../../db/client.ts';
import { isOverride } from '../../../domain/activities/override.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

const ofActivity = { classId: z.uuid(), activityId: z.uuid() };

/** What is different for one student, as a page sends it. */
export const overrideInput = {
  /** due for them then; null: as for the others */
  until: z.iso.datetime({ offset: true }).nullable(),
  excused: z.boolean(),
  /** share of the usual time; 0: no limit; null: as in the class */
  timeFactor: z.union([z.literal(0), z.literal(1), z.literal(1.5), z.literal(2), z.literal(3)]).nullable(),
  /** attempts, or times to sit it, beyond those of the others */
  more: z.number().int().min(0).max(20),
  waived: z.boolean(),
};

/** Sets what is different for a student, or nothing any more. They are told, with the reason. */
export const setOverride = command({
  input: z.strictObject({ ...ofActivity, userId: z.uuid(), ...overrideInput, reason: storable.max(500) }),
  allow: ofClass('result.change'),
  run: async (person, { classId, activityId, userId, ...wanted }): Promise<Outcome<object>> => {
    const db = database();
    const found = await selectOptionalInClass(db, { classId, activityId });
    if (found === undefined || found.withdrawnAt !== null) return refuse('notFound', 'activityId');
    const learns = await db.enrolment.count({ where: { classId, userId, role: 'student' } });
    if (learns === 0) return refuse('notFound', 'userId');
    const until = wanted.until === null ? null : new Date(wanted.until);
    if (until !== null && found.opensAt !== null && until <= found.opensAt) return refuse('badInput', 'until');
    const data = { ...wanted, until, reason: wanted.reason.trim(), setById: person.id };
    const where = { activityId_userId: { activityId, userId } };
    await db.$transaction(async (tx) => {
      // one after the other: what a change says of before is what the one before it has set
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`override:${activityId}:${userId}`}, 0))`;
      const before = await tx.activityOverride.findUnique({ where });
      if (isOverride({ ...wanted, until: until?.getTime() ?? null }))
        await tx.activityOverride.upsert({
          where,
          create: { activityId, userId, ...data },
          update: { ...data, setAt: new Date() },
        });
      else if (before !== null) await tx.activityOverride.delete({ where });
      await insertChanges(tx, [
        {
          ...{ activityId, actorId: person.id, userId, what: 'override' },
          ...(before === null ? {} : { before: told(before) }),
          after: told(data),
        },
      ]);
      await noteActivity(tx, activityId);
    });
    return { ok: true };
  },
});

interface Told {
  until: Date | null;
  excused: boolean;
  timeFactor: number | null;
  more: number;
  waived: boolean;
  reason: string;
}

const told = ({ until, excused, timeFactor, more, waived, reason }: Told): Told => ({
  ...{ until, excused, timeFactor, more, waived, reason },
});

const MOST_POINTS = 10_000;

/** Gives points by hand: of what is outside, and in place of what follows from answers. Null takes them back. All or none. */
export const setPoints = command({
  input: z.strictObject({
    ...ofActivity,
    points: z
      .array(z.strictObject({ userId: z.uuid(), points: z.number().min(0).max(MOST_POINTS).nullable() }))
      .min(1)
      .max(1000),
  }),
  allow: ofClass('result.change'),
  run: async (person, { classId, activityId, points }): Promise<Outcome<object>> => {
    const found = await selectOptionalInClass(database(), { classId, activityId });
    if (found === undefined || found.withdrawnAt !== null) return refuse('notFound', 'activityId');
    const wanted = new Map(points.map((one) => [one.userId, one.points]));
    const ids = [...wanted.keys()];
    const learn = await database().enrolment.count({ where: { classId, role: 'student', userId: { in: ids } } });
    if (learn < ids.length) return refuse('notFound', 'userId');
    await database().$transaction(async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`points:${activityId}`}, 0))`;
      const there = await tx.activityPoints.findMany({ where: { activityId, userId: { in: ids } } });
      const before = new Map(there.map((one) => [one.userId, one.points]));
      const changed = ids.filter((id) => (before.get(id) ?? null) !== wanted.get(id));
      await tx.activityPoints.deleteMany({ where: { activityId, userId: { in: changed } } });
      await tx.activityPoints.createMany({
        data: changed.flatMap((userId) => {
          const given = wanted.get(userId) ?? null;
          return given === null ? [] : [{ activityId, userId, points: given, givenById: person.id }];
        }),
      });
      await insertChanges(
        tx,
        changed.map((userId) => ({
          ...{ activityId, userId, actorId: person.id, what: 'points' as const },
          before: { points: before.get(userId) ?? null },
          after: { points: wanted.get(userId) ?? null },
        })),
      );
    });
    return { ok: true };
  },
});
