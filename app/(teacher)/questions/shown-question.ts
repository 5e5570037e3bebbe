import type { QuestionKind } from '../../../domain/question.ts';

/** A question as the bank lists it. */
export interface ShownQuestion {
  id: string;
  title: string;
  kind: QuestionKind;
  version: number;
  mine: boolean;
  /** it may be copied */
  copies: boolean;
  owner: string | null;
  /** who it was handed over from */
  from: string | null;
  course: string | null;
  lesson: string | null;
  tags: readonly string[];
  lessons: number;
  quizzes: number;
  firstTries: number;
  firstRight: number;
  seconds: number;
  changedAt: string;
  askedAt: string | null;
}
