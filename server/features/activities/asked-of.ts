/** A lesson or quiz as somebody is asked it: a quiz in the version that their class keeps. */
import { selectKeptVersions } from '../../../db/activities.ts';
import type { Queryable } from '../../../db/client.ts';
import { type AskedLesson, selectOptionalAsked } from '../../../db/lessons.ts';

/** Undefined where nothing is published; whether they may read it is asked elsewhere. */
export async function selectAskedOf(
  db: Queryable,
  userId: string,
  where: { id: string } | { slug: string },
): Promise<AskedLesson | undefined> {
  const lesson = await selectOptionalAsked(db, where);
  if (lesson === undefined || lesson.ownerId === null) return lesson;
  const kept = (await selectKeptVersions(db, lesson.id, [userId])).get(userId);
  return kept === undefined || kept === lesson.versionId ? lesson : selectOptionalAsked(db, { id: lesson.id }, kept);
}
