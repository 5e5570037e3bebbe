/** The course as its list has it now: what a plan (domain/lesson/course-plan.ts) says, in the caller's transaction. */
import type { CoursePlan, StoredLesson } from '../domain/lesson/course-plan.ts';
import type { Queryable } from './client.ts';

/** One at a time, so that two processes that start together do not make the same course twice. */
export async function lockCourses(db: Queryable): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('courses', 0))`;
}

/** A course by its slug, made or told anew. @returns its id */
export async function upsertCourse(
  db: Queryable,
  course: { slug: string; title: string; description: string },
): Promise<string> {
  const { slug, ...told } = course;
  const { id } = await db.course.upsert({ where: { slug }, create: course, update: told, select: { id: true } });
  return id;
}

/** Levels are known by their slugs; one that the list does not name any more is archived. Ids by slug. */
export async function syncLevels(
  db: Queryable,
  courseId: string,
  levels: readonly { slug: string; number: number; title: string }[],
): Promise<Map<string, string>> {
  // whoever is archived has no number, so numbers can be given anew in any order
  await db.$executeRaw`
    update levels set archived_at = now() where course_id = ${courseId}::uuid and archived_at is null`;
  const ids = new Map<string, string>();
  for (const { slug, number, title } of levels) {
    const { id } = await db.level.upsert({
      where: { courseId_slug: { courseId, slug } },
      create: { courseId, slug, number, title },
      update: { number, title, archivedAt: null },
      select: { id: true },
    });
    ids.set(slug, id);
  }
  return ids;
}

/** Every lesson of a course, as the plan wants to know it. */
export async function selectLessons(db: Queryable): Promise<(StoredLesson & { courseId: string })[]> {
  const rows = await db.lesson.findMany({
    where: { levelId: { not: null } },
    orderBy: [{ place: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      contentId: true,
      place: true,
      slug: true,
      listedTitle: true,
      title: true,
      archivedAt: true,
      level: { select: { slug: true, courseId: true } },
      _count: { select: { versions: true, activities: true, sessions: true, submissions: true } },
    },
  });
  return rows.flatMap(({ level, archivedAt, _count, ...lesson }) => {
    if (level === null) return [];
    const used = Object.values(_count).some((count) => count > 0);
    return [{ ...lesson, level: level.slug, courseId: level.courseId, archived: archivedAt !== null, used }];
  });
}

/** @param levels ids by slug @returns the id of each planned lesson, in the plan's order */
export async function applyPlan(
  db: Queryable,
  plan: CoursePlan,
  levels: ReadonlyMap<string, string>,
): Promise<string[]> {
  await db.lesson.deleteMany({ where: { id: { in: plan.remove } } });
  const kept = plan.lessons.flatMap(({ id }) => id ?? []);
  // out of their places and names first, so that lessons can swap them
  await db.$executeRaw`
    update lessons set slug = 'moving-' || id, archived_at = coalesce(archived_at, now()), content_id = null
    where id = any(${kept}::uuid[])`;
  await db.$executeRaw`
    update lessons set archived_at = coalesce(archived_at, now()) where id = any(${plan.archive}::uuid[])`;
  for (const { id, slug } of plan.renamed) await db.lesson.update({ where: { id }, data: { slug } });
  const ids: string[] = [];
  for (const { id, level, listedTitle, ...place } of plan.lessons) {
    const data = { ...place, listedTitle, levelId: levelOf(levels, level), archivedAt: null };
    const lesson =
      id === null
        ? await db.lesson.create({ data: { ...data, title: listedTitle }, select: { id: true, publishedId: true } })
        : await db.lesson.update({ where: { id }, data, select: { id: true, publishedId: true } });
    // what is written has a title of its own
    if (lesson.publishedId === null) await db.lesson.update({ where: { id: lesson.id }, data: { title: listedTitle } });
    ids.push(lesson.id);
  }
  return ids;
}

function levelOf(levels: ReadonlyMap<string, string>, slug: string): string {
  const id = levels.get(slug);
  if (id === undefined) throw new Error(`no level ${slug}`);
  return id;
}
