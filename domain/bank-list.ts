/** The bank of questions as a list: whose, of which kind, by which tags, how hard, in which order. Light: pages carry it. */
import type { ListAsked } from './list-page.ts';
import type { QuestionKind } from './question.ts';

/** Whose questions are listed; `lessons`: those of lessons that are published. */
export const BANK_SHELVES = ['all', 'mine', 'shared', 'courses', 'lessons'] as const;
export type BankShelf = (typeof BANK_SHELVES)[number];
export const BANK_ORDERS = ['changed', 'title', 'hard', 'easy', 'asked'] as const;
export type BankOrder = (typeof BANK_ORDERS)[number];

/** Of fewer answers nothing is said: it would be chance. */
export const TOO_FEW = 10;

export interface BankAsked extends ListAsked {
  shelf: BankShelf;
  /** empty: all */
  kinds: readonly QuestionKind[];
  /** with all of these */
  tags: readonly string[];
  /** that tell this misconception apart; null: any */
  misread: string | null;
  /** shares of first answers that were right, in percent; null: any, those that were not measured too */
  right: { from: number; to: number } | null;
  archived: boolean;
  order: BankOrder;
}
/** Everything, as a list begins. */
export const ALL_OF_BANK: Omit<BankAsked, 'search' | 'page'> = {
  shelf: 'all',
  kinds: [],
  tags: [],
  misread: null,
  right: null,
  archived: false,
  order: 'changed',
};

/** How many there would be with another kind, or with a tag more. */
export interface BankFacets {
  kinds: { kind: QuestionKind; count: number }[];
  tags: { tag: string; count: number }[];
}
