/** Who else may look at questions of a bank, copy or change them. */
import { z } from 'zod';
import type { Share } from '../domain/people/permissions.ts';
import type { Queryable } from './client.ts';
import { notify } from './notify.ts';
import { rowsOf } from './rows.ts';

/** Those of these questions at which somebody may look in the bank. */
export async function selectLookable(
  db: Queryable,
  refs: readonly string[],
  by: { id: string; seesAll: boolean },
): Promise<Set<string>> {
  const rows = await rowsOf(
    z.strictObject({ id: z.string() }),
    db.$queryRaw`
      select q.id from questions q
      where q.id = any(${[...refs]}::uuid[]) and q.lesson_id is null and (${by.seesAll}
        or q.owner_id = ${by.id}::uuid or q.course_id is not null
        or exists (select 1 from opened_questions o
          where o.question_id = q.id and (o.user_id is null or o.user_id = ${by.id}::uuid)))`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Shares a question with somebody, or with every teacher; null: not any more. */
export async function upsertShare(
  db: Queryable,
  { questionId, userId, may }: { questionId: string; userId: string | null; may: Share | null },
): Promise<void> {
  if (may === null) await db.questionShare.deleteMany({ where: { questionId, userId } });
  else
    await db.$executeRaw`
      insert into question_shares (question_id, user_id, may) values (${questionId}::uuid, ${userId}::uuid, ${may})
      on conflict (question_id, user_id) do update set may = excluded.may`;
  if (may !== null && userId !== null) await notify(db, { about: 'notice', user: userId });
}

/** Who else may use a question, and how far; `user` null: every teacher. What its owner was given before it became theirs is not told. */
export async function selectShares(db: Queryable, questionId: string) {
  const question = await db.question.findUnique({ where: { id: questionId }, select: { ownerId: true } });
  const shares = await db.questionShare.findMany({
    where: { questionId },
    orderBy: { createdAt: 'asc' },
    select: { may: true, user: { select: { id: true, name: true, login: true } } },
  });
  // the database holds no other words (question_shares_may)
  return shares
    .filter(({ user }) => user === null || user.id !== question?.ownerId)
    .map(({ user, may }) => ({ user, may: may as Share }));
}
