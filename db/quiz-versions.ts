/** The versions of a quiz, as they were. */
import { z } from 'zod';
import type { QuizVersion } from '../domain/quiz/changes.ts';
import { settingsIn, titleIn } from '../domain/quiz/quiz-source.ts';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

export interface StoredQuizVersion extends QuizVersion {
  id: string;
  number: number;
  /** it was never the newest: what the version of this number says, with errors put right */
  basedOn: number | null;
  source: string;
  at: Date;
  /** null: the server, or an account that is gone */
  by: string | null;
}

const item = z.strictObject({
  versionId: z.string(),
  ref: z.string(),
  version: z.number(),
  title: z.string(),
  seconds: z.number().nullable(),
  points: z.number().nullable(),
});

/** All of them, newest first. */
export async function selectQuizVersions(db: Queryable, quizId: string): Promise<StoredQuizVersion[]> {
  const [versions, items] = await Promise.all([
    db.lessonVersion.findMany({
      where: { lessonId: quizId },
      orderBy: { number: 'desc' },
      select: {
        id: true,
        number: true,
        basedOn: true,
        source: true,
        createdAt: true,
        createdBy: { select: { name: true } },
      },
    }),
    rowsOf(
      item,
      db.$queryRaw`
        select l.id as "versionId", v.question_id as ref, v.number as version, v.document->>'title' as title, a.seconds, a.points
        from lesson_versions l
        join lesson_questions a on a.lesson_version_id = l.id
        join question_versions v on v.id = a.question_version_id
        where l.lesson_id = ${quizId}::uuid
        order by a.place`,
    ),
  ]);
  const asked = Map.groupBy(items, ({ versionId }) => versionId);
  return versions.map(({ id, number, basedOn, source, createdAt, createdBy }) => ({
    id,
    number,
    basedOn,
    source,
    title: titleIn(source),
    settings: settingsIn(source),
    items: (asked.get(id) ?? []).map(({ versionId: _version, ...one }) => one),
    at: createdAt,
    by: createdBy?.name ?? null,
  }));
}

/** The number of a version, and the quiz that it is one of; undefined: it is none of a quiz. */
export async function selectOptionalPlayedQuiz(
  db: Queryable,
  sessionId: string,
): Promise<{ quiz: { id: string; ownerId: string }; number: number } | undefined> {
  const found = await db.liveSession.findUnique({
    where: { id: sessionId },
    select: { lesson: { select: { id: true, ownerId: true } }, lessonVersion: { select: { number: true } } },
  });
  const ownerId = found?.lesson.ownerId ?? null;
  return found === null || ownerId === null
    ? undefined
    : { quiz: { id: found.lesson.id, ownerId }, number: found.lessonVersion.number };
}
