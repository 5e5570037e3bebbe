/**
 * A correction is followed by every lesson whose published version pins an older version of its question: the lesson is published
 * with the pin moved, and nothing else changed. A version of a quiz that classes keep is put right for them in the same way, and
 * stays what it is else. Tried whenever a server starts as well, for what one that was killed had left.
 */
import { type Overtaken, selectOvertaken } from '../../../db/bank-pins.ts';
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
  const overtaken = await selectOvertaken(database());
  const published = await followed(
    by,
    overtaken.filter((one) => one.published),
  );
  // what is published has taken those classes along that have just that
  const kept = await selectOvertaken(database());
  const others = await followed(
    by,
    kept.filter((one) => !one.published),
  );
  return {
    followed: [...new Set([...published.followed, ...others.followed])],
    left: [...new Set([...published.left, ...others.left])],
  };
}

/** Version by version, each with all that has to be moved in it. */
async function followed(by: Person | null, overtaken: readonly Overtaken[]): Promise<Followed> {
  const all: Followed = { followed: [], left: [] };
  for (const moves of Map.groupBy(overtaken, ({ versionId }) => versionId).values()) {
    const { title, became } = await follow(by, moves);
    if (became !== 'asBefore') all[became].push(title);
  }
  return all;
}

async function follow(
  by: Person | null,
  moves: readonly Overtaken[],
): Promise<{ title: string; became: keyof Followed | 'asBefore' }> {
  let title = '';
  for (let tries = 0; tries < TRIES; tries++) {
    const [{ lessonId, versionId, published }] = moves as [Overtaken];
    const lesson = await database().lesson.findUnique({
      where: { id: lessonId },
      select: { slug: true, title: true, published: { select: { id: true, source: true } } },
    });
    title = lesson?.title ?? '';
    if (lesson?.published == null) return { title, became: 'asBefore' };
    const { id: over } = lesson.published;
    const of = published ? lesson.published : { id: versionId, source: await sourceOf(versionId) };
    const source = moves.reduce((moved, { ref, version }) => movePins(moved, { ref, version }), of.source);
    const written = { id: lessonId, file: `${lesson.slug}.md`, source };
    const done = await publishLesson(by, written, { over: published ? over : undefined, corrects: of.id });
    if (done.ok) return { title, became: done.changed ? 'followed' : 'asBefore' };
    if (done.refused !== 'replaced') return { title, became: 'left' };
    // nobody has it any more: another server was quicker
    if (!published) return { title, became: 'asBefore' };
  }
  return { title, became: 'left' };
}

async function sourceOf(versionId: string): Promise<string> {
  const { source } = await database().lessonVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { source: true },
  });
  return source;
}
