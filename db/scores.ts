/** Scores, computed anew from submissions and verdicts whenever one of these changes (domain/results/score.ts). */
import { type Costs, FREE, type ScoreOfQuestion, scoreOf } from '../domain/results/score.ts';
import { selectKeptVersions } from './activities.ts';
import type { Queryable } from './client.ts';
import { counted, countingOf } from './counting.ts';
import { selectQuestions } from './lessons.ts';
import { selectWordings } from './wordings.ts';

/** One student at one question. */
export interface Place {
  userId: string;
  questionId: string;
}

/** Enough for a class; a bound on what is held in memory and sent in one statement. */
const STUDENTS_AT_ONCE = 100;

/** Computes one score anew; one at a time per student and question. */
export async function updateScore(db: Queryable, of: Place & { lessonId: string }): Promise<void> {
  const { userId, lessonId, questionId } = of;
  // beside others of the lesson, never beside a regrade of it, which computes many at once
  await db.$executeRaw`
    select pg_advisory_xact_lock_shared(hashtextextended(${`scores:${lessonId}`}, 0)),
      pg_advisory_xact_lock(hashtextextended(${`score:${userId}:${lessonId}:${questionId}`}, 0))`;
  await compute(db, lessonId, [{ userId, questionId }]);
}

/** Computes many scores of a lesson anew, under one lock: a lock for each would be more than PostgreSQL keeps. */
export async function updateScores(db: Queryable, lessonId: string, places: readonly Place[]): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`scores:${lessonId}`}, 0))`;
  const students = [...Map.groupBy(places, (place) => place.userId).values()];
  for (let from = 0; from < students.length; from += STUDENTS_AT_ONCE)
    await compute(db, lessonId, students.slice(from, from + STUDENTS_AT_ONCE).flat());
}

async function compute(db: Queryable, lessonId: string, places: readonly Place[]): Promise<void> {
  const rows = await db.submission.findMany({
    where: {
      lessonId,
      purpose: 'submit',
      userId: { in: [...new Set(places.map((place) => place.userId))] },
      questionId: { in: [...new Set(places.map((place) => place.questionId))] },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      userId: true,
      questionId: true,
      hintsTaken: true,
      lessonVersionId: true,
      variantId: true,
      verdicts: {
        select: { grader: true, outcome: true, result: true, points: true, maxPoints: true },
        orderBy: { createdAt: 'asc' },
      },
    },
  });
  const key = ({ userId, questionId }: Place): string => `${userId} ${questionId}`;
  const byPlace = Map.groupBy(rows, key);
  const costsOf = await selectCosts(db, lessonId, places);
  const wording = await selectWordings(
    db,
    rows.map((row) => row.lessonVersionId),
  );
  const scores: (Place & ScoreOfQuestion)[] = [];
  const without: Place[] = [];
  for (const place of places) {
    const graded = (byPlace.get(key(place)) ?? []).flatMap(
      ({ id, hintsTaken, questionId, lessonVersionId, variantId, verdicts }) => {
        const counting = countingOf(verdicts);
        return counting === undefined
          ? []
          : [
              {
                submissionId: id,
                hints: hintsTaken,
                asked: wording(questionId, lessonVersionId, variantId),
                ...counted.parse(counting),
              },
            ];
      },
    );
    const score = scoreOf(graded, costsOf(place));
    const { userId, questionId } = place;
    // a regrade may leave nothing that counts: what cannot be read any more has no score
    if (score === undefined) without.push({ userId, questionId });
    else scores.push({ userId, questionId, ...score });
  }
  if (without.length > 0) await deleteScores(db, lessonId, without);
  if (scores.length > 0) await upsertScores(db, lessonId, scores);
}

async function deleteScores(db: Queryable, lessonId: string, places: readonly Place[]): Promise<void> {
  await db.$executeRaw`
    delete from scores where lesson_id = ${lessonId}::uuid and (user_id, question_id) in (
      select * from unnest(${places.map((one) => one.userId)}::uuid[], ${places.map((one) => one.questionId)}::text[]))`;
}

async function upsertScores(
  db: Queryable,
  lessonId: string,
  scores: readonly (Place & ScoreOfQuestion)[],
): Promise<void> {
  await db.$executeRaw`
    insert into scores as s (lesson_id, user_id, question_id, submission_id, points, max_points, result, attempts)
    select ${lessonId}::uuid, * from unnest(
      ${scores.map((one) => one.userId)}::uuid[], ${scores.map((one) => one.questionId)}::text[],
      ${scores.map((one) => one.submissionId)}::uuid[], ${scores.map((one) => one.points)}::float8[],
      ${scores.map((one) => one.maxPoints)}::float8[], ${scores.map((one) => one.result)}::text[],
      ${scores.map((one) => one.attempts)}::int[])
    on conflict (user_id, lesson_id, question_id) do update set
      (submission_id, points, max_points, result, attempts, updated_at)
        = (excluded.submission_id, excluded.points, excluded.max_points, excluded.result, excluded.attempts, now())`;
}

/** Of the questions as each student has them: as they are published now, or in the version of a quiz that their class keeps. */
async function selectCosts(db: Queryable, lessonId: string, places: readonly Place[]): Promise<(of: Place) => Costs> {
  const lesson = await db.lesson.findUniqueOrThrow({
    where: { id: lessonId },
    select: { publishedId: true, ownerId: true },
  });
  const students = [...new Set(places.map(({ userId }) => userId))];
  const own = lesson.ownerId === null ? undefined : await selectKeptVersions(db, lessonId, students);
  const versions = [
    ...new Set([...(own?.values() ?? []), ...(lesson.publishedId === null ? [] : [lesson.publishedId])]),
  ];
  const all = new Map(await Promise.all(versions.map(async (id) => [id, await selectQuestions(db, id)] as const)));
  return ({ userId, questionId }) =>
    all.get(own?.get(userId) ?? lesson.publishedId ?? '')?.get(questionId)?.costs ?? FREE;
}
