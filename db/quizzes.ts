/** Quizzes: lessons without prose that are somebody's own (decision 44). What asks and plays lessons asks and plays them too. */
import type { Pool } from 'pg';
import { z } from 'zod';
import type { ListAsked, ListPage } from '../domain/list-page.ts';
import { questionKind } from '../domain/question.ts';
import type { Queryable } from './client.ts';
import { cameFrom } from './handovers.ts';
import { found, readPage } from './lists.ts';
import { rowsOf } from './rows.ts';

/** A quiz as it stands. */
export interface StoredQuiz {
  id: string;
  slug: string;
  ownerId: string;
  /** the owner's name */
  owner: string;
  title: string;
  archivedAt: Date | null;
  /** null: nothing was saved yet */
  published: { id: string; number: number } | null;
}

/** @param quiz with an id and a name of its own where it was compiled before. @returns its id */
export async function insertQuiz(
  db: Queryable,
  { slug = `quiz-${crypto.randomUUID()}`, ...quiz }: { ownerId: string; title: string; id?: string; slug?: string },
): Promise<string> {
  return (await db.lesson.create({ data: { ...quiz, slug, place: 1 }, select: { id: true } })).id;
}

/** Undefined where there is none, or it is a lesson of a course. */
export async function selectOptionalQuiz(db: Queryable, id: string): Promise<StoredQuiz | undefined> {
  const quiz = await db.lesson.findUnique({
    where: { id },
    select: {
      id: true,
      slug: true,
      ownerId: true,
      owner: { select: { name: true } },
      title: true,
      archivedAt: true,
      published: { select: { id: true, number: true } },
    },
  });
  if (quiz === null || quiz.ownerId === null) return undefined;
  return { ...quiz, ownerId: quiz.ownerId, owner: quiz.owner?.name ?? '' };
}

/** Who it was handed over from; null: it was its owner's from the start. */
export async function selectCameFrom(db: Queryable, quizId: string): Promise<string | null> {
  const thing = await db.handoverThing.findFirst({
    where: { lessonId: quizId, handover: { undoneAt: null } },
    orderBy: { handover: { createdAt: 'desc' } },
    select: {
      lesson: { select: { ownerId: true } },
      handover: { select: { toId: true, from: { select: { name: true } } } },
    },
  });
  return thing !== null && thing.handover.toId === thing.lesson?.ownerId ? (thing.handover.from?.name ?? null) : null;
}

/** What a version was made of. */
export async function selectOptionalSource(db: Queryable, versionId: string): Promise<string | undefined> {
  return (await db.lessonVersion.findUnique({ where: { id: versionId }, select: { source: true } }))?.source;
}

/** By which names a quiz asked its questions, in all of its versions; the newest last. */
export async function selectNamesOf(db: Queryable, quizId: string): Promise<{ ref: string; name: string }[]> {
  return rowsOf(
    z.strictObject({ ref: z.uuid(), name: z.string() }),
    db.$queryRaw`
    select q.question_id as ref, a.name
    from lesson_versions v join lesson_questions a on a.lesson_version_id = v.id
    join question_versions q on q.id = a.question_version_id
    where v.lesson_id = ${quizId}::uuid
    group by q.question_id, a.name order by max(v.number)`,
  );
}

export async function updateArchived(db: Queryable, id: string, archived: boolean): Promise<void> {
  await db.$executeRaw`update lessons set archived_at = case when ${archived} then now() end where id = ${id}::uuid`;
}

const item = z.strictObject({
  name: z.string(),
  ref: z.string(),
  version: z.number(),
  newest: z.number(),
  title: z.string(),
  kind: questionKind,
  promptHtml: z.string(),
  /** of the question itself */
  usualSeconds: z.number(),
  usualPoints: z.number(),
  seconds: z.number().nullable(),
  points: z.number().nullable(),
});
/** A question in a quiz, or in a lesson that one is taken from. */
export type AskedItem = z.infer<typeof item>;

/** What a version of a lesson or quiz asks, in its order, without keys. */
export async function selectItems(db: Queryable, versionId: string): Promise<AskedItem[]> {
  return rowsOf(
    item,
    db.$queryRaw`
      select a.name, v.question_id as ref, v.number as version, n.newest, v.document->>'title' as title,
        v.document->>'kind' as kind, v.document->>'promptHtml' as "promptHtml",
        (v.document->>'seconds')::int as "usualSeconds", (v.document->>'points')::float as "usualPoints",
        a.seconds, a.points
      from lesson_questions a
      join question_versions v on v.id = a.question_version_id
      cross join lateral (select max(number) as newest from question_versions w where w.question_id = v.question_id) n
      where a.lesson_version_id = ${versionId}::uuid
      order by a.place`,
  );
}

/** One's own, put aside or not; `shared`: those that others have shared. */
export type QuizShelf = 'current' | 'shared' | 'archived';

export interface ListedQuiz {
  id: string;
  title: string;
  /** whose it is */
  owner: string;
  /** who it was handed over from; null: it was its owner's from the start */
  from: string | null;
  questions: number;
  points: number;
  changedAt: Date;
  /** null: never */
  playedAt: Date | null;
}

const ON_SHELF: Record<QuizShelf, string> = {
  current: 'q.owner_id = $2::uuid and q.archived_at is null',
  archived: 'q.owner_id = $2::uuid and q.archived_at is not null',
  shared: `q.owner_id <> $2::uuid and q.archived_at is null and exists (
    select 1 from quiz_shares h where h.lesson_id = q.id and (h.user_id is null or h.user_id = $2::uuid))`,
};

/** Somebody's quizzes, or those that were shared with them; the one that was changed last comes first. */
export async function selectQuizzes(
  pool: Pool,
  asked: ListAsked,
  { personId, shelf }: { personId: string; shelf: QuizShelf },
): Promise<ListPage<ListedQuiz>> {
  return readPage(pool, asked, {
    columns: `q.id, q.title, u.name as owner, ${cameFrom('t.lesson_id = q.id')} as from,
      coalesce(v.question_count, 0) as questions, coalesce(v.points, 0) as points,
      coalesce(v.created_at, q.archived_at, now()) as "changedAt",
      (select max(s.created_at) from live_sessions s where s.lesson_id = q.id) as "playedAt"`,
    from: `lessons q left join lesson_versions v on v.id = q.published_id join users u on u.id = q.owner_id
      where ${ON_SHELF[shelf]} and ${found('q.title', 'u.name')}`,
    order: 'v.created_at desc nulls first, q.id',
    more: [personId],
  });
}

/** The lessons of courses that have checks, in the order of their courses: what a quiz can be taken from. */
export async function selectLessonsToAsk(db: Queryable): Promise<{ id: string; title: string }[]> {
  return db.lesson.findMany({
    where: {
      level: { archivedAt: null, course: { archivedAt: null } },
      archivedAt: null,
      published: { questionCount: { gt: 0 } },
    },
    orderBy: [{ level: { number: 'asc' } }, { place: 'asc' }],
    select: { id: true, title: true },
  });
}
