import 'server-only';
/** Quizzes of one's own: a list, and one with what it asks and the classes that it can be played with. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { SETTINGS } from '../../db/activities.ts';
import { database, pool } from '../../db/client.ts';
import { selectItems, selectOptionalQuiz, selectQuizzes } from '../../db/quizzes.ts';
import type { ListAsked } from '../../domain/list-page.ts';
import { can } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { settingsOf } from './activities.ts';

/** A page of somebody's own quizzes, current or archived. */
export async function readQuizzes(viewer: Person, asked: ListAsked, archived: boolean) {
  const found = await selectQuizzes(pool(), asked, { ownerId: viewer.id, archived });
  return {
    ...found,
    rows: found.rows.map(({ changedAt, playedAt, ...row }) => ({
      ...row,
      changedAt: changedAt.toISOString(),
      playedAt: playedAt?.toISOString() ?? null,
    })),
  };
}

/** A quiz that is this person's; to others it does not exist. */
export async function readQuiz(viewer: Person, id: string) {
  if (!z.uuid().safeParse(id).success) notFound();
  const db = database();
  const quiz = await selectOptionalQuiz(db, id);
  if (quiz === undefined || !can(viewer.role, 'quiz.use', { own: quiz.ownerId === viewer.id })) notFound();
  const [items, classes] = await Promise.all([
    quiz.published === null ? [] : selectItems(db, quiz.published.id),
    db.class.findMany({
      where: { archivedAt: null, enrolments: { some: { userId: viewer.id, role: 'teacher' } } },
      orderBy: { createdAt: 'asc' },
      select: {
        id: true,
        name: true,
        showNames: true,
        activities: { where: { lessonId: id, withdrawnAt: null }, select: SETTINGS },
      },
    }),
  ]);
  return {
    id,
    title: quiz.title,
    version: quiz.published?.number ?? 0,
    archived: quiz.archivedAt !== null,
    items,
    classes: classes.map(({ activities, ...one }) => ({
      ...one,
      /** by which rules it has this quiz; null: it does not */
      settings: activities[0] === undefined ? null : settingsOf(activities[0]),
    })),
  };
}
