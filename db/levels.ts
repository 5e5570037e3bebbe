/** Levels as maps: their places, what is written, and one person's progress. */
import type { LessonContent } from '../domain/lesson/compiled.ts';
import type { Queryable } from './client.ts';

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
    select: { id: true, place: true, title: true, slug: true, publishedId: true },
  },
} as const;

export async function selectOptionalLevel(
  db: Queryable,
  where: { id: string } | { course: { slug: string }; slug: string },
): Promise<LevelMap | undefined> {
  const found = await db.level.findFirst({ where, select: level });
  if (found === null) return undefined;
  const { lessons, ...rest } = found;
  const points = await selectPoints(
    db,
    lessons.flatMap((one) => one.publishedId ?? []),
  );
  return {
    ...rest,
    places: lessons.map(({ id, place, title, slug, publishedId }) => ({
      lessonId: id,
      number: place,
      title,
      slug: publishedId === null ? null : slug,
      points: publishedId === null ? 0 : (points.get(publishedId) ?? 0),
    })),
  };
}

/** All points there are in a published version. */
export async function selectPoints(db: Queryable, versions: string[]): Promise<Map<string, number>> {
  const rows = await db.lessonVersion.findMany({
    where: { id: { in: versions } },
    select: { id: true, content: true },
  });
  return new Map(
    rows.map(({ id, content }) => {
      // what was validated when it was published is trusted when it is read
      const { questions } = content as unknown as LessonContent;
      return [id, questions.reduce((sum, one) => sum + one.points, 0)];
    }),
  );
}

/** Points of one person by lesson. */
export async function selectLessonPoints(
  db: Queryable,
  userId: string,
  lessonIds: string[],
): Promise<Map<string, number>> {
  const rows = await db.score.groupBy({
    by: ['lessonId'],
    where: { userId, lessonId: { in: lessonIds } },
    _sum: { points: true },
  });
  return new Map(rows.map((row) => [row.lessonId, row._sum.points ?? 0]));
}
