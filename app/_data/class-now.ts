import 'server-only';
/** What the page of a class at this moment shows. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import type { ClassNow } from '../../domain/class-now/changes.ts';
import type { ShownSnapshot } from '../../domain/class-now/snapshot.ts';
import type { GivenPlaces } from '../../domain/class-now/work.ts';
import type { Person } from '../../domain/people/person.ts';
import { selectOptionalOfClass } from '../../server/features/activities/of-class.ts';
import { readNow } from '../../server/features/now/read.ts';
import { readSnapshot } from '../../server/features/now/snapshots.ts';
import { readGiven } from './classes.ts';

/** The students of a class where they are, and the places in what it was given; to others the page does not exist. */
export async function readClassNow(
  viewer: Person,
  classId: string,
): Promise<{ initial: ClassNow; given: GivenPlaces[] }> {
  const [read, lessons] = await Promise.all([readNow(viewer, { classId }), readGiven(classId)]);
  if (!read.ok) notFound();
  const given = await Promise.all(
    lessons.map(async ({ id, title }): Promise<GivenPlaces[]> => {
      const lesson = await selectOptionalOfClass({ classId, lessonId: id });
      if (lesson === undefined) return [];
      const { toc, questions } = lesson.content;
      return [
        {
          ...{ id, title },
          sections: toc.map((entry) => ({ id: entry.id, text: entry.text })),
          questions: questions.map((one) => ({ id: one.id, title: one.title, role: one.role, number: one.number })),
        },
      ];
    }),
  );
  const { reading, now, students, hour } = read;
  return { initial: { reading, now, students, hour }, given: given.flat() };
}

/** Answers that were kept to be shown; to others the page does not exist. */
export async function readShown(viewer: Person, classId: string, snapshot: string): Promise<ShownSnapshot> {
  if (!z.uuid().safeParse(snapshot).success) notFound();
  const read = await readSnapshot(viewer, { snapshot });
  if (!read.ok || read.shown.classId !== classId) notFound();
  return read.shown;
}
