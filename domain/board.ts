/**
 * The teacher's board: students × questions by state, and wrong answers grouped by what they do. Pure, from what is
 * stored.
 */
import type { Answer } from './answer.ts';
import type { Feedback, Result, Verdict } from './verdict.ts';

export type CellState = 'untouched' | 'draft' | 'grading' | 'right' | 'partly' | 'wrong' | 'undecided' | 'failed';

export interface BoardCell {
  state: CellState;
  points: number;
  attempts: number;
  /** ISO time of the last change */
  at: string | null;
}

export interface BoardScore {
  points: number;
  result: Result;
  attempts: number;
}

/** The state of one student at one question. */
export function boardCell(of: {
  score: BoardScore | undefined;
  /** the newest submission, and whether it is graded */
  last: { at: string; verdict: Pick<Verdict, 'outcome'> | undefined } | undefined;
  draftAt: string | undefined;
}): BoardCell {
  const { score, last, draftAt } = of;
  const points = score?.points ?? 0;
  const attempts = score?.attempts ?? 0;
  const at = last?.at ?? draftAt ?? null;
  if (last !== undefined && last.verdict === undefined) return { state: 'grading', points, attempts, at };
  if (score !== undefined) return { state: stateOf(score.result), points, attempts, at };
  if (last?.verdict?.outcome === 'failed') return { state: 'failed', points, attempts, at };
  return { state: last === undefined && draftAt === undefined ? 'untouched' : 'draft', points, attempts, at };
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

/** Groups wrong answers by what they do, the biggest group first. */
export function groupWrong(answers: readonly WrongAnswer[]): WrongGroup[] {
  const wrong = answers.filter((one) => one.verdict.outcome === 'graded' && one.verdict.result !== 'pass');
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

/** An answer as text: for the board, the history, an export. */
export function answerText(answer: Answer): string {
  if ('code' in answer) return answer.code.trim();
  if ('choices' in answer) return answer.choices.join(', ');
  if ('value' in answer) return answer.value;
  if ('text' in answer) return answer.text;
  if ('order' in answer) return answer.order.join(' → ');
  return Object.entries('parts' in answer ? answer.parts : answer.gaps)
    .map(([name, text]) => `${name} = ${text}`)
    .join('\n');
}
