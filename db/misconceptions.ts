/**
 * Misconceptions: the catalogues of courses and of people, and what they say of those that questions tell apart.
 *
 * A question refers to them by their codes. Words and names are those of the catalogue of its own home, as they stand when it is
 * read: a name that is put right is right everywhere.
 */
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { CatalogueEntry } from '../domain/misconceptions/catalogue.ts';
import type { ShownMisconception } from '../domain/misconceptions/sign.ts';
import type { Question } from '../domain/question.ts';
import type { Queryable } from './client.ts';
import { databaseNow } from './clock.ts';
import { rowsOf } from './rows.ts';
import type { PlayedQuestions } from './variants.ts';

/** Whose catalogues somebody may refer to: one's own, the courses', and those of whoever shares a question or a quiz with them. */
const MINE = `(m.course_id is not null or m.owner_id = $1::uuid or m.owner_id in (
  select q.owner_id from opened_questions o join questions q on q.id = o.question_id
  where o.user_id is null or o.user_id = $1::uuid))`;

/** The codes that a question of this person may name; null: of anybody. */
export async function selectKnownCodes(pool: Pool, personId: string | null): Promise<string[]> {
  const { rows } = await pool.query<{ code: string }>(
    `select distinct m.code from misconceptions m where ${personId === null ? 'true' : MINE}`,
    personId === null ? [] : [personId],
  );
  return rows.map(({ code }) => code);
}

/** What these are called where a lesson or a quiz is at home; one that stands in no catalogue keeps its code. */
export async function selectNames(
  pool: Pool,
  lessonId: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const { rows } = await pool.query<{ code: string; name: string }>(
    `select distinct on (m.code) m.code, m.name from misconceptions m
     join lessons l on l.id = $1
     left join levels e on e.id = l.level_id
     where m.code = any($2) and (m.course_id is not null or m.owner_id = l.owner_id)
     order by m.code, m.course_id is distinct from e.course_id, m.id`,
    [lessonId, codes],
  );
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return new Map(codes.map((code) => [code, names.get(code) ?? code]));
}

/** One's own entries and those of courses, by their names. @param editedOnly of courses that one edits alone */
export async function selectCatalogue(
  pool: Pool,
  { id: personId, editedOnly }: { id: string; editedOnly: boolean },
): Promise<CatalogueEntry[]> {
  const { rows } = await pool.query<CatalogueEntry>(
    `select m.id, m.code, m.name, m.words, m.html,
       case when c.id is null then null else json_build_object('id', c.id, 'title', c.title) end as course,
       coalesce(m.owner_id = $1::uuid, false) as mine, u.name as owner,
       (e.user_id is not null) as edited, m.from_file as "fromFile", m.archived_at is not null as archived, coalesce(used.count, 0)::int as questions
     from misconceptions m
     left join courses c on c.id = m.course_id
     left join users u on u.id = m.owner_id
     left join course_editors e on e.course_id = m.course_id and e.user_id = $1::uuid
     left join lateral (
       select count(*) from question_index i join questions q on q.id = i.question_id
       where i.misconceptions @> array[m.code] and q.archived_at is null
         and (m.course_id is not null or q.owner_id = m.owner_id)) used on true
     where case when $2 then e.user_id is not null else m.course_id is not null or m.owner_id = $1::uuid end
     order by m.name collate "und-x-icu", m.code`,
    [personId, editedOnly],
  );
  return rows;
}

const told = z.strictObject({ name: z.string(), code: z.string(), title: z.string(), html: z.string() });
type Entries = ReadonlyMap<string, { title: string; html: string }>;

/** A room reads its questions with each of its changes; a catalogue changes seldom. */
const entriesByVersion = new LRUCache<string, Entries>({ max: 200, ttl: 30_000 });

/**
 * The questions of a version with the names of their misconceptions, and the catalogue's words where a question has none of its own.
 * Of one whose code stands in no catalogue there is neither. What a catalogue says anew is there within half a minute.
 */
export async function withCatalogue(
  db: Queryable,
  versionId: string,
  questions: ReadonlyMap<string, Question>,
): Promise<ReadonlyMap<string, Question>> {
  const telling = [...questions].filter(([, { key }]) => key.misconceptions !== undefined);
  if (telling.length === 0) return questions;
  const found = entriesByVersion.get(versionId) ?? (await selectEntries(db, versionId));
  const all = new Map(questions);
  for (const [name, question] of telling)
    all.set(
      name,
      named(question, (code) => found.get(`${name} ${code}`)),
    );
  return all;
}

/** The same of what a room plays. */
export async function playedWithCatalogue(
  db: Queryable,
  versionId: string,
  { questions, own }: PlayedQuestions,
): Promise<PlayedQuestions> {
  const told = await withCatalogue(db, versionId, questions);
  const each = new Map<string, readonly Question[]>();
  for (const [name, all] of own) {
    const named = all.map(async (one) => (await withCatalogue(db, versionId, new Map([[name, one]]))).get(name) ?? one);
    each.set(name, await Promise.all(named));
  }
  return { questions: told, own: each };
}

