/** The course as its list has it now: what a plan (domain/lesson/course-plan.ts) says, in the caller's transaction. */
import type { StoredText } from '../domain/courses/content-state.ts';
import { freeSlug } from '../domain/courses/slug.ts';
import type { CoursePlan, StoredLesson } from '../domain/lesson/course-plan.ts';
import type { Queryable } from './client.ts';
import { dropFormer, keepFormer, selectSlugsLike } from './course-tree.ts';

/** One at a time, so that two processes that start together do not make the same course twice. */
export async function lockCourses(db: Queryable): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('courses', 0))`;
}

/** A course as its folder in `content/` was taken over last. */
export async function selectCourseOfContent(
  db: Queryable,
  contentId: string,
): Promise<{ id: string; title: string; description: string; known: string | null; arranged: boolean } | undefined> {
  const found = await db.course.findUnique({
    where: { contentId },
    select: { id: true, title: true, description: true, listHash: true, arrangedAt: true },
  });
  if (found === null) return undefined;
  const { listHash: known, arrangedAt, ...course } = found;
  return { ...course, known, arranged: arrangedAt !== null };
}

/** The list is known as it is; with `taken` the course stands as it says. */
export async function updateList(db: Queryable, contentId: string, listHash: string): Promise<void> {
  await db.course.update({ where: { contentId }, data: { listHash } });
}

/** A course by its folder, made or told anew; an address that was chosen here stays. @returns its id */
export async function upsertCourse(
  db: Queryable,
  course: { contentId: string; title: string; description: string; listHash: string },
): Promise<string> {
  const { contentId, ...told } = course;
  const known = await db.course.findUnique({ where: { contentId }, select: { id: true } });
  if (known !== null) {
    await db.course.update({ where: { contentId }, data: { ...told, arrangedAt: null } });
    return known.id;
  }
  const taken = await selectSlugsLike(db, { of: 'course', courseId: null }, contentId);
  const slug = freeSlug(contentId, (one) => taken.has(one));
  return (await db.course.create({ data: { ...course, slug }, select: { id: true } })).id;
}

/**
 * Levels are known by their names in the list; one that it does not name any more is archived. Those that were made in the classroom
 * come after them. Ids by those names.
 */
export async function syncLevels(
  db: Queryable,
  courseId: string,
  levels: readonly { slug: string; number: number; title: string }[],
): Promise<Map<string, string>> {
  const own = await db.level.findMany({
    where: { courseId, contentId: null, archivedAt: null },
    orderBy: { number: 'asc' },
    select: { id: true },
  });
  // whoever is archived has no number, so numbers can be given anew in any order
  await db.$executeRaw`
    update levels set archived_at = now() where course_id = ${courseId}::uuid and archived_at is null`;
  const ids = new Map<string, string>();
  for (const { slug: contentId, number, title } of levels) {
    const known = await db.level.findUnique({ where: { courseId_contentId: { courseId, contentId } } });
    const taken = known === null ? await selectSlugsLike(db, { of: 'level', courseId }, contentId) : undefined;
    const { id } =
      known === null
        ? await db.level.create({
            data: {
              courseId,
              contentId,
              slug: freeSlug(contentId, (one) => taken?.has(one) === true),
              number,
              title,
            },
            select: { id: true },
          })
        : await db.level.update({ where: { id: known.id }, data: { number, title, archivedAt: null } });
    ids.set(contentId, id);
  }
  const last = Math.max(0, ...levels.map(({ number }) => number));
  for (const [index, { id }] of own.entries())
    await db.level.update({ where: { id }, data: { number: last + 1 + index, archivedAt: null } });
  return ids;
}

/** Every lesson of a course, as the plan wants to know it; levels by their names in the list, else by their slugs. */
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
      formerSlugs: { where: { ofFile: false }, select: { slug: true } },
      level: { select: { slug: true, contentId: true, courseId: true } },
      _count: { select: { versions: true, activities: true, sessions: true, submissions: true } },
    },
  });
  return rows.flatMap(({ level, archivedAt, formerSlugs, _count, ...lesson }) => {
    if (level === null) return [];
    const used = Object.values(_count).some((count) => count > 0);
    return [
      {
        ...lesson,
        level: level.contentId ?? level.slug,
        courseId: level.courseId,
        archived: archivedAt !== null,
        left: formerSlugs.map(({ slug }) => slug),
        used,
      },
    ];
  });
}

/** What is published of the lessons of these files, and what was taken over of them last; by who they are. */
export async function selectTexts(
  db: Queryable,
  files: readonly { contentId: string; hash: string }[],
): Promise<Map<string, StoredText & { lessonId: string }>> {
  const rows = await db.lesson.findMany({
    where: { contentId: { in: files.map(({ contentId }) => contentId) } },
    select: {
      id: true,
      contentId: true,
      fileHash: true,
      published: { select: { sourceHash: true, createdById: true } },
      versions: {
        where: { sourceHash: { in: files.map(({ hash }) => hash) } },
        select: { sourceHash: true },
      },
    },
  });
  const hashes = new Map(files.map(({ contentId, hash }) => [contentId, hash]));
  return new Map(
    rows.map(({ id, contentId, fileHash, published, versions }) => [
      contentId ?? '',
      {
        lessonId: id,
        fileHash,
        published: published && { hash: published.sourceHash, byPerson: published.createdById !== null },
        isKnown: versions.some(({ sourceHash }) => sourceHash === hashes.get(contentId ?? '')),
      },
    ]),
  );
}

/**
 * Lessons that were made in the classroom stay in their levels, after those of the list.
 * @param levels ids by their names in the list
 */
export async function applyPlan(
  db: Queryable,
  plan: CoursePlan,
  { courseId, levels }: { courseId: string; levels: ReadonlyMap<string, string> },
): Promise<void> {
  await db.lesson.deleteMany({ where: { id: { in: plan.remove } } });
  const kept = plan.lessons.flatMap(({ id }) => id ?? []);
  const own = await db.lesson.findMany({
    where: { level: { courseId }, archivedAt: null, id: { notIn: [...kept, ...plan.archive] } },
    orderBy: [{ levelId: 'asc' }, { place: 'asc' }],
    select: { id: true, levelId: true },
  });
  const before = await db.lesson.findMany({
    where: { id: { in: [...kept, ...plan.renamed.map(({ id }) => id)] } },
    select: { id: true, slug: true },
  });
  // out of their places and names first, so that lessons can swap them
  await db.$executeRaw`
    update lessons set slug = 'moving-' || id, archived_at = coalesce(archived_at, now()), content_id = null
    where id = any(${kept}::uuid[])`;
  await db.$executeRaw`
    update lessons set archived_at = coalesce(archived_at, now())
    where id = any(${[...plan.archive, ...own.map(({ id }) => id)]}::uuid[])`;
  for (const { id, slug } of plan.renamed) await db.lesson.update({ where: { id }, data: { slug } });
  const last = new Map<string, number>();
  for (const { id, level, listedTitle, ...place } of plan.lessons) {
    const levelId = levelOf(levels, level);
    const data = { ...place, listedTitle, levelId, archivedAt: null };
    const lesson =
      id === null
        ? await db.lesson.create({ data: { ...data, title: listedTitle }, select: { id: true, publishedId: true } })
        : await db.lesson.update({ where: { id }, data, select: { id: true, publishedId: true } });
    // what is written has a title of its own
    if (lesson.publishedId === null) await db.lesson.update({ where: { id: lesson.id }, data: { title: listedTitle } });
    last.set(levelId, place.place);
  }
  for (const { id, levelId } of own) {
    const place = (last.get(levelId ?? '') ?? 0) + 1;
    last.set(levelId ?? '', place);
    await db.lesson.update({ where: { id }, data: { place, archivedAt: null } });
  }
  await keepAddresses(db, before);
}

/** Where files have given lessons other addresses, those of before lead to them. */
async function keepAddresses(db: Queryable, before: readonly { id: string; slug: string }[]): Promise<void> {
  const now = await db.lesson.findMany({
    where: { id: { in: before.map(({ id }) => id) } },
    select: { id: true, slug: true },
  });
  const slugs = new Map(now.map(({ id, slug }) => [id, slug]));
  for (const { id, slug } of before) {
    if (slugs.get(id) === undefined || slugs.get(id) === slug) continue;
    await keepFormer(db, { of: 'lesson', id, slug }, true);
  }
  for (const slug of slugs.values()) await dropFormer(db, { of: 'lesson', courseId: '', slug });
}

function levelOf(levels: ReadonlyMap<string, string>, slug: string): string {
  const id = levels.get(slug);
  if (id === undefined) throw new Error(`no level ${slug}`);
  return id;
}
