/** What lessons and quizzes pin of questions of a bank: what they may, what is newer by now, and what was corrected. */
import { z } from 'zod';
import { readQuestion } from '../domain/documents/formats.ts';
import { type Pin, pinName } from '../domain/lesson/pin-lines.ts';
import type { Bank } from '../domain/lesson/pins.ts';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

/** What these questions of banks say, in all of their versions. */
export async function selectSaidByRef(
  db: Queryable,
  refs: readonly string[],
): Promise<{ ref: string; version: number; source: string }[]> {
  const rows = await db.questionVersion.findMany({
    where: { questionId: { in: [...refs] }, question: { lessonId: null }, source: { not: null } },
    select: { questionId: true, number: true, source: true },
  });
  return rows.map(({ questionId, number, source }) => ({ ref: questionId, version: number, source: source ?? '' }));
}

const pinnable = z.strictObject({
  ref: z.string(),
  version: z.number(),
  document: z.record(z.string(), z.unknown()),
  key: z.unknown(),
});

/**
 * What the pins of a lesson's or quiz's source may stand for: versions of what is one's own, was shared (by itself or with a quiz), or
 * is a course's, in its bank or in one of its lessons; everything for who may look at all; and what the lesson asks already, whoever
 * wrote it in.
 * @param like the lesson of which this one is a copy: what that one asks, it may too; else the lesson itself
 * @param by null: a lesson of `content/`, or of an editor without a bank of their own, which may ask what its course has
 */
export async function selectBank(
  db: Queryable,
  {
    pins,
    lessonId,
    like,
    by,
  }: { pins: readonly Pin[]; lessonId: string; like: string; by: { id: string; seesAll: boolean } | null },
): Promise<Bank> {
  if (pins.length === 0) return {};
  const asked = JSON.stringify(pins);
  const found = await rowsOf(
    pinnable,
    db.$queryRaw`
      select v.question_id as ref, v.number as version, v.document, v.key
      from jsonb_to_recordset(${asked}::jsonb) as p(ref uuid, version int)
      join question_versions v on v.question_id = p.ref and v.number = p.version
      join questions q on q.id = v.question_id
      -- its own questions stand in it: asked once more, they would be counted together
      where q.lesson_id is distinct from ${lessonId}::uuid and (${by?.seesAll ?? false}
        or q.owner_id = ${by?.id ?? null}::uuid
        or (q.course_id is not null and (${by !== null} or q.course_id = (
          select l.course_id from lessons s join levels l on l.id = s.level_id where s.id = ${lessonId}::uuid)))
        or (${by !== null} and exists (select 1 from lessons h
          where h.id = q.lesson_id and h.level_id is not null))
        or (${by !== null} and exists (select 1 from opened_questions h
          where h.question_id = q.id and (h.user_id is null or h.user_id = ${by?.id ?? null}::uuid)))
        or exists (select 1 from lessons s
          join lesson_questions a on a.lesson_version_id = s.published_id
            or a.lesson_version_id in (select g.lesson_version_id from activities g where g.lesson_id = s.id)
          join question_versions o on o.id = a.question_version_id
          where s.id = ${like}::uuid and o.question_id = q.id))`,
  );
  return Object.fromEntries(
    found.map(({ ref, version, document, key }) => [pinName({ ref, version }), readQuestion(document, key)]),
  );
}

const newer = z.strictObject({
  name: z.string(),
  ref: z.string(),
  title: z.string(),
  version: z.number(),
  newest: z.number(),
});
export type NewerVersion = z.infer<typeof newer>;

/** What the published version of a lesson pins and has a newer version by now, in the lesson's order. */
export async function selectNewerThanPinned(db: Queryable, lessonId: string): Promise<NewerVersion[]> {
  return rowsOf(
    newer,
    db.$queryRaw`
      select a.name, v.question_id as ref, coalesce(v.document->>'title', '') as title, v.number as version, n.newest
      from lessons s
      join lesson_questions a on a.lesson_version_id = s.published_id
      join question_versions v on v.id = a.question_version_id
      join questions q on q.id = v.question_id and q.lesson_id is null
      cross join lateral (select max(number) as newest from question_versions w where w.question_id = v.question_id) n
      where s.id = ${lessonId}::uuid and n.newest > v.number
      order by a.place`,
  );
}

const overtaken = z.strictObject({
  lessonId: z.string(),
  /** of the lesson: what is published, or what a class has */
  versionId: z.string(),
  published: z.boolean(),
  ref: z.string(),
  version: z.number(),
});
/** A version of a lesson that is asked now and pins a version of a question with an error that a later one puts right. */
export type Overtaken = z.infer<typeof overtaken>;

/** @returns one row for each version and question, with the newest correction; what is published comes first */
export async function selectOvertaken(db: Queryable): Promise<Overtaken[]> {
  return rowsOf(
    overtaken,
    db.$queryRaw`
      select s.id as "lessonId", l.id as "versionId", s.published_id = l.id as published, v.question_id as ref,
        max(c.number) as version
      from question_versions c
      join question_versions v on v.question_id = c.question_id and v.number < c.number
      join lesson_questions a on a.question_version_id = v.id
      join lesson_versions l on l.id = a.lesson_version_id
      join lessons s on s.id = l.lesson_id
      where c.correction
        and (s.published_id = l.id or exists (select 1 from activities g where g.lesson_version_id = l.id))
      group by s.id, l.id, v.question_id
      order by s.id, published desc`,
  );
}
