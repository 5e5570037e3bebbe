import 'server-only';
/** Questions of banks as teachers and admins see them: a list, and one with its history. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { selectEndedQuestions, selectUnsavedQuestions } from '../../db/author-drafts.ts';
import { selectOptionalBanked } from '../../db/bank.ts';
import { selectHistory } from '../../db/bank-history.ts';
import { selectBankFacets, selectBankPage, selectBankRows } from '../../db/bank-list.ts';
import { selectShares } from '../../db/bank-shares.ts';
import { database, pool } from '../../db/client.ts';
import { ANSWERED, BANK_ORDERS, BANK_SHELVES, type BankAsked, type BankShelf } from '../../domain/bank-list.ts';
import { draftTitle } from '../../domain/draft-title.ts';
import { readWritten } from '../../domain/lesson/written/read-written.ts';
import { askedOf } from '../../domain/list-page.ts';
import { misconceptionId } from '../../domain/misconceptions/sign.ts';
import { can } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { questionKind } from '../../domain/question.ts';
import { tag } from '../../server/features/questions/keeping.ts';
import { lookingOf } from '../../server/features/questions/looking.ts';
import type { Unsaved } from '../_features/drafting/unsaved-questions.tsx';

/** What the address of the list asks for, each as text. */
export interface BankQuery {
  q?: string;
  page?: string;
  of?: string;
  kind?: string;
  tag?: string;
  course?: string;
  last?: string;
  misread?: string;
  right?: string;
  state?: string;
  by?: string;
}

/** Whatever somebody wrote into the address: what is no choice is none. */
export function bankAskedOf(query: BankQuery): BankAsked {
  const list = (text: unknown): string[] => (typeof text === 'string' && text !== '' ? text.split(',') : []);
  const [, from, to] = /^(\d{1,3})-(\d{1,3})$/.exec(typeof query.right === 'string' ? query.right : '') ?? [];
  const shelf: BankShelf = BANK_SHELVES.find((one) => one === query.of) ?? 'all';
  return {
    ...askedOf(query),
    shelf,
    kinds: list(query.kind).flatMap((one) => questionKind.safeParse(one).data ?? []),
    tags: list(query.tag).flatMap((one) => tag.safeParse(one).data ?? []),
    course: z.uuid().safeParse(query.course).data ?? null,
    answered: ANSWERED.find((one) => one === query.last) ?? null,
    misread: misconceptionId.safeParse(query.misread).data ?? null,
    right: from === undefined || to === undefined ? null : { from: Number(from), to: Number(to) },
    archived: query.state === 'archived',
    order: BANK_ORDERS.find((one) => one === query.by) ?? 'changed',
  };
}

/** A page of the bank: what the viewer may look at, and by what they may go on. */
export async function readQuestions(viewer: Person, asked: BankAsked) {
  const who = lookingOf(viewer);
  const [found, facets] = await Promise.all([selectBankPage(pool(), asked, who), selectBankFacets(pool(), asked, who)]);
  const rows = found.rows.map((row) => ({
    ...row,
    copies: row.lesson === null && (row.copies || who.seesAll),
    changedAt: row.changedAt.toISOString(),
    askedAt: row.askedAt?.toISOString() ?? null,
  }));
  return { ...found, rows, facets };
}

/** More than that somebody has begun: the rest is found once these are saved or thrown away. */
const MOST_LISTED = 20;

/** What the viewer has typed into new questions and not saved. */
export async function readUnsaved(viewer: Person): Promise<Unsaved> {
  const [kept, ended] = await Promise.all([
    selectUnsavedQuestions(database(), viewer.id, MOST_LISTED),
    selectEndedQuestions(database(), viewer.id),
  ]);
  return {
    kept: kept.map(({ id, source, typedAt }) => ({ newId: id, title: draftTitle(source), at: typedAt.getTime() })),
    ended,
  };
}

/** A question of a lesson, to who finds it in the bank: it is changed where it is written. To others it is not there. */
export async function readLessonQuestion(viewer: Person, id: string) {
  const [found] = z.uuid().safeParse(id).success ? await selectBankRows(pool(), [id], lookingOf(viewer)) : [];
  if (found === undefined || found.lesson === null) notFound();
  const { title, lesson, course, promptHtml } = found;
  return { title, lesson, course, promptHtml };
}

/** A question of a bank that this person may look at. Undefined: it is one of a lesson, or not for them. */
export async function readOptionalBanked(viewer: Person, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined;
  const found = await selectOptionalBanked(database(), id, viewer.id);
  if (found === undefined || !can(viewer.role, 'question.look', found.relation)) return undefined;
  const { question, relation } = found;
  const may = (action: 'question.change' | 'question.share' | 'question.copy' | 'question.keep'): boolean =>
    can(viewer.role, action, relation);
  const [history, shares] = await Promise.all([selectHistory(database(), id, viewer.id), selectShares(database(), id)]);
  return {
    id: question.id,
    version: question.version,
    source: question.source,
    written: readWritten(question.source),
    archived: question.archivedAt !== null,
    tags: question.tags,
    may: {
      change: may('question.change'),
      share: may('question.share'),
      copy: may('question.copy'),
      keep: may('question.keep'),
    },
    history: { ...history, shares: may('question.share') ? shares : [] },
  };
}
