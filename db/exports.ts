/** Questions as they are taken out: what each says, as it was written, and how somebody stands to it. */
import { z } from 'zod';
import { readQuestion } from '../domain/documents/formats.ts';
import type { QuestionDocument } from '../domain/lesson/pins.ts';
import type { Relation, Share } from '../domain/people/permissions.ts';
import { SHARES } from '../domain/people/policies/rule.ts';
import type { QuestionKey } from '../domain/question.ts';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

export interface StoredForExport {
  id: string;
  version: number;
  tags: string[];
  document: QuestionDocument;
  key: QuestionKey;
  /** null: it stands in the lesson below */
  source: string | null;
  /** a lesson that asks it, and under which name, where it is at home in one */
  within: { source: string; name: string } | null;
  relation: Relation;
}

const row = z.strictObject({
  versionId: z.string(),
  id: z.string(),
  version: z.number(),
  tags: z.array(z.string()),
  document: z.record(z.string(), z.unknown()),
  key: z.unknown(),
  source: z.string().nullable(),
  own: z.boolean(),
  ofCourse: z.boolean(),
  shared: z.array(z.string()),
  lesson: z.string().nullable(),
  name: z.string().nullable(),
});

/** The newest versions of these questions, of banks and of lessons. */
export async function selectNewestVersions(db: Queryable, ids: readonly string[]): Promise<string[]> {
  const rows = await rowsOf(
    z.strictObject({ id: z.string(), question: z.string() }),
    db.$queryRaw`
      select distinct on (v.question_id) v.id, v.question_id as question from question_versions v
      where v.question_id = any(${[...ids]}::uuid[]) order by v.question_id, v.number desc`,
  );
  const byQuestion = new Map(rows.map(({ id, question }) => [question, id]));
  return ids.flatMap((id) => byQuestion.get(id) ?? []);
}

/** The versions that a version of a lesson or quiz asks, in its order. */
export async function selectAskedVersions(
  db: Queryable,
  lessonVersionId: string,
): Promise<{ versionId: string; name: string; seconds: number | null; points: number | null }[]> {
  const rows = await db.lessonQuestion.findMany({
    where: { lessonVersionId },
    orderBy: { place: 'asc' },
    select: { questionVersionId: true, name: true, seconds: true, points: true },
  });
  return rows.map(({ questionVersionId, ...asked }) => ({ versionId: questionVersionId, ...asked }));
}

/** So many are read at once: looking at what each says takes a moment, and others come in between. */
const AT_ONCE = 50;

/** What these versions say, in the order in which they are named. */
export async function selectForExport(
  db: Queryable,
  versionIds: readonly string[],
  personId: string,
): Promise<StoredForExport[]> {
  const all: StoredForExport[] = [];
  for (let from = 0; from < versionIds.length; from += AT_ONCE)
    all.push(...(await selectSome(db, versionIds.slice(from, from + AT_ONCE), personId)));
  return all;
}

async function selectSome(db: Queryable, versionIds: readonly string[], personId: string): Promise<StoredForExport[]> {
  const rows = await rowsOf(
    row,
    db.$queryRaw`
      select v.id as "versionId", q.id, v.number as version, q.tags, v.document, v.key, v.source,
        q.owner_id is not distinct from ${personId}::uuid as own,
        q.course_id is not null or h.level_id is not null as "ofCourse",
        array(select s.may from opened_questions s
          where s.question_id = q.id and (s.user_id is null or s.user_id = ${personId}::uuid)) as shared,
        a.source as lesson, a.name
      from question_versions v
      join questions q on q.id = v.question_id
      left join lessons h on h.id = q.lesson_id
      left join lateral (
        select w.source, p.name from lesson_questions p
        join lesson_versions w on w.id = p.lesson_version_id and w.lesson_id = q.lesson_id
        where p.question_version_id = v.id order by w.number desc limit 1) a on v.source is null
      where v.id = any(${[...versionIds]}::uuid[])`,
  );
  const byVersion = new Map(rows.map((one) => [one.versionId, one]));
  return versionIds.flatMap((id) => {
    const found = byVersion.get(id);
    if (found === undefined) return [];
    const { own, ofCourse, shared, lesson, name, document, key, versionId: _versionId, ...kept } = found;
    const read = readQuestion(document, key);
    const opened = [...shared, ...(ofCourse ? ['copy'] : [])].map((may) => SHARES.indexOf(may as Share));
    return [
      {
        ...kept,
        ...read,
        within: lesson === null || name === null ? null : { source: lesson, name },
        relation: { own, shared: SHARES[Math.max(-1, ...opened)] },
      },
    ];
  });
}
