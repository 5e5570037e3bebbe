/** Gives a lesson or a quiz to a class, or changes by which rules it has it. */
import { z } from 'zod';
import { isGiven, upsertActivity } from '../../../db/activities.ts';
import { insertChanges } from '../../../db/activity-changes.ts';
import { SETTINGS, settingsOf } from '../../../db/activity-settings.ts';
import { classExists } from '../../../db/classes.ts';
import { database, type Queryable } from '../../../db/client.ts';
import { selectOptionalPlayed, selectQuestions } from '../../../db/lessons.ts';
import { notify } from '../../../db/notify.ts';
import { KEEPS } from '../../../domain/activities/result.ts';
import { ANSWERS, faultOf, LATE } from '../../../domain/activities/rules.ts';
import { rulesOf, USUAL_SETTINGS } from '../../../domain/activities/settings.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { MOST_STUDENTS, timeZoneName } from '../../../domain/people/input.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { mayPlayQuiz } from '../quizzes/standing.ts';
import { ofClass } from '../standing.ts';

const moment = z.iso.datetime({ offset: true }).nullable();
const percent = z.number().min(0).max(100);
const usual = USUAL_SETTINGS;

/** The rules of an activity as a page sends them. What is left out is as usual. */
export const givenRules = {
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
  /** where questions draw values, everybody of the class has the same; left out by a page of before */
  sameValues: z.boolean().default(usual.sameValues),
  answers: z.enum(ANSWERS),
  late: z.enum(LATE).default(usual.late),
  latePercent: percent.default(usual.latePercent),
  lateFloor: percent.default(usual.lateFloor),
  keeps: z.enum(KEEPS).default(usual.keeps),
  newValues: z.boolean().default(usual.newValues),
  /** of a lesson which questions, by their names; null: all */
  questions: z.array(storable.max(100)).min(1).max(300).nullable().default(null),
  /** for which students; null: all */
  students: z.array(z.uuid()).min(1).max(MOST_STUDENTS).nullable().default(null),
};
const activity = z.strictObject({
  classId: z.uuid(),
  lessonId: z.uuid(),
  ...givenRules,
  /** in which the dates were meant: it becomes that of a class that has none yet */
  timeZone: timeZoneName.optional(),
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
    const fault = faultOf(rulesOf(input));
    if (fault !== undefined) return refuse('badInput', fault.field);
    const only = [...new Set(input.students ?? [])];
    const learn = await db.enrolment.count({
      where: { classId: input.classId, role: 'student', userId: { in: only } },
    });
    if (learn < only.length) return refuse('badInput', 'students');
    const activityId = await db.$transaction((tx) => writeGiven(tx, person, input, found.lessonVersionId));
    return { ok: true, activityId };
  },
});

/** In the caller's transaction, of what was looked at before. @returns its id */
export async function writeGiven(
  tx: Queryable,
  person: Person,
  input: z.infer<typeof activity>,
  lessonVersionId: string | null,
): Promise<string> {
  const { opensAt, dueAt, closesAt, students, questions, timeZone, ...rest } = input;
  const { classId, lessonId } = input;
  const dates = { opensAt: dateOf(opensAt), dueAt: dateOf(dueAt), closesAt: dateOf(closesAt) };
  const where = { classId_lessonId: { classId, lessonId } };
  const before = await tx.activity.findUnique({ where, select: { ...SETTINGS, withdrawnAt: true } });
  const id = await upsertActivity(
    tx,
    { ...rest, ...dates, questions: [...new Set(questions ?? [])], forSome: students !== null, lessonVersionId },
    { createdById: person.id, students: [...new Set(students ?? [])] },
  );
  const { classId: _class, lessonId: _lesson, timeZone: _zone, ...after } = input;
  const isNew = before === null || before.withdrawnAt !== null;
  await insertChanges(tx, [
    {
      activityId: id,
      actorId: person.id,
      what: isNew ? 'given' : 'rules',
      ...(before === null ? {} : { before: settingsOf(before) }),
      after,
    },
  ]);
  if (timeZone !== undefined) await tx.class.updateMany({ where: { id: classId, timeZone: null }, data: { timeZone } });
  await notify(tx, { about: 'lesson', lesson: lessonId });
  if (isNew) await notify(tx, { about: 'notice', class: classId });
  return id;
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
  const asked = await selectQuestions(db, found.versionId);
  if (found.ownerId === null) {
    if (input.minutes !== null || input.shuffleQuestions || input.shuffleOptions) return refuse('badInput', 'minutes');
    const unknown = (input.questions ?? []).some((name) => !asked.has(name));
    return unknown ? refuse('badInput', 'questions') : { ok: true, lessonVersionId: null };
  }
  // a quiz is asked whole
  if (input.questions !== null) return refuse('badInput', 'questions');
  // who teaches beside them may change by which rules the class has it
  const quiz = { id: input.lessonId, ownerId: found.ownerId };
  const may = (await mayPlayQuiz(person, quiz)) || (await isGiven(db, input));
  if (!may) return refuse('notFound', 'lessonId');
  return asked.size === 0 ? refuse('nothingToAsk') : { ok: true, lessonVersionId: found.versionId };
}
