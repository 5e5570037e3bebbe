/**
 * A question as its author writes it, taken apart but not understood: what a form shows, and what Markdown says.
 *
 * Each part is a piece of the Markdown as it stands there, so a form that changes one of them leaves the others as they were; what
 * belongs to a kind (a value, formulas, tests) stays the YAML or code that it is. `read-written.ts` takes a text apart,
 * `write-written.ts` puts it together: what a form writes, Markdown can show, and back. Light: pages carry it.
 */
import type { Question } from '../../question.ts';
import type { FenceRole } from '../fence-roles.ts';

/** A line of the list: an option, an item, a pair. */
export interface WrittenItem {
  /** what stands in its box: `x`, a blank, a place, a percentage; null: it has none */
  box: string | null;
  text: string;
  /** the quotations under it */
  notes: readonly string[];
}

export interface WrittenFence {
  language: string;
  text: string;
}

export interface WrittenQuestion {
  role: Question['role'];
  /** as it is written; it may be unknown */
  kind: string;
  title: string;
  /** the others, by name; `id` too */
  attributes: Readonly<Record<string, string>>;
  prompt: string;
  items: readonly WrittenItem[] | null;
  fences: Readonly<Partial<Record<FenceRole, WrittenFence>>>;
  hints: readonly string[];
  solution: string | null;
  explanation: string | null;
  /** where links of the text lead, as far as that is written outside it */
  definitions: string;
}

/** The kind that is not written: a check is a choice. */
export const USUAL_KIND = { exercise: '', check: 'choice' } as const satisfies Record<Question['role'], string>;

/** What is written anew for another kind, and what of it stays. */
export interface WrittenBeginning {
  items: readonly WrittenItem[] | null;
  fences: WrittenQuestion['fences'];
  /** its own attributes */
  attributes: Readonly<Record<string, string>>;
  /** its points are told; else they are those of its parts or tests, or it has none */
  points: boolean;
}
