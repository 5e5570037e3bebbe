/** Answers kept as they were at a moment, to be shown side by side. */
import type { Answer } from '../answer.ts';
import type { QuestionView } from '../question.ts';

/** More than this nobody can read on a wall. */
export const MOST_SIDE_BY_SIDE = 6;

/** One in a list. */
export interface SnapshotLine {
  id: string;
  /** ISO time */
  at: string;
  /** of the question */
  title: string;
  /** how many stand beside each other */
  answers: number;
}

/** One with its answers, in the order in which they are shown. */
export interface ShownSnapshot extends Omit<SnapshotLine, 'answers'> {
  classId: string;
  question: QuestionView;
  answers: {
    userId: string;
    name: string;
    answer: Answer;
    /** what was drawn for it; null: nothing is */
    values: string | null;
  }[];
}
