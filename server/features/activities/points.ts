/** Points by hand: of what is outside, and in place of what follows from answers. Each with who and when. */
import { z } from 'zod';
import { selectOptionalInClass } from '../../../db/activities.ts';
import { insertChanges, selectLastChanges } from '../../../db/activity-changes.ts';
import { database, type Queryable } from '../../../db/client.ts';
import type { GivenPoints } from '../../../domain/activities/cell.ts';
import type { KeptChange } from '../../../domain/activities/kept-change.ts';
import { MOST_STUDENTS } from '../../../domain/people/input.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

const value = z.number().min(0).max(10_000).nullable();
/** nothing is taken off for being late; left out: as it was, and at first the rule of the activity holds for them too */
const asIs = z.boolean().optional();

/** Points of one student as a page sends them; null: none by hand. */
export const pointsLine = z.strictObject({
  userId: z.uuid(),
  points: value,
  asIs,
  /** only where there still are these: what somebody else has set meanwhile stays; left out: whatever there is */
  ifStill: z.strictObject({ points: value, asIs }).optional(),
});
export type PointsLine = z.infer<typeof pointsLine>;

/** What became of points. */
export interface PointsSet {
  /** what brings back those that there were, unless somebody changes them meanwhile; of those alone that are others now */
  back: PointsLine[];
  /** where there was something else than it should still be */
  kept: KeptChange[];
}

/** Gives points by hand, all or none; null takes them back. */
export const setPoints = command({
  input: z.strictObject({
    ...{ classId: z.uuid(), activityId: z.uuid() },
    points: z.array(pointsLine).min(1).max(MOST_STUDENTS),
  }),
  allow: ofClass('result.change'),
  run: async (person, { classId, activityId, points }): Promise<Outcome<PointsSet>> => {
    const found = await selectOptionalInClass(database(), { classId, activityId });
    if (found === undefined || found.withdrawnAt !== null) return refuse('notFound', 'activityId');
    if (!(await allLearn(database(), classId, points))) return refuse('notFound', 'userId');
    const set = await database().$transaction((tx) => writePoints(tx, { activityId, actorId: person.id }, points));
    return { ok: true, ...set };
  },
});

/** Whether all of these are students of the class. */
export async function allLearn(
  db: Queryable,
  classId: string,
  people: readonly { userId: string }[],
): Promise<boolean> {
  const ids = [...new Set(people.map(({ userId }) => userId))];
  return (await db.enrolment.count({ where: { classId, role: 'student', userId: { in: ids } } })) === ids.length;
}

const isSame = (one: GivenPoints | null, other: GivenPoints | null): boolean =>
  one?.points === other?.points && one?.asIs === other?.asIs;

const asGiven = (one: { points: number | null; asIs?: boolean | undefined } | undefined, usual = false) =>
  one === undefined || one.points === null ? null : { points: one.points, asIs: one.asIs ?? usual };

const asLine = (one: GivenPoints | null | undefined) => ({ points: one?.points ?? null, asIs: one?.asIs ?? false });

/** To be called in a transaction. Of two lines of a student the last one counts. */
export async function writePoints(
  tx: Queryable,
  { activityId, actorId }: { activityId: string; actorId: string },
  lines: readonly PointsLine[],
): Promise<PointsSet> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`points:${activityId}`}, 0))`;
  const asked = new Map(lines.map((one) => [one.userId, one]));
  const ids = [...asked.keys()];
  const there = await tx.activityPoints.findMany({ where: { activityId, userId: { in: ids } } });
  const before = new Map(there.map(({ userId, points, asIs: stays }) => [userId, { points, asIs: stays }]));
  const others = ids.filter((id) => {
    const still = asked.get(id)?.ifStill;
    return still !== undefined && !isSame(before.get(id) ?? null, asGiven(still));
  });
  const isKept = new Set(others);
  const wanted = new Map(
    [...asked].map(([id, one]): [string, GivenPoints | null] => [id, asGiven(one, before.get(id)?.asIs ?? false)]),
  );
  const changed = ids.filter((id) => !isKept.has(id) && !isSame(before.get(id) ?? null, wanted.get(id) ?? null));
  await tx.activityPoints.deleteMany({ where: { activityId, userId: { in: changed } } });
  await tx.activityPoints.createMany({
    data: changed.flatMap((userId) => {
      const given = wanted.get(userId) ?? null;
      return given === null ? [] : [{ activityId, userId, ...given, givenById: actorId }];
    }),
  });
  await insertChanges(
    tx,
    changed.map((userId) => ({
      ...{ activityId, userId, actorId, what: 'points' as const },
      before: before.get(userId) ?? NO_POINTS,
      after: wanted.get(userId) ?? NO_POINTS,
    })),
  );
  return {
    back: changed.map((userId) => ({
      ...{ userId, ...asLine(before.get(userId)) },
      ifStill: asLine(wanted.get(userId)),
    })),
    kept: others.length === 0 ? [] : await selectLastChanges(tx, { activityId, userIds: others, what: 'points' }),
  };
}

const NO_POINTS = { points: null };
