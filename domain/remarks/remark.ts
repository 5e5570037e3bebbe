/** What is said in words to a submission: as whoever may read it sees it. */

import type { Answer } from '../answer.ts';

/** The longest remark, and the longest phrase. */
export const MOST_SIGNS = 2_000;
/** So many phrases somebody keeps. */
export const MOST_PHRASES = 200;

/** Who speaks: somebody of the class's desk, or the student whose work it is. */
export type Side = 'desk' | 'student';

export interface ShownRemark {
  id: string;
  side: Side;
  /** null: the account is gone */
  by: string | null;
  own: boolean;
  /** from 1; null: to all of it */
  line: number | null;
  text: string;
  at: string;
  editedAt: string | null;
  /** only its author is shown it */
  withdrawn: boolean;
  /** the viewer has not read it yet */
  fresh: boolean;
}

/** What was said in one class to one submission, the oldest first. */
export interface RemarkThread {
  submissionId: string;
  /** null: the class is gone */
  classId: string | null;
  className: string | null;
  /** whether the viewer may say something more */
  open: boolean;
  remarks: ShownRemark[];
}

/** By questions: how much was said, and how much of it one has not read yet. */
export type RemarkCounts = Readonly<Record<string, { count: number; fresh: number }>>;

/** Work of one's own to which something was said. */
export interface RemarkedAnswer {
  submissionId: string;
  at: string;
  answer: Answer;
  /** one for each class in which something was said */
  threads: RemarkThread[];
}

/** What a student has answered, with where it leads. */
export interface NewReply {
  submissionId: string;
  studentId: string;
  lessonId: string;
  lessonTitle: string;
  questionId: string;
  questionTitle: string;
  /** in one line */
  text: string;
  at: string;
}

/** Remarks by the line that they are about: those to all of it first, then line by line. */
export function byLine(remarks: readonly ShownRemark[]): { line: number | null; remarks: ShownRemark[] }[] {
  const lines = Map.groupBy(remarks, ({ line }) => line);
  return [...lines]
    .map(([line, some]) => ({ line, remarks: some }))
    .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
}

/** How many of these lines a text has: what a remark may be about. */
export const linesOf = (text: string): string[] => text.split('\n');

/** The newest of them, up to which they are read; undefined: nothing is new. */
export function newestFresh(remarks: readonly ShownRemark[]): string | undefined {
  return remarks.findLast(({ fresh }) => fresh)?.id;
}
