/**
 * The teacher's board: students × questions by state, and wrong answers grouped by what they do. Pure, from what is
 * stored.
 */
import type { Answer } from '../answer.ts';
import { answerText } from '../kinds/asked.ts';
import type { Feedback, Result, Verdict } from './verdict.ts';

export type CellState =
  | 'untouched'
  | 'draft'
  | 'grading'
  | 'right'
  | 'partly'
  | 'wrong'
  | 'undecided'
  | 'received'
  | 'failed';

export interface BoardCell {
  state: CellState;
  points: number;
  attempts: number;
}

export interface BoardScore {
  points: number;
  result: Result;
  attempts: number;
}

/** What is stored of one student at one question. */
export interface CellFacts {
  score: BoardScore | undefined;
  /** the newest submission: none, one that waits to be graded, or how its grading went */
  last: 'none' | 'waits' | Verdict['outcome'];
  /** something is typed */
  draft: boolean;
}

/** The state of one student at one question. */
export function boardCell({ score, last, draft }: CellFacts): BoardCell {
  const points = score?.points ?? 0;
  const attempts = score?.attempts ?? 0;
  if (last === 'waits') return { state: 'grading', points, attempts };
  if (score !== undefined) return { state: stateOf(score.result), points, attempts };
  if (last === 'failed') return { state: 'failed', points, attempts };
  // graded, and no score: there are no points for it
  if (last === 'graded') return { state: 'received', points, attempts };
  return { state: last === 'none' && !draft ? 'untouched' : 'draft', points, attempts };
}

function stateOf(result: Result): CellState {
  if (result === 'pass') return 'right';
  if (result === 'partial') return 'partly';
  return result === 'undecided' ? 'undecided' : 'wrong';
}

export interface WrongAnswer {
  studentId: string;
  answer: Answer;
  verdict: Verdict;
}

export interface WrongGroup {
  signature: string;
  count: number;
  studentIds: string[];
  /** what the first failing test says of it */
  feedback: Feedback[];
  specimen: string;
}

const NOT_WRONG: ReadonlySet<Result> = new Set(['pass', 'received']);

/** Groups wrong answers by what they do, the biggest group first. */
export function groupWrong(answers: readonly WrongAnswer[]): WrongGroup[] {
  const wrong = answers.filter(({ verdict }) => verdict.outcome === 'graded' && !NOT_WRONG.has(verdict.result));
  const groups = Map.groupBy(wrong, (one) => one.verdict.signature);
  return [...groups]
    .map(([signature, members]) => ({
      signature,
      count: members.length,
      studentIds: members.map((one) => one.studentId),
      feedback: members[0] === undefined ? [] : firstFeedback(members[0].verdict),
      specimen: members[0] === undefined ? '' : answerText(members[0].answer),
    }))
    .sort((a, b) => b.count - a.count || (a.signature < b.signature ? -1 : 1));
}

function firstFeedback(verdict: Verdict): Feedback[] {
  if (verdict.feedback.length > 0) return verdict.feedback;
  return verdict.tests.find((test) => test.passed === false)?.feedback ?? [];
}
