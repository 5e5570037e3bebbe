/**
 * A correction is followed by every lesson whose published version pins an older version of its question: the lesson is published
 * with the pin moved, and nothing else changed. Tried whenever a server starts as well, for what one that was killed had left.
 */
import { type Overtaken, selectOvertaken } from '../../../db/bank.ts';
import { database } from '../../../db/client.ts';
import { movePins } from '../../../domain/lesson/pin-lines.ts';
import type { Person } from '../../../domain/people/person.ts';
import { publishLesson } from '../courses/publish.ts';

/** A lesson that somebody publishes meanwhile is looked at again. */
const TRIES = 5;

/** Lessons by their titles. */
export interface Followed {
  followed: string[];
  /** they do not compile any more as they stand: their editors have to look at them */
  left: string[];
}

/** @param by who made the correction; null: nobody is there */
export async function followCorrections(by: Person | null): Promise<Followed> {
  const all: Followed = { followed: [], left: [] };
  for (const one of await selectOvertaken(database())) {
    const { title, became } = await follow(by, one);
    if (became !== 'asBefore') all[became].push(title);
  }
  return all;
}

async function follow(
  by: Person | null,
  { lessonId, ref, version }: Overtaken,
): Promise<{ title: string; became: keyof Followed | 'asBefore' }> {
  let title = '';
  for (let tries = 0; tries < TRIES; tries++) {
    const lesson = await database().lesson.findUnique({
      where: { id: lessonId },
      select: { slug: true, title: true, published: { select: { id: true, source: true } } },
    });
    title = lesson?.title ?? '';
    if (lesson?.published == null) return { title, became: 'asBefore' };
    const source = movePins(lesson.published.source, { ref, version });
    const written = { id: lessonId, file: `${lesson.slug}.md`, source };
    const published = await publishLesson(by, written, { over: lesson.published.id });
    if (published.ok) return { title, became: published.changed ? 'followed' : 'asBefore' };
    if (published.refused !== 'replaced') return { title, became: 'left' };
  }
  return { title, became: 'left' };
}
