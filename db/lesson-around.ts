/** What stands around a lesson that is to be published: lessons behind its links, and ids that others of its course have. */
import { z } from 'zod';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

/** Lessons by addresses that they have or had, with what is published of them; null: nothing is. */
export async function selectLinked(
  db: Queryable,
  slugs: readonly string[],
): Promise<Map<string, { id: string; publishedId: string | null }>> {
  const rows = await rowsOf(
    z.strictObject({ slug: z.string(), id: z.uuid(), publishedId: z.uuid().nullable() }),
    db.$queryRaw`
      select a.slug, l.id, l.published_id as "publishedId" from (
        select slug, id from lessons where level_id is not null
        union all select slug, lesson_id from former_slugs where lesson_id is not null) a
      join lessons l on l.id = a.id
      where a.slug = any(${slugs}::text[])`,
  );
  return new Map(rows.toReversed().map(({ slug, ...lesson }) => [slug, lesson]));
}

/** Which of these ids questions of other lessons of the same course have, with the title of one of them. */
export async function selectTakenIds(
  db: Queryable,
  lessonId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await rowsOf(
    z.strictObject({ name: z.string(), title: z.string() }),
    db.$queryRaw`
      select q.name, min(l.title) as title
      from lessons own
      join levels here on here.id = own.level_id
      join levels v on v.course_id = here.course_id
      join lessons l on l.level_id = v.id and l.id <> own.id and l.archived_at is null
      join lesson_questions q on q.lesson_version_id = l.published_id
      where own.id = ${lessonId}::uuid and q.name = any(${ids}::text[])
      group by q.name`,
  );
  return new Map(rows.map(({ name, title }) => [name, title]));
}
