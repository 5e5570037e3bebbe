/**
 * Pictures: stored once by what they show, read by their address, referred to by versions of questions and lessons. Which versions
 * do is noted when one is stored, so that nobody has to search texts to know who may read a picture, and when nobody needs it.
 */
import { z } from 'zod';
import type { Relation, Share } from '../domain/people/permissions.ts';
import { SHARES } from '../domain/people/policies/rule.ts';
import { type PictureSize, type Pictures, pageOfPicture } from '../domain/pictures/address.ts';
import { DAYS_UNUSED, QUOTA } from '../domain/pictures/limits.ts';
import type { PictureWays } from '../domain/pictures/reading.ts';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

export interface NewPicture extends PictureSize {
  /** the address that it gets where it is not there yet; left out: one is drawn */
  id?: string;
  /** of the bytes */
  hash: Uint8Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Stores a picture for somebody, or finds it where it is there already. In a transaction: an account puts in one at a time.
 * @returns its address; null: their account would hold more than it may
 */
export async function storePicture(
  db: Queryable,
  userId: string,
  picture: NewPicture,
  quota = QUOTA,
): Promise<string | null> {
  const { id = crypto.randomUUID(), hash, bytes, width, height } = picture;
  await db.$executeRaw`select 1 from users where id = ${userId}::uuid for no key update`;
  const [held] = await rowsOf(
    z.strictObject({ size: z.number(), again: z.boolean() }),
    db.$queryRaw`
      select coalesce(sum(p.size), 0)::float8 as size, coalesce(bool_or(p.hash = ${hash}), false) as again
      from picture_uploads u join pictures p on p.id = u.picture_id where u.user_id = ${userId}::uuid`,
  );
  if (held?.again === false && held.size + bytes.length > quota) return null;
  const [stored] = await rowsOf(
    z.strictObject({ id: z.string() }),
    db.$queryRaw`
      insert into pictures (id, hash, width, height, size, bytes)
      values (${id}::uuid, ${hash}, ${width}, ${height}, ${bytes.length}, ${bytes})
      on conflict (hash) do update set hash = excluded.hash
      returning id`,
  );
  if (stored === undefined) throw new Error('a picture that was stored is not there');
  await db.$executeRaw`
    insert into picture_uploads (picture_id, user_id) values (${stored.id}::uuid, ${userId}::uuid)
    on conflict (picture_id, user_id) do update set at = now()`;
  return stored.id;
}

/** What is shown; undefined: there is no such picture. */
export async function selectOptionalBytes(db: Queryable, id: string): Promise<Uint8Array | undefined> {
  return (await db.picture.findUnique({ where: { id }, select: { bytes: true } }))?.bytes;
}

/** Pictures that are there, by the hashes of their bytes. */
export async function selectByHash(
  db: Queryable,
  hashes: readonly Uint8Array<ArrayBuffer>[],
): Promise<{ id: string; hash: Uint8Array; width: number; height: number }[]> {
  return db.picture.findMany({
    where: { hash: { in: [...hashes] } },
    select: { id: true, hash: true, width: true, height: true },
  });
}

const relations = z.array(
  z.strictObject({ own: z.boolean(), shared: z.string().nullable(), edits: z.boolean().optional() }),
);
const way = z.strictObject({
  id: z.string(),
  width: z.number(),
  height: z.number(),
  own: z.boolean(),
  /** of questions of banks: whose they are, and how far they are shared with this person; null: none */
  bank: relations.nullable(),
  /** whether they teach or edit the course of one of the lessons; null: none names it */
  lesson: z.strictObject({ teaches: z.boolean().nullable(), edits: z.boolean().nullable() }),
  onPage: z.boolean(),
  /** whose quizzes they are that ask it, and how far they are shared with this person; null: none */
  quiz: relations.nullable(),
  host: z.boolean().nullable(),
  teaches: z.boolean().nullable(),
});

export interface FoundPicture extends PictureSize {
  id: string;
  ways: PictureWays;
}

/** The pictures that are there, with how somebody stands to what refers to them. */
export async function selectWays(db: Queryable, ids: readonly string[], personId: string): Promise<FoundPicture[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOf(
    way,
    db.$queryRaw`
      select p.id, p.width, p.height,
        exists (select 1 from picture_uploads u where u.picture_id = p.id and u.user_id = ${personId}::uuid) as own,
        (select json_agg(json_build_object(
            'own', q.owner_id is not distinct from ${personId}::uuid,
            'edits', exists (select 1 from course_editors o
              where o.course_id = q.course_id and o.user_id = ${personId}::uuid),
            'shared', case when q.course_id is not null then 'copy' else (
              select h.may from opened_questions h
              where h.question_id = q.id and (h.user_id is null or h.user_id = ${personId}::uuid)
              order by array_position(${[...SHARES]}::text[], h.may) desc limit 1) end))
          from (select distinct v.question_id from question_pictures r
            join question_versions v on v.id = r.question_version_id where r.picture_id = p.id) n
          join questions q on q.id = n.question_id and q.lesson_id is null) as bank,
        (select json_build_object(
            'teaches', bool_or(exists (select 1 from enrolments e join classes c on c.id = e.class_id
              where c.course_id = l.course_id and c.archived_at is null
                and e.user_id = ${personId}::uuid and e.role = 'teacher')),
            'edits', bool_or(exists (select 1 from course_editors o
              where o.course_id = l.course_id and o.user_id = ${personId}::uuid)))
          from (select lesson_version_id from lesson_pictures where picture_id = p.id
            union select a.lesson_version_id from question_pictures r
              join lesson_questions a on a.question_version_id = r.question_version_id where r.picture_id = p.id) n
          join lesson_versions v on v.id = n.lesson_version_id
          join lessons s on s.id = v.lesson_id join levels l on l.id = s.level_id) as lesson,
        exists (select 1 from lesson_pictures r join lesson_versions v on v.id = r.lesson_version_id
            join lessons s on s.id = v.lesson_id
            where r.picture_id = p.id and r.told and s.level_id is not null)
          or exists (select 1 from question_pictures r
            join lesson_questions a on a.question_version_id = r.question_version_id
            join lesson_versions v on v.id = a.lesson_version_id join lessons s on s.id = v.lesson_id
            where r.picture_id = p.id and r.asked and s.level_id is not null) as "onPage",
        (select json_agg(json_build_object('own', s.owner_id = ${personId}::uuid, 'shared', (
            select h.may from quiz_shares h
            where h.lesson_id = s.id and (h.user_id is null or h.user_id = ${personId}::uuid)
            order by array_position(${[...SHARES]}::text[], h.may) desc limit 1)))
          from (select distinct v.lesson_id from question_pictures r
            join lesson_questions a on a.question_version_id = r.question_version_id
            join lesson_versions v on v.id = a.lesson_version_id where r.picture_id = p.id and r.asked) n
          join lessons s on s.id = n.lesson_id and s.level_id is null) as quiz,
        x.host, x.teaches
      from pictures p
      cross join lateral (
        select bool_or(l.host_id = ${personId}::uuid) as host,
          bool_or(exists (select 1 from enrolments e join classes c on c.id = e.class_id
            where e.class_id = l.class_id and e.user_id = ${personId}::uuid and e.role = 'teacher'
              and c.archived_at is null)) as teaches
        from question_pictures r join lesson_questions a on a.question_version_id = r.question_version_id
        join live_sessions l on l.lesson_version_id = a.lesson_version_id
        where r.picture_id = p.id and r.asked) x
      where p.id = any(${[...ids]}::uuid[])`,
  );
  return rows.map(({ id, width, height, own, bank, lesson, onPage, quiz, host, teaches }) => ({
    id,
    width,
    height,
    ways: {
      own,
      bank: bank === null ? null : nearest(bank),
      lesson: lesson.teaches === null ? null : { teaches: lesson.teaches, edits: lesson.edits === true },
      onPage,
      quiz: quiz === null ? null : nearest(quiz),
      room: host === null && teaches === null ? null : { own: host ?? false, teaches: teaches ?? false },
    },
  }));
}

/** How somebody stands to the question or quiz that is nearest to them. */
function nearest(all: readonly { own: boolean; shared: string | null; edits?: boolean | undefined }[]): Relation {
  const far = Math.max(...all.map(({ shared }) => (shared === null ? -1 : SHARES.indexOf(shared as Share))));
  return { own: all.some(({ own }) => own), edits: all.some(({ edits }) => edits === true), shared: SHARES[far] };
}

/** How many bytes these have together. */
export async function selectPictureSizes(db: Queryable, ids: readonly string[]): Promise<number> {
  const { _sum } = await db.picture.aggregate({ where: { id: { in: [...ids] } }, _sum: { size: true } });
  return _sum.size ?? 0;
}

/** All that are there of these, whoever asks. */
export async function selectSizes(db: Queryable, ids: readonly string[]): Promise<Pictures> {
  if (ids.length === 0) return {};
  const found = await db.picture.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, width: true, height: true },
  });
  return Object.fromEntries(found.map(({ id, ...size }) => [id, size]));
}

