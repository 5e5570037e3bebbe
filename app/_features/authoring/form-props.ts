/** What the form of a kind is given: the question as it is written, and what is wrong with which part of it. */
import type { WrittenQuestion } from '../../../domain/lesson/written/written.ts';

/** Something that is wrong with a part. */
export interface PartProblem {
  words: string;
  code: string;
  params: Readonly<Record<string, string | number>>;
  /** of the part's own text, from 1 */
  line: number;
  column: number;
}

export interface KindFormProps {
  written: WrittenQuestion;
  /** puts these parts in the place of those that are there */
  change(parts: Partial<WrittenQuestion>): void;
  /** what is wrong with a part (`items.0`, `fences.answer`, `attributes.points`), and unless `own` with what lies within it */
  wrong(part: string, own?: 'own'): readonly PartProblem[];
  /** is anything told of a part by now? Of a new question only once it was left */
  told(part: string): boolean;
}
