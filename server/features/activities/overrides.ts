/** What one student has instead of the others: each with who, when and why. */
import { z } from 'zod';
import { noteActivity, selectOptionalInClass } from '../../../db/activities.ts';
import { insertChanges, selectLastChanges } from '../../../db/activity-changes.ts';
import { database, type Queryable } from '../../../db/client.ts';
import type { KeptChange } from '../../../domain/activities/kept-change.ts';
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

const reason = storable.max(500);
const wholeOverride = { ...overrideInput, reason };

/** What became of what is different for a student. */
interface OverrideSet<Back> {
  /** what brings back what there was, unless somebody changes it meanwhile */
  back: Back;
  /** somebody has changed it meanwhile, and theirs stays; null: nobody has */
  kept: KeptChange | null;
}
type Whole = z.infer<z.ZodObject<typeof wholeOverride>>;

/** Sets what is different for a student, or nothing any more. They are told, with the reason. */
export const setOverride = command({
  input: z.strictObject({
    ...{ ...ofActivity, userId: z.uuid(), ...wholeOverride },
    /** only where it still is this: what somebody else has set meanwhile stays; left out: whatever it is */
    ifStill: z.strictObject(wholeOverride).optional(),
  }),
  allow: ofClass('result.change'),
  run: async (
    person,
    { classId, activityId, userId, ifStill, ...wanted },
  ): Promise<Outcome<OverrideSet<Whole & { ifStill: Whole }>>> => {
    const found = await givenTo({ classId, activityId, userId });
    if (!found.ok) return found;
    const until = wanted.until === null ? null : new Date(wanted.until);
    if (until !== null && found.opensAt !== null && until <= found.opensAt) return refuse('badInput', 'until');
    const changed = await changeOverride({ activityId, userId, actorId: person.id }, (before) =>
      ifStill !== undefined && !isAs(whole(before), ifStill)
        ? undefined
        : { ...wanted, until, reason: wanted.reason.trim() },
    );
    const { before, after, kept } = changed;
    return { ok: true, back: { ...whole(before), ifStill: whole(after) }, kept };
  },
});

/** Excuses a student from something, or no longer; what else is different for them stays. */
export const excuse = command({
  input: z.strictObject({
    ...{ ...ofActivity, userId: z.uuid(), excused: z.boolean() },
    /** left out: as it was */
    reason: reason.optional(),
    /** only where it still is so; left out: whatever it is */
    ifStill: z.strictObject({ excused: z.boolean(), reason }).optional(),
  }),
  allow: ofClass('result.change'),
  run: async (
    person,
    { classId, activityId, userId, excused, reason: why, ifStill },
  ): Promise<Outcome<OverrideSet<Excused & { ifStill: Excused }>>> => {
    const found = await givenTo({ classId, activityId, userId });
    if (!found.ok) return found;
    const { before, after, kept } = await changeOverride({ activityId, userId, actorId: person.id }, (now) =>
      ifStill !== undefined && (now.excused !== ifStill.excused || now.reason !== ifStill.reason)
        ? undefined
        : { ...now, excused, reason: why ?? now.reason },
    );
    return { ok: true, back: { ...excusedOf(before), ifStill: excusedOf(after) }, kept };
  },
});
type Excused = Pick<Told, 'excused' | 'reason'>;

const excusedOf = ({ excused, reason: why }: Told): Excused => ({ excused, reason: why });

/** What a student of the class has been given there. */
async function givenTo(of: { classId: string; activityId: string; userId: string }) {
  const { classId, userId } = of;
  const found = await selectOptionalInClass(database(), of);
  if (found === undefined || found.withdrawnAt !== null) return refuse('notFound', 'activityId');
  const learns = await database().enrolment.count({ where: { classId, userId, role: 'student' } });
  return learns === 0 ? refuse('notFound', 'userId') : { ok: true as const, opensAt: found.opensAt };
}

const TIMES = [0, 1, 1.5, 2, 3] as const;

/** As a page sends it. */
const whole = ({ until, excused, timeFactor, more, waived, reason: why }: Told): Whole => ({
  ...{ until: until?.toISOString() ?? null, excused, more, waived, reason: why },
  timeFactor: TIMES.find((one) => one === timeFactor) ?? null,
});

const isAs = (one: Whole, other: Whole): boolean =>
  one.excused === other.excused &&
  one.timeFactor === other.timeFactor &&
  one.more === other.more &&
  one.waived === other.waived &&
  one.reason === other.reason &&
  momentOf(one) === momentOf(other);

const momentOf = ({ until }: Whole): number | null => (until === null ? null : Date.parse(until));

const AS_OTHERS: Told = { until: null, excused: false, timeFactor: null, more: 0, waived: false, reason: '' };

/** What is different for a student before and after a change; kept: it was not changed, since somebody else has. */
interface ChangedOverride {
  before: Told;
  after: Told;
  kept: KeptChange | null;
}

/**
 * One after the other: what a change says of before is what the one before it has set.
 * @param change of what there is; undefined: it stays
 */
async function changeOverride(
  of: { activityId: string; userId: string; actorId: string },
  change: (before: Told) => Told | undefined,
): Promise<ChangedOverride> {
  return database().$transaction((tx) => writeOverride(tx, of, change));
}

/** The same in a transaction that there is already. */
export async function writeOverride(
  tx: Queryable,
  { activityId, userId, actorId }: { activityId: string; userId: string; actorId: string },
  change: (before: Told) => Told | undefined,
): Promise<ChangedOverride> {
  const where = { activityId_userId: { activityId, userId } };
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`override:${activityId}:${userId}`}, 0))`;
  const stored = await tx.activityOverride.findUnique({ where });
  const before = stored === null ? AS_OTHERS : told(stored);
  const after = change(before);
  if (after === undefined) {
    const [kept = { userId, by: null }] = await selectLastChanges(tx, {
      ...{ activityId, userIds: [userId], what: 'override' },
    });
    return { before, after: before, kept };
  }
  const differs = isOverride({ ...after, until: after.until?.getTime() ?? null });
  // a reason alone is nothing that is stored
  const done = { before, after: differs ? told(after) : AS_OTHERS, kept: null };
  if (stored !== null && JSON.stringify(before) === JSON.stringify(told(after))) return done;
  // when it was set is said by the clock of the database
  if (stored !== null) await tx.activityOverride.delete({ where });
  if (differs) await tx.activityOverride.create({ data: { activityId, userId, ...told(after), setById: actorId } });
  else if (stored === null) return done;
  await insertChanges(tx, [
    {
      ...{ activityId, actorId, userId, what: 'override' },
      ...(stored === null ? {} : { before }),
      after: told(after),
    },
  ]);
  await noteActivity(tx, activityId);
  return done;
}

interface Told {
  until: Date | null;
  excused: boolean;
  timeFactor: number | null;
  more: number;
  waived: boolean;
  reason: string;
}

const told = ({ until, excused, timeFactor, more, waived, reason: why }: Told): Told => ({
  ...{ until, excused, timeFactor, more, waived, reason: why },
});