/** The same of a question that is tried before it is kept, by whoever writes it. */
export async function withCatalogueOf(pool: Pool, personId: string, question: Question): Promise<Question> {
  if (question.key.misconceptions === undefined) return question;
  const { rows } = await pool.query<{ code: string; title: string; html: string }>(
    `select distinct on (m.code) m.code, m.name as title, m.html from misconceptions m
     where m.code = any($2) and ${MINE} order by m.code, coalesce(m.owner_id = $1::uuid, false) desc, m.owner_id is not null, m.id`,
    [personId, question.key.misconceptions.map(({ id }) => id)],
  );
  const found = new Map(rows.map((row) => [row.code, row]));
  return named(question, (code) => found.get(code));
}

function named(question: Question, entryOf: (code: string) => { title: string; html: string } | undefined): Question {
  const misconceptions = (question.key.misconceptions ?? []).map((one): ShownMisconception => {
    const entry = entryOf(one.id);
    if (entry === undefined) return one;
    return { ...one, html: one.html ?? (one.said === true ? null : entry.html), name: entry.title };
  });
  return { ...question, key: { ...question.key, misconceptions } } as Question;
}

async function selectEntries(db: Queryable, versionId: string): Promise<Entries> {
  const rows = await rowsOf(
    told,
    db.$queryRaw`
      select distinct on (p.place, m.code) p.name, m.code, m.name as title, m.html
      from lesson_questions p
      join question_versions v on v.id = p.question_version_id
      join questions q on q.id = v.question_id
      left join lessons l on l.id = q.lesson_id
      left join levels e on e.id = l.level_id
      cross join lateral jsonb_array_elements(v.key->'misconceptions') as t(one)
      join misconceptions m on m.code = t.one->>'id'
        and (m.course_id is not null or m.owner_id = coalesce(q.owner_id, l.owner_id))
      where p.lesson_version_id = ${versionId}::uuid and v.key ? 'misconceptions'
      order by p.place, m.code, m.owner_id is null, m.course_id is distinct from coalesce(q.course_id, e.course_id), m.id`,
  );
  const found = new Map(rows.map(({ name, code, title, html }) => [`${name} ${code}`, { title, html }]));
  entriesByVersion.set(versionId, found);
  return found;
}

interface Said {
  name: string;
  words: string;
  html: string;
}

/** @returns whether there was none of that code in this catalogue */
export async function insertEntry(
  db: Queryable,
  entry: Said & { courseId: string | null; ownerId: string | null; code: string },
): Promise<boolean> {
  const { count } = await db.misconception.createMany({ data: [entry], skipDuplicates: true });
  return count > 0;
}

/** What it is called and says from now on. */
export async function updateEntry(db: Queryable, id: string, said: Said): Promise<void> {
  await db.misconception.update({ where: { id }, data: { ...said, changedAt: await databaseNow(db) } });
}

/** What the catalogues that somebody may refer to say of these; their own goes first. */
export async function selectWordsOf(
  pool: Pool,
  personId: string,
  codes: readonly string[],
): Promise<{ id: string; name: string; words: string }[]> {
  if (codes.length === 0) return [];
  const { rows } = await pool.query<{ id: string; name: string; words: string }>(
    `select distinct on (m.code) m.code as id, m.name, m.words from misconceptions m
     where m.code = any($2) and ${MINE} order by m.code, coalesce(m.owner_id = $1::uuid, false) desc, m.owner_id is not null, m.id`,
    [personId, [...codes]],
  );
  return rows;
}

/** What a question that is copied refers to comes with it, where its new owner has no such code yet. */
export async function copyEntries(db: Queryable, questionId: string, ownerId: string): Promise<void> {
  await db.$executeRaw`
    insert into misconceptions (owner_id, code, name, words, html)
    select ${ownerId}::uuid, m.code, m.name, m.words, m.html
    from questions q
    join question_index i on i.question_id = q.id
    join misconceptions m on m.owner_id = q.owner_id and m.code = any(i.misconceptions)
    where q.id = ${questionId}::uuid and q.owner_id <> ${ownerId}::uuid
    on conflict (owner_id, code) do nothing`;
}

/** What a course's file says; what it says no more is put aside. */
export async function syncCatalogue(
  db: Queryable,
  courseId: string,
  entries: readonly { code: string; name: string; words: string; html: string }[],
): Promise<void> {
  await db.$executeRaw`
    insert into misconceptions (course_id, code, name, words, html, from_file)
    select ${courseId}::uuid, e.code, e.name, e.words, e.html, true
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(code text, name text, words text, html text)
    on conflict (course_id, code) do update set name = excluded.name, words = excluded.words, html = excluded.html,
      from_file = true, archived_at = null, changed_at = now()
    where (misconceptions.name, misconceptions.words, misconceptions.html, misconceptions.from_file)
        is distinct from (excluded.name, excluded.words, excluded.html, true)
      or misconceptions.archived_at is not null`;
  const codes = entries.map(({ code }) => code);
  await db.$executeRaw`
    update misconceptions set archived_at = now()
    where course_id = ${courseId}::uuid and from_file and archived_at is null and not code = any(${codes})`;
}
