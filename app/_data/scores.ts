import 'server-only';
/** All points of a class: students × questions of the lessons and quizzes given to it; of questions without points what was handed in. */
import { database, pool } from '../../db/client.ts';
import { selectOptionalAsked } from '../../db/lessons.ts';
import { selectNewestTexts } from '../../db/newest-texts.ts';
import { askedKind } from '../../domain/kinds/asked.ts';
import { sortByName } from '../../domain/people/name-order.ts';
import { scoreSheet } from '../../domain/results/score-sheet.ts';
import { readGiven } from './classes.ts';

export async function readScores(classId: string) {
  const db = database();
  const given = await readGiven(classId);
  const lessons = (
    await Promise.all(given.map(({ id, versionId }) => selectOptionalAsked(db, { id }, versionId ?? undefined)))
  ).filter((lesson) => lesson !== undefined);
  const members = await db.enrolment.findMany({
    where: { classId, role: 'student' },
    select: { user: { select: { id: true, name: true, login: true } } },
  });
  const students = sortByName(members.map((member) => member.user));
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
