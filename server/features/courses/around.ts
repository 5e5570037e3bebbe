/** What stands around a lesson of a course, for the checks of what it cannot know of itself. */
import { database } from '../../../db/client.ts';
import { selectLinked, selectTakenIds } from '../../../db/lesson-around.ts';
import { selectOptionalPublished } from '../../../db/lessons.ts';
import { type Around, anchorsOf } from '../../../domain/lesson/check/around.ts';
import type { Compiled } from '../../../domain/lesson/compile.ts';
import { type LessonLink, slugOfFile } from '../../../domain/lesson/links.ts';

/** Read before it is asked: links by the addresses that they lead to, ids by the other lessons of the course. */
export async function aroundLesson(
  { id }: { id: string },
  { lesson, links }: Extract<Compiled, { ok: true }>,
): Promise<Around> {
  const [anchorsAt, taken] = await Promise.all([
    anchorsBehind(links),
    selectTakenIds(
      database(),
      id,
      lesson.questions.map((question) => question.id),
    ),
  ]);
  return { anchorsAt, takenBy: (name) => taken.get(name) };
}

/** What there is where these links lead. */
export async function anchorsBehind(links: readonly LessonLink[]): Promise<Around['anchorsAt']> {
  const slugs = [...new Set(links.map(({ href }) => slugOfFile(href.split('#')[0] ?? '')))];
  const linked = await selectLinked(database(), slugs);
  const anchors = new Map<string, ReadonlySet<string>>();
  for (const [slug, { id: target, publishedId }] of linked) {
    const found = publishedId === null ? undefined : await selectOptionalPublished(database(), { id: target });
    if (found !== undefined) anchors.set(slug, anchorsOf({ lesson: found.content }));
  }
  return (href) => {
    const slug = slugOfFile(href);
    return linked.has(slug) ? (anchors.get(slug) ?? 'unread') : null;
  };
}
