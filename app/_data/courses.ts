import 'server-only';
/** Courses as admins see them: every place with its version, and a lesson's source to edit. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { selectNewerThanPinned } from '../../db/bank.ts';
import { database, pool } from '../../db/client.ts';
import { type ListedPlace, selectPlaces } from '../../db/lists.ts';
import type { ListAsked } from '../../domain/list-page.ts';

/** A page of the places of all courses, under their levels and courses. */
export async function readCourses(asked: ListAsked) {
  const { rows, ...place } = await selectPlaces(pool(), asked);
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

/** A place with the source that is published, and what it pins that has a newer version; `source` is null where nothing is written yet. */
export async function readLessonSource(id: string) {
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await database().lesson.findUnique({
    where: { id, levelId: { not: null } },
    select: { id: true, slug: true, title: true, published: { select: { number: true, source: true } } },
  });
  if (found === null) notFound();
  const { published, ...lesson } = found;
  const newer = await selectNewerThanPinned(database(), id);
  return { ...lesson, newer, version: published?.number ?? null, source: published?.source ?? null };
}
