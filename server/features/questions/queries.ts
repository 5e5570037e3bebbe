/** What is read of a question of a bank: its versions, where it is asked, and with whom it is shared. */
import { z } from 'zod';
import { selectOptionalBanked } from '../../../db/bank.ts';
import { type AskedPlace, selectHistory } from '../../../db/bank-history.ts';
import { selectShares } from '../../../db/bank-shares.ts';
import { database } from '../../../db/client.ts';
import { can, type Share } from '../../../domain/people/permissions.ts';
import type { Outcome } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofQuestion } from './standing.ts';

export interface QuestionHistory {
  /** newest first */
  versions: { number: number; source: string; correction: boolean; at: string; by: string | null }[];
  /** the lessons and quizzes that ask it as they are published now, and what classes keep of older ones */
  lessons: AskedPlace[];
  /** quizzes of others that ask it, of which nothing else is told */
  elsewhere: number;
  /** null for `user`: every teacher; empty for who may not share it */
  shares: { user: { id: string; name: string; login: string } | null; may: Share }[];
}

export const readQuestionHistory = command({
  input: z.strictObject({ questionId: z.uuid() }),
  allow: ofQuestion('question.look'),
  run: async (person, { questionId }): Promise<Outcome<{ history: QuestionHistory }>> => {
    const db = database();
    const [history, shares, found] = await Promise.all([
      selectHistory(db, questionId, person.id),
      selectShares(db, questionId),
      selectOptionalBanked(db, questionId, person.id),
    ]);
    // with whom else it is shared is told to who may share it
    const maySee = found !== undefined && can(person.role, 'question.share', found.relation);
    return { ok: true, history: { ...history, shares: maySee ? shares : [] } };
  },
});
