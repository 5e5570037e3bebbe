/** A question in a quiz, as its editor has it. */
import type { QuestionKind } from '../../../../domain/question.ts';

export interface QuizItem {
  /** its id in the quiz; null: it was put in just now */
  name: string | null;
  ref: string;
  version: number;
  newest: number;
  title: string;
  kind: QuestionKind;
  promptHtml: string;
  usualSeconds: number;
  usualPoints: number;
  /** null: as usual */
  seconds: number | null;
  points: number | null;
  /** one may look at the question itself; left out: it was put in just now */
  opens?: boolean;
  /** what was typed and is no such number */
  faulty?: Readonly<Partial<Record<'seconds' | 'points', string>>>;
}
