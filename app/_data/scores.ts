import 'server-only';
/** All points of a class: students × questions of the lessons given to it. */
import { database } from '../../db/client.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import { sortByName } from '../../domain/name-order.ts';
import { scoreSheet } from '../../domain/score-sheet.ts';
import { readAssigned } from './classes.ts';

export async function readScores(classId: string) {
  const db = database();
  const given = await readAssigned(classId);
  const lessons = (await Promise.all(given.map(({ id }) => selectOptionalPublished(db, { id })))).filter(
    (lesson) => lesson !== undefined,
  );
  const members = await db.enrolment.findMany({
    where: { classId, role: 'student' },
    select: { user: { select: { id: true, name: true, login: true } } },
  });
  const students = sortByName(members.map((member) => member.user));
  const scores = await db.score.findMany({
    where: { userId: { in: students.map(({ id }) => id) }, lessonId: { in: lessons.map(({ id }) => id) } },
    select: { userId: true, lessonId: true, questionId: true, points: true, result: true },
  });
  const questions = lessons.flatMap((lesson) =>
    lesson.content.questions.map(({ id, role, number, title, points }) => ({
      lessonId: lesson.id,
      lesson: lesson.title,
      id,
      role,
      number,
      title,
      points,
    })),
  );
  const rows = scoreSheet(
    students.map(({ id }) => id),
    questions,
    scores,
  );
  return { questions, rows: rows.map((row, at) => ({ ...row, ...students[at] })) };
}
