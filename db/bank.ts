/** Questions at home in a bank: their versions as they were written, who else may use them, and which lessons pin them. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { questionDocument, readQuestion } from '../domain/documents/formats.ts';
import { type Pin, pinName } from '../domain/lesson/pin-lines.ts';
import type { Bank, Banked } from '../domain/lesson/pins.ts';
import { compareNames } from '../domain/people/name-order.ts';
import type { Relation, Share } from '../domain/people/permissions.ts';
import { SHARES } from '../domain/people/policies/rule.ts';
import { writtenPicture } from '../domain/pictures/address.ts';
import type { Queryable } from './client.ts';
import { toJson } from './json.ts';
import { notify } from './notify.ts';
import { noteQuestionPictures } from './pictures.ts';
import { rowsOf } from './rows.ts';

/** Where a question is at home: with somebody, or in a course. */
export type Home = { ownerId: string } | { courseId: string };

export interface NewVersion {
  source: string;
  said: Banked;
  createdById: string;
  correction: boolean;
  /** those that its source may name */
  pictures: readonly string[];
}

/** A question with its first version. @returns its id */
export async function insertBanked(
  db: Queryable,
  home: Home,
  version: Omit<NewVersion, 'correction'>,
): Promise<string> {
  const { id } = await db.question.create({ data: home, select: { id: true } });
  await insertBankedVersion(db, id, 1, { ...version, correction: false });
  return id;
}

/** What is kept of a question when it is made together with others: its id is drawn before, so that what is made with it can name it. */
export interface NewBanked extends Omit<NewVersion, 'correction'> {
  id: string;
  tags: readonly string[];
}

/** Questions with their first versions, all of them at once. */
export async function insertAllBanked(db: Queryable, home: Home, questions: readonly NewBanked[]): Promise<void> {
  const made = questions.map((question) => ({ ...question, versionId: randomUUID() }));
  await db.question.createMany({ data: made.map(({ id, tags }) => ({ id, ...home, tags: [...tags] })) });
  await db.questionVersion.createMany({
    data: made.map(({ id, versionId, said, source, createdById }) => ({
      id: versionId,
      questionId: id,
      number: 1,
      document: toJson(questionDocument.write(said.document)),
      key: toJson(said.key),
      source,
      createdById,
      correction: false,
    })),
  });
  for (const { versionId, pictures } of made)
    if (pictures.length > 0) await noteQuestionPictures(db, [versionId], pictures);
}

/**
 * Which of these texts somebody's own questions say as they stand, by MD5 of what `withoutPictures` leaves of them; of several
 * that say the same the one that is there longest.
 */
export async function selectOwnTexts(
  db: Queryable,
  ownerId: string,
  hashes: readonly string[],
): Promise<Map<string, { id: string; version: number }>> {
  const rows = await rowsOf(
    z.strictObject({ hash: z.string(), id: z.uuid(), version: z.int() }),
    db.$queryRaw`
      select distinct on (v.hash) v.hash, q.id, v.number as version
      from questions q
      cross join lateral (
        select md5(regexp_replace(w.source, ${`${writtenPicture('')}[-0-9a-f]{36}`}, ${writtenPicture('')}, 'gi')) as hash, w.number
        from question_versions w where w.question_id = q.id order by w.number desc limit 1
      ) v
      where q.owner_id = ${ownerId}::uuid and q.archived_at is null and v.hash = any(${[...hashes]}::text[])
      order by v.hash, q.created_at, q.id`,
  );
  return new Map(rows.map(({ hash, ...of }) => [hash, of]));
}

/** A text without which pictures stand in it: their addresses are drawn when they are stored. */
export const withoutPictures = (source: string): string => source.replace(PICTURE, writtenPicture(''));
const PICTURE = new RegExp(`${writtenPicture('')}[-0-9a-f]{36}`, 'gi');

/** Somebody's own questions among these, as they stand; those that are put aside are none. */
export async function selectOwnBanked(
  db: Queryable,
  ownerId: string,
  ids: readonly string[],
): Promise<Map<string, { version: number; source: string }>> {
  const found = await db.question.findMany({
    where: { id: { in: [...ids] }, ownerId, lessonId: null, archivedAt: null },
    select: { id: true, versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, source: true } } },
  });
  return new Map(
    found.flatMap(({ id, versions: [newest] }) =>
      newest === undefined ? [] : [[id, { version: newest.number, source: newest.source ?? '' }] as const],
    ),
  );
}

/** The next version of a question; the number is one that was locked (`lockBanked`). */
export async function insertBankedVersion(
  db: Queryable,
  questionId: string,
  number: number,
  { source, said, createdById, correction, pictures }: NewVersion,
): Promise<void> {
  const document = toJson(questionDocument.write(said.document));
  const { id } = await db.questionVersion.create({
    data: { questionId, number, document, key: toJson(said.key), source, correction, createdById },
    select: { id: true },
  });
  await noteQuestionPictures(db, [id], pictures);
}

