/** Courses as they are arranged in the classroom: what stands where, under which address, what is archived, and who edits it. */
import { z } from 'zod';
import type { Sort } from '../domain/courses/slug.ts';
import type { Thing } from '../domain/courses/thing.ts';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

/** A course, a level or a lesson of one, as it stands. */
export interface StoredThing {
  of: Sort;
  id: string;
  courseId: string;
  /** of a lesson */
  levelId: string | null;
  title: string;
  slug: string;
  /** its place among its brothers; of a course nothing */
  number: number;
  archivedAt: Date | null;
  /** of a lesson, what is published; null: not yet written */
  published: { id: string; number: number; source: string } | null;
}

/** Undefined where there is none; a quiz is no lesson of a course. */
export async function selectOptionalThing(db: Queryable, { of, id }: Thing): Promise<StoredThing | undefined> {
  const common = { id: true, title: true, slug: true, archivedAt: true } as const;
  if (of === 'course') {
    const course = await db.course.findUnique({ where: { id }, select: common });
    return course === null ? undefined : { ...course, of, courseId: id, levelId: null, number: 0, published: null };
  }
  if (of === 'level') {
    const level = await db.level.findUnique({ where: { id }, select: { ...common, courseId: true, number: true } });
    return level === null ? undefined : { ...level, of, levelId: null, published: null };
  }
  const lesson = await db.lesson.findUnique({
    where: { id },
    select: {
      ...common,
      place: true,
      levelId: true,
      level: { select: { courseId: true } },
      published: { select: { id: true, number: true, source: true } },
    },
  });
  if (lesson?.level == null) return undefined;
  const { level, place, ...rest } = lesson;
  return { ...rest, of, courseId: level.courseId, number: place };
}

export async function editsCourse(db: Queryable, userId: string, courseId: string): Promise<boolean> {
  return (await db.courseEditor.count({ where: { userId, courseId } })) > 0;
}

/** Whether a course was given to somebody, whichever. */
export async function editsAnyCourse(db: Queryable, userId: string): Promise<boolean> {
  return (await db.courseEditor.count({ where: { userId } })) > 0;
}

/** Gives a course to somebody to edit, or takes it back. @returns whether that changed anything */
export async function updateEditor(
  db: Queryable,
  { courseId, userId, givenById, edits }: { courseId: string; userId: string; givenById: string; edits: boolean },
): Promise<boolean> {
  if (!edits) return (await db.courseEditor.deleteMany({ where: { courseId, userId } })).count > 0;
  const { count } = await db.courseEditor.createMany({
    data: { courseId, userId, givenById },
    skipDuplicates: true,
  });
  return count > 0;
}

/** The slugs that begin like this one and are somebody's, or were: what is named without asking leaves those alone. */
export async function selectSlugsLike(
  db: Queryable,
  { of, courseId }: { of: Sort; courseId: string | null },
  begins: string,
): Promise<Set<string>> {
  const rows = await rowsOf(
    z.strictObject({ slug: z.string() }),
    db.$queryRaw`
      select slug from (
        select 'course' as of, null::uuid as within, slug from courses
        union all select 'level', course_id, slug from levels
        union all select 'lesson', null, slug from lessons
        union all select 'course', null, slug from former_slugs where course_id is not null
        union all select 'level', l.course_id, f.slug from former_slugs f join levels l on l.id = f.level_id
        union all select 'lesson', null, slug from former_slugs where lesson_id is not null) s
      where s.of = ${of} and s.within is not distinct from ${of === 'level' ? courseId : null}::uuid
        and starts_with(s.slug, ${begins})`,
  );
  return new Set(rows.map(({ slug }) => slug));
}

/**
 * Gives something an address of its own choosing; the one that it had leads to it from now on. One that led to another thing leads
 * here as long as this one has it.
 * @param undo what it has now was a mistake: nothing leads here from there
 * @returns `taken`: another one has it; else with `led` the title of what it led to before; null: nothing
 */
export async function updateSlug(
  db: Queryable,
  thing: StoredThing,
  slug: string,
  undo: boolean,
): Promise<'taken' | { led: string | null }> {
  const { of, id, courseId } = thing;
  if (slug === thing.slug) return { led: null };
  const taken =
    of === 'course'
      ? await db.course.count({ where: { slug } })
      : of === 'level'
        ? await db.level.count({ where: { slug, courseId } })
        : await db.lesson.count({ where: { slug } });
  if (taken > 0) return 'taken';
  await db.formerSlug.deleteMany({ where: { slug, [`${of}Id`]: id } });
  const led = await selectLed(db, { of, courseId, slug });
  if (!undo) await keepFormer(db, thing);
  if (of === 'course') await db.course.update({ where: { id }, data: { slug } });
  else if (of === 'level') await db.level.update({ where: { id }, data: { slug } });
  else await db.lesson.update({ where: { id }, data: { slug } });
  return { led };
}