/** Those of these pictures that a lesson names already, in any version. */
export async function selectHeld(db: Queryable, ids: readonly string[], lessonId: string): Promise<string[]> {
  const held = await db.lessonPicture.findMany({
    where: { pictureId: { in: [...ids] }, version: { lessonId } },
    distinct: ['pictureId'],
    select: { pictureId: true },
  });
  return held.map(({ pictureId }) => pictureId);
}

/** The lessons of courses that have a picture in a key of what they ask, or asked once. */
export async function selectLessonsWithKey(db: Queryable, pictureId: string): Promise<string[]> {
  const rows = await rowsOf(
    z.strictObject({ id: z.string() }),
    db.$queryRaw`
      select distinct v.lesson_id as id from question_pictures r
      join lesson_questions a on a.question_version_id = r.question_version_id
      join lesson_versions v on v.id = a.lesson_version_id
      join lessons s on s.id = v.lesson_id and s.level_id is not null and s.published_id is not null
      where r.picture_id = ${pictureId}::uuid`,
  );
  return rows.map(({ id }) => id);
}

/** The quizzes that were given to somebody's class and refer to a picture, asked or in a key. */
export async function selectGivenQuizzes(db: Queryable, pictureId: string, personId: string): Promise<string[]> {
  const rows = await rowsOf(
    z.strictObject({ id: z.string() }),
    db.$queryRaw`
      select distinct s.id from question_pictures r
      join lesson_questions a on a.question_version_id = r.question_version_id
      join lesson_versions l on l.id = a.lesson_version_id
      join lessons s on s.id = l.lesson_id and s.level_id is null
      join activities g on g.lesson_id = s.id and g.withdrawn_at is null
        and coalesce(g.lesson_version_id, s.published_id) = l.id
      join enrolments e on e.class_id = g.class_id and e.user_id = ${personId}::uuid and e.role = 'student'
      where r.picture_id = ${pictureId}::uuid`,
  );
  return rows.map(({ id }) => id);
}