/** A question of a bank as it stands; those of lessons are none. */
export interface StoredBanked {
  id: string;
  ownerId: string | null;
  courseId: string | null;
  archivedAt: Date | null;
  tags: string[];
  /** the newest */
  version: number;
  source: string;
}

/** How somebody stands to a question of a bank. What is a course's, every teacher may look at and copy. */
export async function selectOptionalBanked(
  db: Queryable,
  questionId: string,
  personId: string,
): Promise<{ question: StoredBanked; relation: Relation } | undefined> {
  const found = await db.question.findFirst({
    where: { id: questionId, lessonId: null },
    select: {
      id: true,
      ownerId: true,
      courseId: true,
      archivedAt: true,
      tags: true,
      versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, source: true } },
      // what is a course's is its editors' own
      course: { select: { editors: { where: { userId: personId }, select: { userId: true } } } },
    },
  });
  const newest = found?.versions[0];
  if (!found || newest === undefined) return undefined;
  const { versions: _versions, course, ...question } = found;
  const edits = (course?.editors.length ?? 0) > 0;
  const shares = await rowsOf(
    z.strictObject({ may: z.enum(SHARES) }),
    db.$queryRaw`
      select distinct o.may from opened_questions o
      where o.question_id = ${questionId}::uuid and (o.user_id is null or o.user_id = ${personId}::uuid)`,
  );
  const opened = shares.map(({ may }) => SHARES.indexOf(may));
  const furthest = Math.max(-1, ...opened, question.courseId === null ? -1 : SHARES.indexOf('copy'));
  return {
    question: { ...question, version: newest.number, source: newest.source ?? '' },
    relation: { own: question.ownerId === personId || edits, edits, shared: SHARES[furthest] },
  };
}

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

/** Those of these questions at which somebody may look in the bank. */
export async function selectLookable(
  db: Queryable,
  refs: readonly string[],
  by: { id: string; seesAll: boolean },
): Promise<Set<string>> {
  const rows = await rowsOf(
    z.strictObject({ id: z.string() }),
    db.$queryRaw`
      select q.id from questions q
      where q.id = any(${[...refs]}::uuid[]) and q.lesson_id is null and (${by.seesAll}
        or q.owner_id = ${by.id}::uuid or q.course_id is not null
        or exists (select 1 from opened_questions o
          where o.question_id = q.id and (o.user_id is null or o.user_id = ${by.id}::uuid)))`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** One change at a time to a question, so that its versions follow each other. @returns the number of the newest */
export async function lockBanked(db: Queryable, questionId: string): Promise<number> {
  await db.$executeRaw`select 1 from questions where id = ${questionId}::uuid for update`;
  const { _max } = await db.questionVersion.aggregate({ where: { questionId }, _max: { number: true } });
  return _max.number ?? 0;
}

/** Shares a question with somebody, or with every teacher; null: not any more. */
export async function upsertShare(
  db: Queryable,
  { questionId, userId, may }: { questionId: string; userId: string | null; may: Share | null },
): Promise<void> {
  if (may === null) await db.questionShare.deleteMany({ where: { questionId, userId } });
  else
    await db.$executeRaw`
      insert into question_shares (question_id, user_id, may) values (${questionId}::uuid, ${userId}::uuid, ${may})
      on conflict (question_id, user_id) do update set may = excluded.may`;
  if (may !== null && userId !== null) await notify(db, { about: 'notice', user: userId });
}

/** Tags as they are given and taken away; each once, in the order in which they came. */
export async function updateKept(
  db: Queryable,
  questionIds: readonly string[],
  { add, remove, most }: { add: readonly string[]; remove: readonly string[]; most: number },
): Promise<void> {
  await db.$executeRaw`
    update questions q set tags = coalesce((
      select array_agg(t.tag order by t.at) from (
        select tag, min(at) as at from unnest(q.tags || ${add}::text[]) with ordinality as given(tag, at)
        where tag <> all(${remove}::text[]) group by tag order by at limit ${most}) t), '{}')
    where q.id = any(${questionIds}::uuid[])`;
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

/** Who else may use a question, and how far; `user` null: every teacher. What its owner was given before it became theirs is not told. */
export async function selectShares(db: Queryable, questionId: string) {
  const question = await db.question.findUnique({ where: { id: questionId }, select: { ownerId: true } });
  const shares = await db.questionShare.findMany({
    where: { questionId },
    orderBy: { createdAt: 'asc' },
    select: { may: true, user: { select: { id: true, name: true, login: true } } },
  });
  // the database holds no other words (question_shares_may)
  return shares
    .filter(({ user }) => user === null || user.id !== question?.ownerId)
    .map(({ user, may }) => ({ user, may: may as Share }));
}
