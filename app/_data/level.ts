import 'server-only';
/** The map of a level, or of a whole course, for one person. */
import { database } from '../../db/client.ts';
import { selectOptionalCourseMoved, selectOptionalLevelMoved } from '../../db/course-tree.ts';
import { type LevelMap, selectLessonPoints, selectOptionalCourseMap, selectOptionalLevel } from '../../db/levels.ts';
import type { MapPlace } from '../../domain/map-place.ts';

export interface LevelForViewer extends Omit<LevelMap, 'places'> {
  places: (MapPlace & { points: number; earned: number })[];
}

/** Where a level is whose address this was before. */
export const readMovedLevel = (course: string, level: string) => selectOptionalLevelMoved(database(), course, level);

/** Where a course is whose address this was before. */
export const readMovedCourse = (course: string) => selectOptionalCourseMoved(database(), course);

/** One level, by its address or its id; undefined where there is none. @param current the lesson that is open */
export async function readLevel(
  where: Parameters<typeof selectOptionalLevel>[1],
  viewerId: string | undefined,
  current?: string,
): Promise<LevelForViewer | undefined> {
  const found = await selectOptionalLevel(database(), where);
  if (found === undefined) return undefined;
  return mapOf(found, await earnedIn([found], viewerId), current);
}

/** A course with all its levels, as they are listed. */
export async function readCourse(slug: string, viewerId: string | undefined) {
  const found = await selectOptionalCourseMap(database(), slug);
  if (found === undefined) return undefined;
  const earned = await earnedIn(found.levels, viewerId);
  return { ...found, levels: found.levels.map((level) => mapOf(level, earned)) };
}

async function earnedIn(
  levels: readonly LevelMap[],
  viewerId: string | undefined,
): Promise<ReadonlyMap<string, number>> {
  if (viewerId === undefined) return new Map();
  const ids = levels.flatMap(({ places }) => places.map((one) => one.lessonId));
  return selectLessonPoints(database(), viewerId, ids);
}

function mapOf(level: LevelMap, earned: ReadonlyMap<string, number>, current?: string): LevelForViewer {
  return {
    ...level,
    places: level.places.map(({ lessonId, number, title, slug, points }) => ({
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
