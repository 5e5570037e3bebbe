/** Questions at home in a bank: made, in versions that follow each other, and how somebody stands to one. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { questionDocument } from '../domain/documents/formats.ts';
import type { Banked } from '../domain/lesson/pins.ts';
import type { Relation } from '../domain/people/permissions.ts';
import { SHARES } from '../domain/people/policies/rule.ts';
import type { Queryable } from './client.ts';
import { toJson } from './json.ts';
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

/** One change at a time to a question, so that its versions follow each other. @returns the number of the newest */
export async function lockBanked(db: Queryable, questionId: string): Promise<number> {
  await db.$executeRaw`select 1 from questions where id = ${questionId}::uuid for update`;
  const { _max } = await db.questionVersion.aggregate({ where: { questionId }, _max: { number: true } });
  return _max.number ?? 0;
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
