/** The versions of a question of a bank, and where it is asked. */
import { z } from 'zod';
import { compareNames } from '../domain/people/name-order.ts';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

const place = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** of the question */
  version: z.number(),
  href: z.string(),
  /** a class keeps an older version of it: which, where this person teaches it */
  kept: z.boolean(),
  keptBy: z.string().nullable(),
  seen: z.boolean(),
});
/** Where a question is asked. */
export type AskedPlace = Omit<z.infer<typeof place>, 'seen'>;

/**
 * The versions of a question, newest first, and where it is asked now: in lessons and quizzes as they are published, and in older versions
 * of quizzes that a class was given and keeps; of quizzes those that this person may look at, or has given to a class of theirs. Of
 * others no more than their number is told.
 */
export async function selectHistory(db: Queryable, questionId: string, viewerId: string) {
  const versions = await db.questionVersion.findMany({
    where: { questionId },
    orderBy: { number: 'desc' },
    select: { number: true, source: true, correction: true, createdAt: true, createdBy: { select: { name: true } } },
  });
  const places = await rowsOf(
    place,
    db.$queryRaw`
      with pinned as (
        select s.id, s.title, s.slug, s.level_id is not null as lesson, v.number as version, w.id as of, w.number,
          s.archived_at is null and s.published_id = w.id as published,
          s.owner_id = ${viewerId}::uuid or exists (select 1 from quiz_shares h
            where h.lesson_id = s.id and (h.user_id is null or h.user_id = ${viewerId}::uuid)) as looks
        from question_versions v
        join lesson_questions a on a.question_version_id = v.id
        join lesson_versions w on w.id = a.lesson_version_id
        join lessons s on s.id = w.lesson_id
        where v.question_id = ${questionId}::uuid)
      select id, title, version, case when lesson then '/lessons/' || slug else '/quizzes/' || id end as href,
        false as kept, null as "keptBy", lesson or coalesce(looks, false) as seen
      from pinned where published
      union all
      select p.id, p.title, p.version,
        case when looks then '/quizzes/' || p.id || '/versions/' || p.number
          else '/classes/' || c.id || '/activities/' || g.id end,
        true, case when t.teaches then c.name end, coalesce(looks, false) or t.teaches
      from pinned p
      join activities g on g.lesson_version_id = p.of and g.withdrawn_at is null
      join classes c on c.id = g.class_id and c.archived_at is null
      cross join lateral (select exists (select 1 from enrolments e
        where e.class_id = c.id and e.user_id = ${viewerId}::uuid and e.role = 'teacher') as teaches) t
      where not p.published`,
  );
  const others = places.filter(({ seen }) => !seen).map(({ id }) => id);
  return {
    versions: versions.map(({ createdAt, createdBy, source, ...version }) => ({
      ...version,
      source: source ?? '',
      at: createdAt.toISOString(),
      by: createdBy?.name ?? null,
    })),
    lessons: places
      .flatMap(({ seen, ...one }): AskedPlace[] => (seen ? [one] : []))
      .toSorted((one, other) => compareNames(one.title, other.title) || Number(one.kept) - Number(other.kept)),
    elsewhere: new Set(others).size,
  };
}
