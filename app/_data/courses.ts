import 'server-only';
/** Courses as admins see them: every place with its version, and a lesson's source to edit. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { database } from '../../db/client.ts';

export async function readCourses() {
  const courses = await database().course.findMany({
    orderBy: { title: 'asc' },
    select: {
      id: true,
      slug: true,
      title: true,
      description: true,
      levels: {
        // a level that was taken out of the list is shown as long as there are lessons in it
        where: { OR: [{ archivedAt: null }, { lessons: { some: {} } }] },
        orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { number: 'asc' }],
        select: {
          id: true,
          number: true,
          slug: true,
          title: true,
          lessons: {
            orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { place: 'asc' }],
            select: {
              id: true,
              archivedAt: true,
              place: true,
              slug: true,
              title: true,
              published: { select: { number: true, createdAt: true } },
            },
          },
        },
      },
    },
  });
  return courses.map(({ levels, ...course }) => ({
    ...course,
    levels: levels.map(({ lessons, ...level }) => ({
      ...level,
      lessons: lessons.map(({ published, archivedAt, ...lesson }) => ({
        ...lesson,
        archived: archivedAt !== null,
        version: published === null ? null : { number: published.number, at: published.createdAt.toISOString() },
      })),
    })),
  }));
}

/** A place with the source that is published; `source` is null where nothing is written yet. */
export async function readLessonSource(id: string) {
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await database().lesson.findUnique({
    where: { id },
    select: { id: true, slug: true, title: true, published: { select: { number: true, source: true } } },
  });
  if (found === null) notFound();
  const { published, ...lesson } = found;
  return { ...lesson, version: published?.number ?? null, source: published?.source ?? null };
}
