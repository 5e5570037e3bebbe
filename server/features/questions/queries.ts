/** What is read of a question of a bank: its versions, where it is asked, and with whom it is shared. */
import { z } from 'zod';
import { selectHistory, selectShares } from '../../../db/bank.ts';
import { database } from '../../../db/client.ts';
import type { Share } from '../../../domain/people/permissions.ts';
import type { Outcome } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofQuestion } from './standing.ts';

export interface QuestionHistory {
  /** newest first */
  versions: { number: number; source: string; correction: boolean; at: string; by: string | null }[];
  /** the lessons that ask it as they are published now */
  lessons: { id: string; title: string; version: number }[];
  /** null for `user`: every teacher */
  shares: { user: { id: string; name: string; login: string } | null; may: Share }[];
}

export const readQuestionHistory = command({
  input: z.strictObject({ questionId: z.uuid() }),
  allow: ofQuestion('question.look'),
  run: async (_person, { questionId }): Promise<Outcome<{ history: QuestionHistory }>> => {
    const db = database();
    const [history, shares] = await Promise.all([selectHistory(db, questionId), selectShares(db, questionId)]);
    return { ok: true, history: { ...history, shares } };
  },
});
