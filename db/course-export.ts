/** A whole course as it is taken out: its list with what is published, and the questions of banks that belong to it. */
import { z } from 'zod';
import type { OutLevel } from '../domain/exchange/own/course-write.ts';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

export interface StoredCourse {
  id: string;
  slug: string;
  title: string;
  description: string;
  levels: OutLevel[];
}

/** As it is listed: what is archived stays. */
export async function selectWholeCourse(db: Queryable, courseId: string): Promise<StoredCourse> {
  const { levels, ...course } = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: {
      id: true,
      slug: true,
      title: true,
      description: true,
      levels: {
        where: { archivedAt: null },
        orderBy: { number: 'asc' },
        select: {
          number: true,
          slug: true,
          title: true,
          lessons: {
            where: { archivedAt: null },
            orderBy: { place: 'asc' },
            select: { slug: true, title: true, published: { select: { source: true } } },
          },
        },
      },
    },
  });
  return {
    ...course,
    levels: levels.map(({ lessons, ...level }) => ({
      ...level,
      places: lessons.map(({ published, ...place }) => ({ ...place, source: published?.source ?? null })),
    })),
  };
}

const version = z.strictObject({ id: z.string(), question: z.string(), number: z.number(), ofCourse: z.boolean() });
/** `ofCourse`: it is at home in this course, in its bank or in one of its lessons. */
export type CourseVersion = z.infer<typeof version>;

/**
 * The versions that lessons of a course pin, in its order, and then the newest of what else is in its bank; a question that stands in
 * the lesson itself is no pin.
 */
export async function selectCourseVersions(db: Queryable, courseId: string): Promise<CourseVersion[]> {
  return rowsOf(
    version,
    db.$queryRaw`
      with pinned as (
        select v.id, v.question_id, v.number, q.course_id, q.lesson_id,
          row_number() over (order by e.number, s.place, a.place) as at
        from levels e
        join lessons s on s.level_id = e.id and s.archived_at is null
        join lesson_questions a on a.lesson_version_id = s.published_id
        join question_versions v on v.id = a.question_version_id
        join questions q on q.id = v.question_id and q.lesson_id is distinct from s.id
        where e.course_id = ${courseId}::uuid and e.archived_at is null
      ), banked as (
        select distinct on (v.question_id) v.id, v.question_id, v.number, v.document->>'title' as title, v.source
        from questions q join question_versions v on v.question_id = q.id
        where q.course_id = ${courseId}::uuid and q.archived_at is null
        order by v.question_id, v.number desc
      ), all_of_them as (
        select id, question_id, number, min(at) as at, null as title, null as source from pinned
        group by id, question_id, number
        union all
        select id, question_id, number, null, title, source from banked b
        where not exists (select 1 from pinned p where p.id = b.id)
      )
      select t.id, t.question_id as question, t.number,
        exists (select 1 from questions q left join lessons h on h.id = q.lesson_id left join levels l on l.id = h.level_id
          where q.id = t.question_id and coalesce(q.course_id, l.course_id) = ${courseId}::uuid) as "ofCourse"
      from all_of_them t
      -- questions as they come first, those that no lesson asks by what they say; versions of one together
      order by min(t.at) over (partition by t.question_id) nulls last,
        min(t.title) over (partition by t.question_id) collate "C",
        min(t.source) over (partition by t.question_id) collate "C", t.question_id, t.number`,
  );
}

/** Misconceptions that a course's catalogue lists, and all that what it asks names. */
export async function selectCourseCodes(
  db: Queryable,
  courseId: string,
  versionIds: readonly string[],
): Promise<string[]> {
  const rows = await rowsOf(
    z.strictObject({ code: z.string() }),
    db.$queryRaw`
      select m.code from misconceptions m where m.course_id = ${courseId}::uuid and m.archived_at is null
      union
      select t.one->>'id' from question_versions v
      cross join lateral jsonb_array_elements(case when jsonb_typeof(v.key->'misconceptions') = 'array'
        then v.key->'misconceptions' else '[]'::jsonb end) as t(one)
      where v.id = any(${[...versionIds]}::uuid[]) or v.id in (
        select a.question_version_id from levels e
        join lessons s on s.level_id = e.id and s.archived_at is null
        join lesson_questions a on a.lesson_version_id = s.published_id
        where e.course_id = ${courseId}::uuid and e.archived_at is null)`,
  );
  return rows.map(({ code }) => code).toSorted();
}

/** What is said of these: by the course itself, by other courses, by whoever owns what names them. */
export async function selectCourseWords(
  db: Queryable,
  courseId: string,
  codes: readonly string[],
): Promise<{ id: string; name: string; words: string }[]> {
  const rows = await rowsOf(
    z.strictObject({ id: z.string(), name: z.string(), words: z.string() }),
    db.$queryRaw`
      select distinct on (m.code) m.code as id, m.name, m.words from misconceptions m
      where m.code = any(${[...codes]}::text[]) and (m.course_id is not null or m.owner_id in (
        select q.owner_id from questions q join question_index i on i.question_id = q.id
        where i.misconceptions @> array[m.code]
          and exists (select 1 from lesson_questions a join question_versions v on v.id = a.question_version_id
            join lessons s on s.published_id = a.lesson_version_id join levels e on e.id = s.level_id
            where v.question_id = q.id and e.course_id = ${courseId}::uuid)))
      order by m.code, m.course_id is distinct from ${courseId}::uuid, m.course_id is null, m.id`,
  );
  // by their ids, in the same order everywhere
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
