/** What was looked at in a table of points is taken as it was shown: the column, points and who is excused, all of it or nothing. */
import { z } from 'zod';
import { selectOptionalInClass, updateWithdrawn } from '../../../db/activities.ts';
import { insertChanges } from '../../../db/activity-changes.ts';
import { classExists } from '../../../db/classes.ts';
import { database, type Queryable } from '../../../db/client.ts';
import type { KeptChange } from '../../../domain/activities/kept-change.ts';
import { MOST_STUDENTS } from '../../../domain/people/input.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { insertOutside, outsideInput } from '../activities/other.ts';
import { writeOverride } from '../activities/overrides.ts';
import { allLearn, type PointsLine, pointsLine, writePoints } from '../activities/points.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

const ofActivity = z.strictObject({ activityId: z.uuid() });
const points = z.number().min(0).max(10_000);

/** A line as it was shown. */
const brought = z.union([
  /** @param before what the preview said that they have by hand; null: nothing */
  z.strictObject({ userId: z.uuid(), points, before: points.nullable() }),
  z.strictObject({ userId: z.uuid(), excused: z.literal(true) }),
]);

/** What undoes it. */
const back = z.strictObject({
  activityId: z.uuid(),
  /** the column was made for it */
  made: z.boolean(),
  points: z.array(pointsLine).max(MOST_STUDENTS),
  /** who was excused by it */
  excused: z.array(z.uuid()).max(MOST_STUDENTS),
});
type Back = z.infer<typeof back>;

const manages = ofClass('class.manage');
const grades = ofClass('result.change');

/** Takes them into a column of the class, or into one that is new. Refused whole where somebody has changed what was shown. */
export const bringIn = command({
  input: z.strictObject({
    classId: z.uuid(),
    into: z.union([ofActivity, z.strictObject(outsideInput)]),
    lines: z.array(brought).min(1).max(MOST_STUDENTS),
  }),
  // who may not make a column takes them into one that there is
  allow: ({ into }: { into: object }) => ('activityId' in into ? grades : manages),
  run: async (person, { classId, into, lines }): Promise<Outcome<{ back: Back }>> => {
    const db = database();
    if (!(await classExists(db, classId))) return refuse('notFound', 'classId');
    if (!(await allLearn(db, classId, lines))) return refuse('notFound', 'userId');
    if (new Set(lines.map(({ userId }) => userId)).size < lines.length) return refuse('badInput', 'lines');
    const given = lines.flatMap((one) => ('points' in one ? [one] : []));
    const made = 'title' in into;
    if (made && given.some(({ before }) => before !== null)) return refuse('pointsChanged');
    return db.$transaction(async (tx) => {
      if (!made) {
        const found = await selectOptionalInClass(tx, { classId, ...into });
        if (found === undefined || found.withdrawnAt !== null) return refuse('notFound', 'activityId');
        await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`points:${into.activityId}`}, 0))`;
        // nothing is written before what may refuse it
        if (!(await isAsShown(tx, into.activityId, given))) return refuse('pointsChanged');
      }
      const activityId = made ? await insertOutside(tx, person.id, { ...into, classId }) : into.activityId;
      const of = { activityId, actorId: person.id };
      const set = await writePoints(
        tx,
        of,
        given.map(({ userId, points: one }) => ({ userId, points: one })),
      );
      const excused: string[] = [];
      for (const one of lines.filter((line) => 'excused' in line)) {
        const { userId } = one;
        const { before } = await writeOverride(tx, { ...of, userId }, (now) => ({ ...now, excused: true }));
        if (!before.excused) excused.push(userId);
      }
      return { ok: true as const, back: { activityId, made, points: set.back, excused } };
    });
  },
});

/** Whether these have by hand what was shown, and are not excused. */
async function isAsShown(
  tx: Queryable,
  activityId: string,
  lines: readonly { userId: string; before: number | null }[],
): Promise<boolean> {
  const whose = { activityId, userId: { in: lines.map(({ userId }) => userId) } };
  const [there, excused] = await Promise.all([
    tx.activityPoints.findMany({ where: whose, select: { userId: true, points: true } }),
    tx.activityOverride.count({ where: { ...whose, excused: true } }),
  ]);
  const now = new Map(there.map((one) => [one.userId, one.points]));
  return excused === 0 && lines.every(({ userId, before }) => (now.get(userId) ?? null) === before);
}

/** Undoes it in one. What somebody has changed meanwhile stays, and with it a column that was made. */
export const undoBringIn = command({
  input: z.strictObject({ classId: z.uuid(), ...back.shape }),
  allow: ({ made }: { made: boolean }) => (made ? manages : grades),
  run: async (
    person,
    { classId, activityId, made, points: lines, excused },
  ): Promise<Outcome<{ kept: KeptChange[] }> | Refused> => {
    const found = await selectOptionalInClass(database(), { classId, activityId });
    if (found === undefined || found.withdrawnAt !== null) return refuse('notFound', 'activityId');
    if (made && found.kind !== 'outside') return refuse('badInput', 'made');
    // who has left the class meanwhile is given nothing
    const learn = await database().enrolment.findMany({
      where: { classId, role: 'student', userId: { in: [...lines.map(({ userId }) => userId), ...excused] } },
      select: { userId: true },
    });
    const here = new Set(learn.map(({ userId }) => userId));
    const isHere = ({ userId }: Pick<PointsLine, 'userId'>): boolean => here.has(userId);
    return database().$transaction(async (tx) => {
      const of = { activityId, actorId: person.id };
      const { kept } = await writePoints(tx, of, lines.filter(isHere));
      for (const userId of excused.filter((id) => here.has(id))) {
        const { kept: other } = await writeOverride(tx, { ...of, userId }, (now) =>
          now.excused ? { ...now, excused: false } : undefined,
        );
        if (other !== null) kept.push(other);
      }
      if (made && kept.length === 0 && (await isEmpty(tx, activityId))) {
        await updateWithdrawn(tx, activityId, true);
        await insertChanges(tx, [{ ...of, what: 'withdrawn' }]);
      }
      return { ok: true as const, kept };
    });
  },
});

/** Nobody has anything in it, and nothing is different for anybody. */
async function isEmpty(tx: Queryable, activityId: string): Promise<boolean> {
  const [points, overrides] = await Promise.all([
    tx.activityPoints.count({ where: { activityId } }),
    tx.activityOverride.count({ where: { activityId } }),
  ]);
  return points + overrides === 0;
}
