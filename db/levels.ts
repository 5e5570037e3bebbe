/** Levels as maps: their places, what is written, and one person's progress. */
import { z } from 'zod';
import { FOR_ONE, selectUntold } from './activity-given.ts';
import type { Queryable } from './client.ts';
import type { Prisma } from './generated/client.ts';
import { rowsOf } from './rows.ts';

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

/** Points of one person by lesson, as far as they may be told of them: of what they are asked there now. */
export async function selectLessonPoints(
  db: Queryable,
  userId: string,
  lessonIds: string[],
): Promise<Map<string, number>> {
  const untold = [...(await selectUntold(db, userId)).keys()];
  const rows = await rowsOf(
    z.strictObject({ lesson: z.uuid(), points: z.number() }),
    db.$queryRaw`
    select s.lesson_id as lesson, sum(s.points)::float8 as points
    from scores s join lessons l on l.id = s.lesson_id
    left join lateral (
      select v.id from activities a
      join classes c on c.id = a.class_id and c.archived_at is null
      join enrolments e on e.class_id = a.class_id and e.role = 'student' and e.user_id = s.user_id
      join lesson_versions v on v.id = a.lesson_version_id
      where a.lesson_id = l.id and a.withdrawn_at is null and ${FOR_ONE}
      order by coalesce(v.based_on, v.number) desc, v.number desc limit 1) kept on true
    where s.user_id = ${userId}::uuid and s.lesson_id = any(${lessonIds}::uuid[])
      and not s.question_ref = any(${untold}::uuid[])
      and exists (select 1 from lesson_questions q
        where q.lesson_version_id = coalesce(kept.id, l.published_id) and q.name = s.question_id)
    group by s.lesson_id`,
  );
  return new Map(rows.map(({ lesson, points }) => [lesson, points]));
}
