/** Use cases of what a class was given: another version, taken back and given again, released; begun by a student. */
import { z } from 'zod';
import {
  noteActivity,
  selectOptionalInClass,
  selectOptionalOwn,
  updateReleased,
  updateVersionOf,
  updateWithdrawn,
} from '../../../db/activities.ts';
import { insertChanges } from '../../../db/activity-changes.ts';
import { selectGiven } from '../../../db/activity-given.ts';
import { database } from '../../../db/client.ts';
import { selectOptionalPlayed } from '../../../db/lessons.ts';
import { notify } from '../../../db/notify.ts';
import { insertSitting } from '../../../db/sittings.ts';
import { insertAudit } from '../../../db/users.ts';
import { isTimed, phaseOf } from '../../../domain/activities/rules.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command, type Standing } from '../contract.ts';
import { mayPlayQuiz } from '../quizzes/standing.ts';
import { ofClass } from '../standing.ts';

const given = z.strictObject({ classId: z.uuid(), lessonId: z.uuid() });
const ofActivity = { classId: z.uuid(), activityId: z.uuid() };

/**
 * Gives a class another version of a quiz than it has: a newer one, or the one that it had. What was handed in stays, with its
 * points; what is not asked any more is not counted.
 * @returns the number of the version that it had
 */
export const takeVersion = command({
  input: z.strictObject({ ...given.shape, number: z.number().int().min(1).max(999_999) }),
  allow: ofClass('class.manage'),
  run: async (person, { classId, lessonId, number }): Promise<Outcome<{ before: number }>> => {
    const db = database();
    const found = await selectOptionalPlayed(db, lessonId);
    if (found === undefined || found.ownerId === null) return refuse('notFound', 'lessonId');
    // who may not look at the quiz any more keeps what the class has
    if (!(await mayPlayQuiz(person, { id: lessonId, ownerId: found.ownerId }))) return refuse('notFound', 'lessonId');
    const version = await db.lessonVersion.findUnique({
      where: { lessonId_number: { lessonId, number } },
      select: { id: true, questionCount: true },
    });
    if (version === null) return refuse('notFound', 'number');
    if (version.questionCount === 0) return refuse('nothingToAsk');
    return db.$transaction(async (tx) => {
      const before = await updateVersionOf(tx, { classId, lessonId, versionId: version.id });
      if (before === undefined) return refuse('notFound', 'classId');
      await insertAudit(tx, {
        actorId: person.id,
        action: 'activity.version',
        subject: lessonId,
        details: { classId, before: before.number, number },
      });
      await insertChanges(tx, [
        {
          activityId: before.activityId,
          actorId: person.id,
          what: 'version',
          before: { number: before.number },
          after: { number },
        },
      ]);
      await notify(tx, { about: 'lesson', lesson: lessonId });
      return { ok: true as const, before: before.number };
    });
  },
});

/**
 * Takes it back: the class sees it no more. What was handed in, begun and set stays, and comes back when it is given again.
 * @returns which one that was, to give it again as it was; null: the class did not have it
 */
export const withdraw = command({
  input: given,
  allow: ofClass('class.manage'),
  run: async (person, input): Promise<Outcome<{ activityId: string | null }>> => {
    const found = await database().activity.findUnique({ where: { classId_lessonId: input }, select: { id: true } });
    if (found !== null) await setWithdrawn(person, found.id, true);
    return { ok: true, activityId: found?.id ?? null };
  },
});

/** The same of anything that a class was given; and back, as it was. */
export const takeBack = command({
  input: z.strictObject({ ...ofActivity, withdrawn: z.boolean() }),
  allow: ofClass('class.manage'),
  run: async (person, { withdrawn, ...of }): Promise<Outcome<object>> => {
    const found = await selectOptionalInClass(database(), of);
    if (found === undefined) return refuse('notFound', 'activityId');
    await setWithdrawn(person, found.id, withdrawn);
    return { ok: true };
  },
});

async function setWithdrawn(person: Person, activityId: string, withdrawn: boolean): Promise<void> {
  await database().$transaction(async (tx) => {
    if (!(await updateWithdrawn(tx, activityId, withdrawn))) return;
    await insertChanges(tx, [{ activityId, actorId: person.id, what: withdrawn ? 'withdrawn' : 'restored' }]);
    await noteActivity(tx, activityId);
  });
}

/** Shows answers and points to its students, where they wait for that, or the points of what is outside; or no longer. */
export const release = command({
  input: z.strictObject({ ...ofActivity, released: z.boolean() }),
  allow: ofClass('class.manage'),
  run: async (person, { released, ...of }): Promise<Outcome<object>> => {
    const found = await selectOptionalInClass(database(), of);
    if (found === undefined || found.withdrawnAt !== null) return refuse('notFound', 'activityId');
    await database().$transaction(async (tx) => {
      if (found.kind === 'outside') {
        const { count } = await tx.activity.updateMany({
          where: { id: found.id, hidden: released },
          data: { hidden: !released },
        });
        const told = { before: { hidden: released }, after: { hidden: !released } };
        if (count > 0) await insertChanges(tx, [{ activityId: found.id, actorId: person.id, what: 'rules', ...told }]);
        return;
      }
      if (!(await updateReleased(tx, found.id, released))) return;
      await insertChanges(tx, [{ activityId: found.id, actorId: person.id, what: 'released', after: { released } }]);
      await noteActivity(tx, found.id);
      if (released) await notify(tx, { about: 'notice', class: of.classId });
    });
    return { ok: true };
  },
});

/** Starts the clock of a time limit, once: the database's, which goes on over a reload and on another device. */
export const begin = command({
  input: z.strictObject({ activityId: z.uuid() }),
  allow: { action: 'activity.begin', standing: toOwn },
  run: async (person, { activityId }, { lessonId }): Promise<Outcome<object>> => {
    const db = database();
    const read = await selectGiven(db, { userId: person.id, lessonId });
    const one = read.given.find(({ id }) => id === activityId);
    if (one === undefined || !isTimed(one)) return refuse('notFound');
    const phase = phaseOf(one, read.now);
    if (phase === 'notOpen') return refuse('notOpenYet');
    if (phase === 'closed') return refuse('activityClosed');
    // pressed before, perhaps on another device: that clock goes on
    if (phase === 'toBegin')
      await insertSitting(db, { activityId, userId: person.id, number: (one.sitting?.number ?? 0) + 1 });
    return { ok: true };
  },
});

async function toOwn(
  person: Person,
  { activityId }: { activityId: string },
): Promise<Standing<{ id: string; lessonId: string }> | Refused> {
  const exists = await database().activity.findUnique({
    where: { id: activityId },
    select: { id: true, lessonId: true },
  });
  const lessonId = exists?.lessonId ?? null;
  if (exists === null || lessonId === null) return refuse('notFound', 'activityId');
  const own = await selectOptionalOwn(database(), { id: activityId, userId: person.id });
  return { relation: { own: own !== undefined }, found: { id: exists.id, lessonId } };
}
