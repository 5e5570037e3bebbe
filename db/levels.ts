/** Levels as maps: their places, what is written, and one person's progress. */
import { selectUntold } from './activities.ts';
import type { Queryable } from './client.ts';
import type { Prisma } from './generated/client.ts';

interface LevelPlace {
  lessonId: string;
  number: number;
  title: string;
  /** null: not yet written */
  slug: string | null;
  points: number;
}

export interface LevelMap {
  id: string;
  number: number;
  slug: string;
  title: string;
  course: { slug: string; title: string; description: string };
  places: LevelPlace[];
}

const level = {
  id: true,
  number: true,
  slug: true,
  title: true,
  course: { select: { slug: true, title: true, description: true } },
  lessons: {
    where: { archivedAt: null },
    orderBy: { place: 'asc' },
    select: { id: true, place: true, title: true, slug: true, published: { select: { points: true } } },
  },
} as const;

/** A level with its lessons in their order. */
export async function selectOptionalLevel(
  db: Queryable,
  where: { id: string } | { course: { slug: string }; slug: string },
): Promise<LevelMap | undefined> {
  const found = await db.level.findFirst({ where, select: level });
  return found === null ? undefined : mapOf(found);
}

/** A course with the levels that it lists. */
export async function selectOptionalCourseMap(
  db: Queryable,
  slug: string,
): Promise<{ slug: string; title: string; description: string; levels: LevelMap[] } | undefined> {
  const found = await db.course.findUnique({
    where: { slug },
    select: {
      slug: true,
      title: true,
      description: true,
      levels: { where: { archivedAt: null }, orderBy: { number: 'asc' }, select: level },
    },
  });
  return found === null ? undefined : { ...found, levels: found.levels.map(mapOf) };
}

function mapOf({ lessons, ...rest }: Prisma.LevelGetPayload<{ select: typeof level }>): LevelMap {
  return {
    ...rest,
    places: lessons.map(({ id, place, title, slug, published }) => ({
      lessonId: id,
      number: place,
      title,
      slug: published === null ? null : slug,
      points: published?.points ?? 0,
    })),
  };
}

/** Points of one person by lesson, as far as they may be told of them. */
export async function selectLessonPoints(
  db: Queryable,
  userId: string,
  lessonIds: string[],
): Promise<Map<string, number>> {
  const untold = [...(await selectUntold(db, userId)).keys()];
  const rows = await db.score.groupBy({
    by: ['lessonId'],
    where: {
      userId,
      lessonId: { in: lessonIds },
      ...(untold.length === 0 ? {} : { questionRef: { notIn: untold } }),
    },
    _sum: { points: true },
  });
  return new Map(rows.map((row) => [row.lessonId, row._sum.points ?? 0]));
}
