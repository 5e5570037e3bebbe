/** Who else may use a quiz, and how far. What it asks of its owner's comes along: the view `opened_questions`. */
import type { Relation, Share } from '../domain/people/permissions.ts';
import { SHARES } from '../domain/people/policies/rule.ts';
import type { Queryable } from './client.ts';
import { notify } from './notify.ts';

/** How somebody stands to a quiz. */
export async function selectQuizRelation(
  db: Queryable,
  quiz: { id: string; ownerId: string | null },
  personId: string,
): Promise<Relation> {
  const shares = await db.quizShare.findMany({
    where: { lessonId: quiz.id, OR: [{ userId: personId }, { userId: null }] },
    select: { may: true },
  });
  const furthest = Math.max(-1, ...shares.map(({ may }) => SHARES.indexOf(may as Share)));
  return { own: quiz.ownerId === personId, shared: SHARES[furthest] };
}

/** Shares a quiz with somebody, or with every teacher; null: not any more. */
export async function upsertQuizShare(
  db: Queryable,
  { quizId, userId, may }: { quizId: string; userId: string | null; may: Share | null },
): Promise<void> {
  if (may === null) await db.quizShare.deleteMany({ where: { lessonId: quizId, userId } });
  else
    await db.$executeRaw`
      insert into quiz_shares (lesson_id, user_id, may) values (${quizId}::uuid, ${userId}::uuid, ${may})
      on conflict (lesson_id, user_id) do update set may = excluded.may`;
  if (may !== null && userId !== null) await notify(db, { about: 'notice', user: userId });
}

/** `user` null: every teacher. What its owner was given before it became theirs is not told. */
export async function selectQuizShares(db: Queryable, quizId: string) {
  const quiz = await db.lesson.findUnique({ where: { id: quizId }, select: { ownerId: true } });
  const shares = await db.quizShare.findMany({
    where: { lessonId: quizId },
    orderBy: { createdAt: 'asc' },
    select: { may: true, user: { select: { id: true, name: true, login: true } } },
  });
  // the database holds no other words (quiz_shares_may)
  return shares
    .filter(({ user }) => user === null || user.id !== quiz?.ownerId)
    .map(({ user, may }) => ({ user, may: may as Share }));
}
