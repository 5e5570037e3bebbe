/** What one student has instead of the others, and points by hand: each with who, when and why. */
import { z } from 'zod';
import { noteActivity, selectOptionalInClass } from '../../../db/activities.ts';
import { insertChanges } from '../../../db/activity-changes.ts';
import { database } from '../../../db/client.ts';
import type { GivenPoints } from '../../../domain/activities/cell.ts';
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
    await changeOverride({ activityId, userId, actorId: person.id }, () => ({
      ...wanted,
      until,
      reason: wanted.reason.trim(),
    }));
    return { ok: true };
  },
});

/** Excuses a student from something, or no longer; what else is different for them stays. @returns the reason that there was before */
export const excuse = command({
  input: z.strictObject({
    ...ofActivity,
    userId: z.uuid(),
    excused: z.boolean(),
    /** left out: as it was */
    reason: storable.max(500).optional(),
  }),
  allow: ofClass('result.change'),
  run: async (person, { classId, activityId, userId, excused, reason }): Promise<Outcome<{ reason: string }>> => {
    const db = database();
    const found = await selectOptionalInClass(db, { classId, activityId });
    if (found === undefined || found.withdrawnAt !== null) return refuse('notFound', 'activityId');
    const learns = await db.enrolment.count({ where: { classId, userId, role: 'student' } });
    if (learns === 0) return refuse('notFound', 'userId');
    let was = '';
    await changeOverride({ activityId, userId, actorId: person.id }, (before) => {
      was = before.reason;
      return { ...before, excused, reason: reason ?? before.reason };
    });
    return { ok: true, reason: was };
  },
});

const AS_OTHERS: Told = { until: null, excused: false, timeFactor: null, more: 0, waived: false, reason: '' };

/** One after the other: what a change says of before is what the one before it has set. */
async function changeOverride(
  { activityId, userId, actorId }: { activityId: string; userId: string; actorId: string },
  change: (before: Told) => Told,
): Promise<void> {
  const where = { activityId_userId: { activityId, userId } };
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`override:${activityId}:${userId}`}, 0))`;
    const before = await tx.activityOverride.findUnique({ where });
    const after = change(before === null ? AS_OTHERS : told(before));
    if (before !== null && JSON.stringify(told(before)) === JSON.stringify(after)) return;
    // when it was set is said by the clock of the database
    if (before !== null) await tx.activityOverride.delete({ where });
    if (isOverride({ ...after, until: after.until?.getTime() ?? null }))
      await tx.activityOverride.create({ data: { activityId, userId, ...after, setById: actorId } });
    else if (before === null) return;
    await insertChanges(tx, [
      {
        ...{ activityId, actorId, userId, what: 'override' },
        ...(before === null ? {} : { before: told(before) }),
        after,
      },
    ]);
    await noteActivity(tx, activityId);
  });
}

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
const NO_POINTS = { points: null };

/** What there was before, to set it again. */
interface PointsBefore {
  userId: string;
  points: number | null;
  asIs?: boolean;
}

const isSame = (one: GivenPoints | null, other: GivenPoints | null): boolean =>
  one?.points === other?.points && one?.asIs === other?.asIs;

/**
 * Gives points by hand: of what is outside, and in place of what follows from answers. Null takes them back. All or none.
 * @returns those that there were before
 */
export const setPoints = command({
  input: z.strictObject({
    ...ofActivity,
    points: z
      .array(
        z.strictObject({
          userId: z.uuid(),
          points: z.number().min(0).max(MOST_POINTS).nullable(),
          /** nothing is taken off for being late; left out: as it was, and at first the rule of the activity holds for them too */
          asIs: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(1000),
  }),
  allow: ofClass('result.change'),
  run: async (person, { classId, activityId, points }): Promise<Outcome<{ before: PointsBefore[] }>> => {
    const found = await selectOptionalInClass(database(), { classId, activityId });
    if (found === undefined || found.withdrawnAt !== null) return refuse('notFound', 'activityId');
    const asked = new Map(points.map((one) => [one.userId, one]));
    const ids = [...asked.keys()];
    const learn = await database().enrolment.count({ where: { classId, role: 'student', userId: { in: ids } } });
    if (learn < ids.length) return refuse('notFound', 'userId');
    return database().$transaction(async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`points:${activityId}`}, 0))`;
      const there = await tx.activityPoints.findMany({ where: { activityId, userId: { in: ids } } });
      const before = new Map(there.map(({ userId, points: given, asIs }) => [userId, { points: given, asIs }]));
      const wanted = new Map(
        [...asked].map(([id, { points: given, asIs }]): [string, GivenPoints | null] => [
          id,
          given === null ? null : { points: given, asIs: asIs ?? before.get(id)?.asIs ?? false },
        ]),
      );
      const changed = ids.filter((id) => !isSame(before.get(id) ?? null, wanted.get(id) ?? null));
      await tx.activityPoints.deleteMany({ where: { activityId, userId: { in: changed } } });
      await tx.activityPoints.createMany({
        data: changed.flatMap((userId) => {
          const given = wanted.get(userId) ?? null;
          return given === null ? [] : [{ activityId, userId, ...given, givenById: person.id }];
        }),
      });
      await insertChanges(
        tx,
        changed.map((userId) => ({
          ...{ activityId, userId, actorId: person.id, what: 'points' as const },
          before: before.get(userId) ?? NO_POINTS,
          after: wanted.get(userId) ?? NO_POINTS,
        })),
      );
      return { ok: true as const, before: ids.map((userId) => ({ userId, ...(before.get(userId) ?? NO_POINTS) })) };
    });
  },
});
