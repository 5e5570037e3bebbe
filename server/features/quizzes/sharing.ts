/** With whom a quiz is shared, and how far. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { selectQuizShares, upsertQuizShare } from '../../../db/quiz-shares.ts';
import { insertAudit, selectOptionalByLogin } from '../../../db/users.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { can, type Share } from '../../../domain/people/permissions.ts';
import { SHARES } from '../../../domain/people/policies/rule.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofQuiz } from './standing.ts';

export interface QuizShare {
  /** null: every teacher */
  user: { id: string; name: string; login: string } | null;
  may: Share;
}

/** Lets somebody look at it and play it, copy it or change it; null for `login`: every teacher; null for `may`: not any more. */
export const shareQuiz = command({
  input: z.strictObject({ quizId: z.uuid(), login: storable.max(100).nullable(), may: z.enum(SHARES).nullable() }),
  allow: ofQuiz('quiz.keep'),
  run: async (person, { quizId, login, may }): Promise<Outcome<{ shares: QuizShare[] }>> => {
    const db = database();
    const found = login === null ? undefined : await selectOptionalByLogin(db, login);
    // what a student would be given, the permission table would not open
    const isTeacher = found !== undefined && found.disabledAt === null && can(found.role, 'quiz.make');
    if (login !== null && (found === undefined || (may !== null && !isTeacher)))
      return refuse('noSuchColleague', 'login');
    const userId = found?.id ?? null;
    await db.$transaction(async (tx) => {
      await upsertQuizShare(tx, { quizId, userId, may });
      await insertAudit(tx, { actorId: person.id, action: 'quiz.share', subject: quizId, details: { userId, may } });
    });
    return { ok: true, shares: await selectQuizShares(db, quizId) };
  },
});
