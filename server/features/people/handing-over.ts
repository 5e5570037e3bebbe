/** Hands over what an account that is disabled had made: questions, quizzes and pictures, with their histories. And gives it back. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import {
  type Belongings,
  insertHandover,
  lockAccounts,
  selectBelongings,
  selectHandovers,
  undoHandover,
} from '../../../db/handovers.ts';
import { insertAudit, selectOptionalByLogin } from '../../../db/users.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { can } from '../../../domain/people/permissions.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { toAccount } from './standing.ts';

export interface ToldHandover extends Belongings {
  id: string;
  /** ISO time */
  at: string;
  /** null: an account that is gone */
  to: string | null;
  undone: boolean;
}

/** What an account has of its own, and what was handed over from it. */
export const readBelongings = command({
  input: z.strictObject({ userId: z.uuid() }),
  allow: { action: 'user.change', standing: toAccount },
  run: async (_person, { userId }): Promise<Outcome<{ has: Belongings; handovers: ToldHandover[] }>> => {
    const db = database();
    const [has, handovers] = await Promise.all([selectBelongings(db, userId), selectHandovers(db, userId)]);
    return { ok: true, has, handovers: handovers.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })) };
  },
});

/** All that a disabled account has, to somebody who may make questions. */
export const handOverBelongings = command({
  input: z.strictObject({ userId: z.uuid(), login: storable.max(100) }),
  allow: { action: 'user.change', standing: toAccount },
  run: async (person, { userId, login }): Promise<Outcome<{ handoverId: string; moved: Belongings }>> => {
    const db = database();
    const to = await selectOptionalByLogin(db, login);
    const mayHave = to !== undefined && to.disabledAt === null && can(to.role, 'question.make');
    if (!mayHave || to.id === userId) return refuse('noSuchColleague', 'login');
    return db.$transaction(async (tx) => {
      await lockAccounts(tx, [userId, to.id]);
      const from = await tx.user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
      // or enabled again meanwhile: of who goes on working nothing is taken away
      if (from === null || from.disabledAt === null) return refuse('notFound', 'userId');
      const { questions, quizzes, pictures } = await selectBelongings(tx, userId);
      if (questions + quizzes + pictures === 0) return refuse('notFound', 'userId');
      const { handoverId, moved } = await insertHandover(tx, { fromId: userId, toId: to.id, madeById: person.id });
      const details = { to: to.id, handover: handoverId, ...moved };
      await insertAudit(tx, { actorId: person.id, action: 'user.handOver', subject: userId, details });
      return { ok: true as const, handoverId, moved };
    });
  },
});

/** Gives back what is still there, as it is by now. */
export const handBackBelongings = command({
  input: z.strictObject({ handoverId: z.uuid() }),
  allow: 'user.manage',
  run: async (person, { handoverId }): Promise<Outcome<{ back: Belongings }>> =>
    database().$transaction(async (tx) => {
      const undone = await undoHandover(tx, { handoverId, undoneById: person.id });
      if (undone === undefined) return refuse('notFound', 'handoverId');
      const { fromId, toId, back } = undone;
      const details = { from: toId, handover: handoverId, ...back };
      await insertAudit(tx, { actorId: person.id, action: 'user.handBack', subject: fromId, details });
      return { ok: true as const, back };
    }),
});
