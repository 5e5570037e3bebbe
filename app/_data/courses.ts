import 'server-only';
/** Courses as those see them who edit them: lists, a course with all that stands in it, and a lesson's source. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { selectNewerThanPinned } from '../../db/bank-pins.ts';
import { database, pool } from '../../db/client.ts';
import { type ListedCourse, type ListedPlace, selectCourses, selectPlaces } from '../../db/lists.ts';
import type { Thing } from '../../domain/courses/thing.ts';
import type { ListAsked, ListPage } from '../../domain/list-page.ts';
import { can } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { authorise } from '../../server/features/contract.ts';
import { ofThing } from '../../server/features/courses/standing.ts';
import { type CourseOut, lookAtCourseExport } from '../../server/features/exporting/course.ts';
import { requireViewer } from './viewer.ts';

/** Whose courses one looks at: null: all. */
const editorOf = (viewer: Person): string | null => (can(viewer.role, 'course.edit') ? null : viewer.id);

/** Somebody who writes questions or lessons. */
export async function requireAuthor(path: string): Promise<Person> {
  const viewer = await requireViewer(path);
  if (!can(viewer.role, 'question.write', { edits: viewer.edits === true })) notFound();
  return viewer;
}

/** Somebody who edits any course; to others the page does not exist. */
export async function requireCourses(path: string): Promise<Person> {
  const viewer = await requireViewer(path);
  if (!can(viewer.role, 'course.edit', { edits: viewer.edits === true })) notFound();
  return viewer;
}

/** Somebody who edits the course that this belongs to; to others the page does not exist. */
export async function requireEditor(path: string, thing: Thing) {
  const viewer = await requireViewer(path);
  if (!z.uuid().safeParse(thing.id).success) notFound();
  const asked = await authorise(viewer, ofThing('course.edit'), { thing });
  if (!asked.ok) notFound();
  return { viewer, found: asked.found };
}

/** What the zip of a course would hold. */
export async function readCourseOut(viewer: Person, courseId: string): Promise<CourseOut> {
  const outcome = await lookAtCourseExport(viewer, { courseId });
  if (!outcome.ok) notFound();
  return outcome.looked;
}

/** A page of the courses that somebody edits. */
export function readOwnCourses(viewer: Person, asked: ListAsked, archived: boolean): Promise<ListPage<ListedCourse>> {
  return selectCourses(pool(), asked, { editorId: editorOf(viewer), archived });
}

/** A page of the places of these courses, under their levels and courses. */
export async function readPlaces(viewer: Person, asked: ListAsked) {
  const { rows, ...place } = await selectPlaces(pool(), asked, editorOf(viewer));
  const courses = [...Map.groupBy(rows, (row) => row.courseId).values()].map((ofCourse) => ({
    id: ofCourse[0]?.courseId ?? '',
    slug: ofCourse[0]?.courseSlug ?? '',
    title: ofCourse[0]?.course ?? '',
    description: ofCourse[0]?.description ?? '',
    levels: [...Map.groupBy(ofCourse, (row) => row.levelId)].flatMap(([id, ofLevel]) => {
      const [{ levelSlug: slug, number, level: title } = { levelSlug: null, number: null, level: null }] = ofLevel;
      if (id === null || slug === null || number === null || title === null) return [];
      return [{ id, slug, number, title, lessons: ofLevel.flatMap(lessonIn) }];
    }),
  }));
  return { ...place, courses };
}

function lessonIn({ lessonId: id, slug, title, place, archived, version }: ListedPlace) {
  if (id === null || slug === null || title === null || place === null) return [];
  return [{ id, slug, title, place, archived, version }];
}

/** A course with its levels and lessons in their order, what is archived after what is listed. */
export async function readTree(courseId: string) {
  const first = { archivedAt: { sort: 'asc', nulls: 'first' } } as const;
  const course = await database().course.findUniqueOrThrow({
    where: { id: courseId },
    select: {
      id: true,
      slug: true,
      title: true,
      description: true,
      contentId: true,
      archivedAt: true,
      editors: {
        orderBy: { givenAt: 'asc' },
        select: { user: { select: { id: true, name: true, login: true, role: true } } },
      },
      levels: {
        orderBy: [first, { number: 'asc' }],
        select: {
          id: true,
          slug: true,
          number: true,
          title: true,
          contentId: true,
          archivedAt: true,
          lessons: {
            orderBy: [first, { place: 'asc' }],
            select: {
              id: true,
              slug: true,
              place: true,
              title: true,
              contentId: true,
              listedTitle: true,
              archivedAt: true,
              published: { select: { number: true } },
            },
          },
        },
      },
      _count: { select: { classes: { where: { archivedAt: null } } } },
    },
  });
  const { editors, levels, _count, contentId, archivedAt, ...rest } = course;
  return {
    ...rest,
    fromFile: contentId !== null,
    archived: archivedAt !== null,
    classes: _count.classes,
    editors: editors.map(({ user }) => user),
    levels: levels.map(({ lessons, contentId: listed, archivedAt: since, ...level }) => ({
      ...level,
      fromFile: listed !== null,
      archived: since !== null,
      lessons: lessons.map(
        ({ published, contentId: file, listedTitle, archivedAt: aside, place: number, ...lesson }) => ({
          ...lesson,
          number,
          // a place that the list has, until somebody writes there
          fromFile: file !== null || (published === null && listedTitle !== null),
          archived: aside !== null,
          version: published?.number ?? null,
        }),
      ),
    })),
  };
}
export type Tree = Awaited<ReturnType<typeof readTree>>;

/** A place with the source that is published, and what it pins that has a newer version; `source` is null where nothing is written yet. */
export async function readLessonSource(id: string) {
  const found = await database().lesson.findUnique({
    where: { id, levelId: { not: null } },
    select: {
      id: true,
      slug: true,
      title: true,
      contentId: true,
      published: { select: { number: true, source: true } },
      level: {
        select: {
          course: {
            select: { id: true, title: true, _count: { select: { classes: { where: { archivedAt: null } } } } },
          },
        },
      },
    },
  });
  if (found?.level == null) notFound();
  const { published, level, contentId, ...lesson } = found;
  const newer = await selectNewerThanPinned(database(), id);
  return {
    ...lesson,
    newer,
    fromFile: contentId !== null,
    course: { id: level.course.id, title: level.course.title },
    classes: level.course._count.classes,
    version: published?.number ?? null,
    source: published?.source ?? null,
  };
}