/** The rooms of these in which somebody is host, or teaches its class, whose questions have a picture in their keys. */
export async function selectRoomsWithKey(db: Queryable, pictureId: string, personId: string): Promise<string[]> {
  const rows = await rowsOf(
    z.strictObject({ id: z.string() }),
    db.$queryRaw`
      select distinct l.id from question_pictures r
      join lesson_questions a on a.question_version_id = r.question_version_id
      join live_sessions l on l.lesson_version_id = a.lesson_version_id
      where r.picture_id = ${pictureId}::uuid and (l.host_id = ${personId}::uuid or exists (
        select 1 from enrolments e join classes c on c.id = e.class_id
        where e.class_id = l.class_id and e.user_id = ${personId}::uuid and e.role = 'teacher' and c.archived_at is null))`,
  );
  return rows.map(({ id }) => id);
}

/** Notes which of these pictures a version of a question refers to: in what is asked, in its key, or only in its source. */
export async function noteQuestionPictures(
  db: Queryable,
  questionVersionIds: readonly string[],
  pictures: readonly string[],
): Promise<void> {
  if (pictures.length === 0 || questionVersionIds.length === 0) return;
  await db.$executeRaw`
    insert into question_pictures (question_version_id, picture_id, asked)
    select v.id, p.id, strpos(v.document::text, ${pageOfPicture('')} || p.id) > 0
    from question_versions v join pictures p on p.id = any(${[...pictures]}::uuid[])
    where v.id = any(${[...questionVersionIds]}::uuid[])
      and strpos(lower(concat(v.document::text, v.key::text, v.source)), p.id::text) > 0
    on conflict do nothing`;
}

/** Notes the pictures of a version of a lesson, and of the questions that are written in it. */
export async function noteLessonPictures(
  db: Queryable,
  lessonVersionId: string,
  pictures: readonly string[],
): Promise<void> {
  if (pictures.length === 0) return;
  await db.$executeRaw`
    insert into lesson_pictures (lesson_version_id, picture_id, told)
    select v.id, p.id, strpos(v.content::text, ${pageOfPicture('')} || p.id) > 0
    from lesson_versions v join pictures p on p.id = any(${[...pictures]}::uuid[])
    where v.id = ${lessonVersionId}::uuid
    on conflict do nothing`;
  const own = await rowsOf(
    z.strictObject({ id: z.string() }),
    db.$queryRaw`
      select v.id from lesson_questions a join question_versions v on v.id = a.question_version_id
      join questions q on q.id = v.question_id and q.lesson_id is not null
      where a.lesson_version_id = ${lessonVersionId}::uuid`,
  );
  await noteQuestionPictures(
    db,
    own.map(({ id }) => id),
    pictures,
  );
}

/**
 * Deletes what no version refers to, no author's draft names, and nobody has put in for a month. Old versions count like new ones.
 * @returns how many
 */
export async function deleteUnusedPictures(db: Queryable): Promise<number> {
  return db.$executeRaw`
    delete from pictures p
    where p.created_at < now() - make_interval(days => ${DAYS_UNUSED}::int)
      and not exists (select 1 from picture_uploads u
        where u.picture_id = p.id and u.at > now() - make_interval(days => ${DAYS_UNUSED}::int))
      and not exists (select 1 from question_pictures r where r.picture_id = p.id)
      and not exists (select 1 from lesson_pictures r where r.picture_id = p.id)
      and not exists (select 1 from author_drafts d where strpos(lower(d.source), p.id::text) > 0)`;
}
