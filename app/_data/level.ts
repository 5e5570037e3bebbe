import 'server-only';
/** A level's map for one person. */
import { database } from '../../db/client.ts';
import { selectOptionalLevelMoved } from '../../db/course-tree.ts';
import { type LevelMap, selectLessonPoints, selectOptionalLevel } from '../../db/levels.ts';
import type { MapPlace } from '../../domain/map-place.ts';

export interface LevelForViewer extends Omit<LevelMap, 'places'> {
  places: (MapPlace & { points: number; earned: number })[];
}

/** Where a level is whose address this was before. */
export const readMovedLevel = (course: string, level: string) => selectOptionalLevelMoved(database(), course, level);

export async function readLevel(
  where: Parameters<typeof selectOptionalLevel>[1],
  viewerId: string | undefined,
  current?: string,
): Promise<LevelForViewer | undefined> {
  const db = database();
  const found = await selectOptionalLevel(db, where);
  if (found === undefined) return undefined;
  const earned =
    viewerId === undefined
      ? new Map<string, number>()
      : await selectLessonPoints(
          db,
          viewerId,
          found.places.map((one) => one.lessonId),
        );
  return {
    ...found,
    places: found.places.map(({ lessonId, number, title, slug, points }) => ({
      number,
      title,
      href: slug === null ? null : `/lessons/${slug}`,
      current: slug !== null && slug === current,
      progress: earned.has(lessonId) && points > 0 ? (earned.get(lessonId) ?? 0) / points : null,
      points,
      earned: earned.get(lessonId) ?? 0,
    })),
  };
}
