import 'server-only';
/** Questions of banks as teachers and admins see them: a list, and one with its history. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { selectHistory, selectOptionalBanked, selectShares } from '../../db/bank.ts';
import { database, pool } from '../../db/client.ts';
import { BANK_SHELVES, type BankShelf, selectBankedQuestions } from '../../db/lists.ts';
import { readWritten } from '../../domain/lesson/written/read-written.ts';
import type { ListAsked } from '../../domain/list-page.ts';
import { can } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';

/** What the address asks to be listed. */
export function shelfOf(asked: string | undefined): BankShelf {
  return BANK_SHELVES.find((one) => one === asked) ?? 'all';
}

/** A page of a shelf of the bank: what the viewer may look at. */
export async function readQuestions(viewer: Person, asked: ListAsked, shelf: BankShelf) {
  const seesAll = can(viewer.role, 'question.look');
  const found = await selectBankedQuestions(pool(), asked, { personId: viewer.id, seesAll, shelf });
  return { ...found, rows: found.rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() })) };
}

/** A question that this person may look at; to others it does not exist. */
export async function readQuestion(viewer: Person, id: string) {
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await selectOptionalBanked(database(), id, viewer.id);
  if (found === undefined || !can(viewer.role, 'question.look', found.relation)) notFound();
  const { question, relation } = found;
  const may = (action: 'question.change' | 'question.share' | 'question.copy'): boolean =>
    can(viewer.role, action, relation);
  const [history, shares] = await Promise.all([selectHistory(database(), id), selectShares(database(), id)]);
  return {
    id: question.id,
    version: question.version,
    source: question.source,
    written: readWritten(question.source),
    may: { change: may('question.change'), share: may('question.share'), copy: may('question.copy') },
    history: { ...history, shares },
  };
}
