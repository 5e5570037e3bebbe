/** What the list of a course in `content/` would change of the lessons that are stored, before it does. */
import { database } from '../../../db/client.ts';
import { selectCourseOfContent, selectLessons } from '../../../db/course-sync.ts';
import { slugOf } from '../../../domain/courses/slug.ts';
import { type CoursePlan, planCourse, type StoredLesson } from '../../../domain/lesson/course-plan.ts';
import type { CourseFiles } from './content-files.ts';

/** What a list would do: lessons by their titles. */
export interface ListChanges {
  added: string[];
  moved: string[];
  /** out of the list, with what is in them */
  archived: string[];
  /** places without anything in them */
  removed: string[];
  /** other titles, descriptions and numbers than here: of the course or its levels, as the file has them */
  told: string[];
}
/** It puts places in, and changes nothing of what stands here. */
export function isAddingOnly({ added: _added, ...others }: ListChanges): boolean {
  return Object.values(others).every((titles) => titles.length === 0);
}

/** What the list of a course would change; nothing is written. */
export async function changesOf({ contentId, course, places }: CourseFiles): Promise<ListChanges> {
  const db = database();
  const known = await selectCourseOfContent(db, contentId);
  const stored = await selectLessons(db);
  const plan = planOf(stored, known?.id ?? null, places);
  const titles = new Map(stored.map(({ id, title }) => [id, title]));
  const before = new Map(stored.map((one) => [one.id, one]));
  const named = (ids: readonly string[]): string[] => ids.map((id) => titles.get(id) ?? '');
  const levels = await db.level.findMany({
    where: { courseId: known?.id ?? '00000000-0000-0000-0000-000000000000' },
    select: { contentId: true, title: true, number: true, archivedAt: true },
  });
  const levelOf = new Map(levels.map((level) => [level.contentId, level]));
  return {
    added: plan.lessons.filter(({ id }) => id === null).map(({ listedTitle }) => listedTitle),
    moved: plan.lessons.flatMap(({ id, level, place }) => {
      const stands = before.get(id ?? '');
      if (stands === undefined) return [];
      const isThere = !stands.archived && stands.level === level && stands.place === place;
      return isThere ? [] : [stands.title];
    }),
    archived: named(plan.archive),
    removed: named(plan.remove),
    told: [
      ...(known !== undefined && (known.title !== course.title || known.description !== course.description)
        ? [course.title]
        : []),
      ...course.levels.flatMap(({ slug, title, number }) => {
        const stands = levelOf.get(slug);
        const isSame =
          stands !== undefined && stands.title === title && stands.number === number && stands.archivedAt === null;
        return isSame ? [] : [title];
      }),
    ],
  };
}

/** What the list asks of the lessons that are stored; those that were made in the classroom are left where they are. */
export function planOf(
  stored: readonly (StoredLesson & { courseId: string })[],
  courseId: string | null,
  places: CourseFiles['places'],
): CoursePlan {
  const isListed = (lesson: StoredLesson & { courseId: string }): boolean =>
    lesson.courseId === courseId && (lesson.contentId !== null || lesson.listedTitle !== null);
  return planCourse(
    places,
    stored.filter(isListed),
    stored.filter((lesson) => !isListed(lesson)),
    (written) => slugOf(written, 'lesson'),
  );
}
