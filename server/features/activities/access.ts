/** What somebody may read of a lesson or quiz, and what becomes of what they hand in: asked by everything that practice does. */
import { selectGiven, selectRefs, selectUntold } from '../../../db/activity-given.ts';
import { database } from '../../../db/client.ts';
import type { AskedLesson } from '../../../db/lessons.ts';
import { endOf, type GivenActivity } from '../../../domain/activities/rules.ts';
import { type Standing, standingAt, standingOf, type Untold } from '../../../domain/activities/standing.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { selectAskedOf } from './asked-of.ts';
import { settle } from './settle.ts';

export interface Access {
  standing: Standing;
  /** to one question, by its name in the version: an activity may give a few of a lesson */
  at(question: string): Standing;
  /** when this was so, by the database's clock; ms since 1970 */
  now: number;
  /** of which questions nothing is told yet, by their names in the version */
  untold(question: string): Untold | undefined;
}

/**
 * How somebody stands to a lesson or quiz at this moment.
 * @param writing what has ended is settled first: what was typed until then is not written over. Who only reads waits for the
 * clock (`settleEnded`), which leaves a moment to what is on its way
 */
export async function accessTo(
  person: Person,
  lesson: Pick<AskedLesson, 'id' | 'versionId'>,
  writing = false,
): Promise<Access> {
  const db = database();
  const of = { userId: person.id, lessonId: lesson.id };
  const [read, untold] = await Promise.all([selectGiven(db, of), selectUntold(db, person.id)]);
  const ended = writing ? read.given.filter((one) => hasEnded(one, read.now)) : [];
  for (const { id } of ended) await settle({ ...of, activityId: id });
  const { given, now } = ended.length === 0 ? read : await selectGiven(db, of);
  const refs = untold.size === 0 ? undefined : await selectRefs(db, lesson.versionId);
  const standing = standingOf(given, now);
  return {
    standing,
    at: (question) => standingAt(standing, question, now),
    now,
    untold: (question) => untold.get(refs?.get(question) ?? ''),
  };
}

/** Whether a time limit is over, and what was typed has not been handed in yet. */
function hasEnded(one: GivenActivity, now: number): boolean {
  const end = endOf(one);
  return one.sitting !== null && !one.sitting.settled && end !== null && now > end;
}

/** A lesson or quiz that somebody may read now. A quiz is there for whom it was given to, and for nobody else. */
export async function enter(
  person: Person,
  where: { id: string } | { slug: string },
  writing = false,
): Promise<Outcome<{ lesson: AskedLesson; access: Access }>> {
  const lesson = await selectAskedOf(database(), person.id, where);
  if (lesson === undefined) return refuse('lessonNotWritten');
  const access = await accessTo(person, lesson, writing);
  const { given, readable } = access.standing;
  if (lesson.ownerId !== null && given.length === 0) return refuse('lessonNotWritten');
  if (!readable) return refuse('notOpenYet');
  return { ok: true, lesson, access };
}
