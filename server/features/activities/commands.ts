/** Use cases of activities: give a lesson or a quiz to a class, change by which rules, take it back; begin one that has a time limit. */
import { z } from 'zod';
import {
  insertSitting,
  isGiven,
  selectGiven,
  selectOptionalOwn,
  updateVersionOf,
  upsertActivity,
  withdrawActivity,
} from '../../../db/activities.ts';
import { classExists } from '../../../db/classes.ts';
import { database } from '../../../db/client.ts';
import { selectOptionalPlayed, selectQuestions } from '../../../db/lessons.ts';
import { notify } from '../../../db/notify.ts';
import { insertAudit } from '../../../db/users.ts';
import { ANSWERS, faultOf, isTimed, phaseOf } from '../../../domain/activities/rules.ts';
import { rulesOf } from '../../../domain/activities/settings.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command, type Standing } from '../contract.ts';
import { mayPlayQuiz } from '../quizzes/standing.ts';
import { ofClass } from '../standing.ts';

const moment = z.iso.datetime({ offset: true }).nullable();
const given = z.strictObject({ classId: z.uuid(), lessonId: z.uuid() });
const activity = z.strictObject({
  ...given.shape,
  /** null: at once */
  opensAt: moment,
  dueAt: moment,
  /** null: never */
  closesAt: moment,
  /** at each question; 0: as many as one likes; null: as the question says */
  attempts: z.number().int().min(0).max(100).nullable(),
  /** of a quiz alone: a lesson is read, and has its order */
  minutes: z.number().int().min(1).max(1440).nullable(),
  shuffleQuestions: z.boolean(),
  shuffleOptions: z.boolean(),
  /** left out by a page of before */
  sameValues: z.boolean().default(false),
  answers: z.enum(ANSWERS),
});

/** Gives a lesson of a course, or a quiz that is one's own or was shared, to a class, or changes by which rules it has it. */
export const giveActivity = command({
  input: activity,
  allow: ofClass('class.manage'),
  run: async (person, input): Promise<Outcome<{ activityId: string }>> => {
    const db = database();
    if (!(await classExists(db, input.classId))) return refuse('notFound', 'classId');
    const found = await toGive(person, input);
    if (!found.ok) return found;
    const { opensAt, dueAt, closesAt, ...rest } = input;
    const dates = { opensAt: dateOf(opensAt), dueAt: dateOf(dueAt), closesAt: dateOf(closesAt) };
    const fault = faultOf(rulesOf(input));
    if (fault !== undefined) return refuse('badInput', fault.field);
    const { lessonVersionId } = found;
    const activityId = await db.$transaction((tx) =>
      upsertActivity(tx, { ...rest, ...dates, lessonVersionId }, person.id),
    );
    return { ok: true, activityId };
  },
});

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
        details: { classId, before, number },
      });
      await notify(tx, { about: 'lesson', lesson: lessonId });
      return { ok: true as const, before };
    });
  },
});

/** Takes it back: the class sees it no more. What was handed in, begun and set stays, and comes back when it is given again. */
export const withdraw = command({
  input: given,
  allow: ofClass('class.manage'),
  run: async (_person, input): Promise<Outcome<object>> => {
    await withdrawActivity(database(), input);
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
    if (phase === 'toBegin') await insertSitting(db, { activityId, userId: person.id });
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
  if (exists === null) return refuse('notFound', 'activityId');
  const own = await selectOptionalOwn(database(), { id: activityId, userId: person.id });
  return { relation: { own: own !== undefined }, found: exists };
}

const dateOf = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));

/** In which version this can be given by this person, a lesson in none of its own; or why it cannot. */
async function toGive(
  person: Person,
  input: z.infer<typeof activity>,
): Promise<Outcome<{ lessonVersionId: string | null }>> {
  const db = database();
  const found = await selectOptionalPlayed(db, input.lessonId);
  if (found === undefined) return refuse('lessonNotWritten');
  if (found.ownerId === null)
    return input.minutes !== null || input.shuffleQuestions || input.shuffleOptions
      ? refuse('badInput', 'minutes')
      : { ok: true, lessonVersionId: null };
  // who teaches beside them may change by which rules the class has it
  const quiz = { id: input.lessonId, ownerId: found.ownerId };
  const may = (await mayPlayQuiz(person, quiz)) || (await isGiven(db, input));
  if (!may) return refuse('notFound', 'lessonId');
  return (await selectQuestions(db, found.versionId)).size === 0
    ? refuse('nothingToAsk')
    : { ok: true, lessonVersionId: found.versionId };
}
