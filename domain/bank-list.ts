/** The bank of questions as a list: whose, of which kind, by which tags, how hard, in which order. Light: pages carry it. */
import type { ListAsked } from './list-page.ts';
import type { QuestionKind } from './question.ts';

/** Whose questions are listed; `all` is each of the others; `school`: shared with every teacher; `lessons`: those of lessons that are published. */
export const BANK_SHELVES = ['all', 'mine', 'shared', 'school', 'courses', 'lessons'] as const;
export type BankShelf = (typeof BANK_SHELVES)[number];
export const BANK_ORDERS = ['changed', 'title', 'hard', 'easy', 'asked'] as const;
export type BankOrder = (typeof BANK_ORDERS)[number];

/** When something was handed in last: within four weeks, within half a year, longer ago, or never. */
export const ANSWERED = ['month', 'half', 'older', 'never'] as const;
export type Answered = (typeof ANSWERED)[number];

/** Of fewer answers nothing is said: it would be chance. */
export const TOO_FEW = 10;

export interface BankAsked extends ListAsked {
  shelf: BankShelf;
  /** empty: all */
  kinds: readonly QuestionKind[];
  /** with all of these */
  tags: readonly string[];
  /** in the bank of this course, or asked by one of its lessons; null: any */
  course: string | null;
  /** null: any */
  answered: Answered | null;
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
  course: null,
  answered: null,
  misread: null,
  right: null,
  archived: false,
  order: 'changed',
};

/** How many there would be with another kind, with a tag more, of another course, or that show another misconception. */
export interface BankFacets {
  kinds: { kind: QuestionKind; count: number }[];
  tags: { tag: string; count: number }[];
  courses: { id: string; title: string; count: number }[];
  misconceptions: { code: string; name: string; count: number }[];
}
