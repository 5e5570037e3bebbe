/** All points of a class: students × questions of the lessons and quizzes given to it; of questions without points what was handed in. */
import { database, pool } from '../../../db/client.ts';
import { selectOptionalAsked } from '../../../db/lessons.ts';
import { selectNewestTexts } from '../../../db/newest-texts.ts';
import { askedKind } from '../../../domain/kinds/asked.ts';
import { sortInLists } from '../../../domain/people/name-order.ts';
import { scoreSheet } from '../../../domain/results/score-sheet.ts';

/** @param given what the class has, in the order in which it is told */
export async function readScores(classId: string, given: readonly { id: string; versionId: string | null }[]) {
  const db = database();
  const lessons = (
    await Promise.all(given.map(({ id, versionId }) => selectOptionalAsked(db, { id }, versionId ?? undefined)))
  ).filter((lesson) => lesson !== undefined);
  const members = await db.enrolment.findMany({
    where: { classId, role: 'student' },
    select: {
      user: { select: { id: true, name: true, fullName: true, sortName: true, login: true } },
      class: { select: { namesBy: true } },
    },
  });
  const students = sortInLists(
    members.map(({ user: { fullName, sortName, ...user }, class: { namesBy } }) => ({
      ...user,
      name: fullName ?? user.name,
      sort: namesBy === 'family' ? (sortName ?? user.name) : (fullName ?? user.name),
    })),
  );
  const scores = await db.score.findMany({
    where: { userId: { in: students.map(({ id }) => id) }, lessonId: { in: lessons.map(({ id }) => id) } },
    select: { userId: true, lessonId: true, questionId: true, points: true, result: true },
  });
  const all = lessons.flatMap((lesson) =>
    lesson.content.questions.map(({ id, kind, role, number, title, points }) => ({
      lessonId: lesson.id,
      lesson: lesson.title,
      id,
      role,
      number,
      title,
      points,
      scored: askedKind({ kind }).scored,
    })),
  );
  const questions = all.filter(({ scored }) => scored);
  const unscored = all.filter(({ scored }) => !scored);
  const texts = await selectNewestTexts(pool(), { classId, questions: unscored });
  const rows = scoreSheet(
    students.map(({ id }) => id),
    questions,
    scores,
  );
  return {
    questions,
    unscored,
    rows: rows.map((row, at) => ({
      ...row,
      ...students[at],
      texts: unscored.map(({ lessonId, id }) => texts(row.studentId, lessonId, id) ?? ''),
    })),
  };
}
