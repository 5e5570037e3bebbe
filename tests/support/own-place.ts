/** A place that nobody has written, in a level of its own: the places of the course that comes with Nabla may all be written. */
import { randomUUID } from 'node:crypto';
import { database } from '../../db/client.ts';

/** The lesson of the course that most tests work on; which place it has there, and what else is written, is none of theirs. */
export const LESSON = 'gradients-and-derivatives';

/**
 * In the database that this process is connected to, in the course of that lesson.
 * @returns the place's id, and the slug that a lesson written there has
 */
export async function makeOwnPlace(): Promise<{ id: string; slug: string }> {
  const { level } = await database().lesson.findUniqueOrThrow({
    where: { slug: LESSON },
    select: { level: { select: { courseId: true } } },
  });
  const courseId = level?.courseId ?? '';
  const { _max: last } = await database().level.aggregate({ where: { courseId }, _max: { number: true } });
  const slug = `of-its-own-${randomUUID().slice(0, 8)}`;
  return database().lesson.create({
    data: {
      slug,
      title: 'A place of its own',
      place: 1,
      level: { create: { courseId, number: (last.number ?? 0) + 1, slug, title: 'A level of its own' } },
    },
    select: { id: true, slug: true },
  });
}