/** What an address leads to that nothing has now, by its title. */
async function selectLed(
  db: Queryable,
  { of, courseId, slug }: { of: Sort; courseId: string; slug: string },
): Promise<string | null> {
  const titled = { select: { title: true } } as const;
  const ofSort = {
    course: { courseId: { not: null } },
    level: { level: { courseId } },
    lesson: { lessonId: { not: null } },
  } as const;
  const found = await db.formerSlug.findFirst({
    where: { slug, ...ofSort[of] },
    orderBy: { until: 'desc' },
    select: { course: titled, level: titled, lesson: titled },
  });
  return (found?.course ?? found?.level ?? found?.lesson)?.title ?? null;
}

/** The address that something has now will lead to it. */
export async function keepFormer(
  db: Queryable,
  { of, id, slug }: Thing & { slug: string },
  ofFile = false,
): Promise<void> {
  await db.formerSlug.create({ data: { slug, ofFile, [`${of}Id`]: id } });
}

/** An address that somebody has now leads nowhere else. */
export async function dropFormer(
  db: Queryable,
  { of, courseId, slug }: { of: Sort; courseId: string; slug: string },
): Promise<void> {
  if (of === 'course') await db.formerSlug.deleteMany({ where: { slug, courseId: { not: null } } });
  else if (of === 'lesson') await db.formerSlug.deleteMany({ where: { slug, lessonId: { not: null } } });
  else await db.formerSlug.deleteMany({ where: { slug, level: { courseId } } });
}

/** The lesson that an address of before leads to, by its address now; undefined where another one has it. */
export async function selectOptionalLessonMoved(db: Queryable, slug: string): Promise<string | undefined> {
  if ((await db.lesson.count({ where: { slug } })) > 0) return undefined;
  const found = await db.formerSlug.findFirst({
    where: { slug, lesson: { levelId: { not: null } } },
    orderBy: { until: 'desc' },
    select: { lesson: { select: { slug: true } } },
  });
  return found?.lesson?.slug;
}

/** The course that an address of before leads to, by its address now. */
export async function selectOptionalCourseMoved(db: Queryable, slug: string): Promise<string | undefined> {
  const found = await db.formerSlug.findFirst({
    where: { slug, courseId: { not: null } },
    orderBy: { until: 'desc' },
    select: { course: { select: { slug: true } } },
  });
  return found?.course?.slug;
}

/** The level that an address leads to, by the slugs that it and its course have now; either may be one of before. */
export async function selectOptionalLevelMoved(
  db: Queryable,
  course: string,
  level: string,
): Promise<{ course: string; level: string } | undefined> {
  const [found] = await rowsOf(
    z.strictObject({ course: z.string(), level: z.string() }),
    db.$queryRaw`
      select c.slug as course, l.slug as level
      from courses c join levels l on l.course_id = c.id
      where (c.slug = ${course} or exists (select 1 from former_slugs f where f.course_id = c.id and f.slug = ${course}))
        and (l.slug = ${level} or exists (select 1 from former_slugs f where f.level_id = l.id and f.slug = ${level}))
      order by c.slug = ${course} desc, l.slug = ${level} desc limit 1`,
  );
  return found;
}

/** The levels that a course lists, in their order. */
export async function selectLevelOrder(db: Queryable, courseId: string): Promise<{ id: string; number: number }[]> {
  return db.level.findMany({
    where: { courseId, archivedAt: null },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  });
}

/** The lessons that a level lists, in their order. */
export async function selectLessonOrder(db: Queryable, levelId: string): Promise<{ id: string; number: number }[]> {
  const lessons = await db.lesson.findMany({
    where: { levelId, archivedAt: null },
    orderBy: { place: 'asc' },
    select: { id: true, place: true },
  });
  return lessons.map(({ id, place }) => ({ id, number: place }));
}

/** Lists these levels, and no others, with these numbers. */
export async function updateLevelOrder(
  db: Queryable,
  courseId: string,
  order: readonly { id: string; number: number }[],
): Promise<void> {
  const rows = JSON.stringify(order);
  // numbers are one level's among those that are listed: none is while they change
  await db.$executeRaw`
    update levels set archived_at = coalesce(archived_at, now())
    where course_id = ${courseId}::uuid`;
  await db.$executeRaw`
    update levels l set number = o.number, archived_at = null
    from jsonb_to_recordset(${rows}::jsonb) as o(id uuid, number int)
    where l.id = o.id and l.course_id = ${courseId}::uuid`;
}

/** Lists these lessons, and no others, in a level. */
export async function updateLessonOrder(
  db: Queryable,
  levelId: string,
  order: readonly { id: string; number: number }[],
): Promise<void> {
  const rows = JSON.stringify(order);
  const ids = order.map(({ id }) => id);
  await db.$executeRaw`
    update lessons set archived_at = coalesce(archived_at, now())
    where level_id = ${levelId}::uuid or id = any(${ids}::uuid[])`;
  await db.$executeRaw`
    update lessons s set place = o.number, level_id = ${levelId}::uuid, archived_at = null
    from jsonb_to_recordset(${rows}::jsonb) as o(id uuid, number int) where s.id = o.id`;
}

/** That a course which comes from files stands otherwise here than there, by its list. */
export async function noteArranged(db: Queryable, courseId: string): Promise<void> {
  await db.$executeRaw`
    update courses set arranged_at = coalesce(arranged_at, now())
    where id = ${courseId}::uuid and content_id is not null`;
}
