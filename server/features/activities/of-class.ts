/** What the pages of a class look at. */
import { wasGiven } from '../../../db/activities.ts';
import { database } from '../../../db/client.ts';
import { type AskedLesson, selectOptionalAsked } from '../../../db/lessons.ts';

/** A lesson of a course, or a quiz that the class was given, be it taken back by now. `classId` null: any. */
export async function selectOptionalOfClass({
  classId,
  lessonId,
}: {
  classId: string | null;
  lessonId: string;
}): Promise<AskedLesson | undefined> {
  const lesson = await selectOptionalAsked(database(), { id: lessonId });
  if (lesson === undefined || lesson.ownerId === null || classId === null) return lesson;
  return (await wasGiven(database(), { classId, lessonId })) ? lesson : undefined;
}
