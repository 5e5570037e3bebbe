import 'server-only';
/** The newest remarks on somebody's work, with where each is read and answered. */
import { database } from '../../db/client.ts';
import { selectQuestions } from '../../db/lessons.ts';
import { selectFeedback } from '../../db/remarks.ts';
import type { Person } from '../../domain/people/person.ts';

/** What was read stays so long. */
const DAYS = 14;
const MOST = 8;

/** What is not read yet first; `href` null: its quiz is not open to them any more, and it is read here. */
export async function readFeedback(viewer: Person) {
  const db = database();
  const rows = await selectFeedback(db, { userId: viewer.id, days: DAYS, most: MOST });
  if (rows.length === 0) return [];
  const quizzes = await db.activity.findMany({
    where: {
      lessonId: { in: rows.flatMap(({ isQuiz, lessonId }) => (isQuiz ? [lessonId] : [])) },
      withdrawnAt: null,
      class: { archivedAt: null, enrolments: { some: { userId: viewer.id, role: 'student' } } },
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true, lessonId: true },
  });
  const activityOf = new Map(quizzes.map(({ id, lessonId }) => [lessonId, id]));
  return Promise.all(
    rows.map(
      async ({ submissionId, lessonId, slug, isQuiz, lessonTitle, versionId, questionId, by, text, at, fresh }) => {
        const activity = activityOf.get(lessonId);
        const page = isQuiz ? (activity === undefined ? null : `/activities/${activity}`) : `/lessons/${slug}`;
        return {
          ...{ id: submissionId, lessonTitle, by, text, fresh },
          at: at.toISOString(),
          question: (await selectQuestions(db, versionId)).get(questionId)?.title ?? lessonTitle,
          href: page === null ? null : `${page}#${questionId}`,
        };
      },
    ),
  );
}
