/** What the pages of a class look at. */
import { selectOptionalVersionOf, wasGiven } from '../../../db/activities.ts';
import { database } from '../../../db/client.ts';
import { type AskedLesson, selectOptionalAsked } from '../../../db/lessons.ts';

/** A lesson of a course, or a quiz that the class was given, in its version, be it taken back by now. `classId` null: any. */
export async function selectOptionalOfClass({
  classId,
  lessonId,
}: {
  classId: string | null;
  lessonId: string;
}): Promise<AskedLesson | undefined> {
  const db = database();
  const lesson = await selectOptionalAsked(db, { id: lessonId });
  if (lesson === undefined || lesson.ownerId === null || classId === null) return lesson;
  if (!(await wasGiven(db, { classId, lessonId }))) return undefined;
  return selectOptionalAsked(db, { id: lessonId }, await selectOptionalVersionOf(db, { classId, lessonId }));
}
