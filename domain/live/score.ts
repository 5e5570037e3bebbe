/**
 * Points of a live round. Formula (the rule that Kahoot published): for a right answer at t of T seconds
 * `round(P · (1 − t/(2T)))`, P = 1000; under half a second counts as 0; so never below P/2. Without speed: P.
 * What is partly right earns its share of P, by the rule of its kind (several right options, an order). T is the player's own time. Where streaks count: +100 a step from the second right answer in a row, up to +500.
 */
import type { Answer } from '../answer.ts';
import { kindOf } from '../kinds/kinds.ts';
import type { Question } from '../question.ts';
import type { Verdict } from '../results/verdict.ts';
import { lastMoment } from './last-moment.ts';
import type { LiveRound } from './state.ts';

const ROUND_POINTS = 1000;
const REFLEX_MS = 500;

/** What a stored answer is for scoring. `receivedAt` is the instant stamped at receipt. */
export interface ScoredAnswer {
  playerId: string;
  answer: Answer;
  receivedAt: number;
  /** of what the pool grades */
  verdict: Verdict | null;
  /** of the player; left out: 1 */
  timeFactor?: number;
  /** what the player was asked, where that is theirs alone */
  asked?: Question;
}

export interface RoundScore {
  /** 0 … 1: the share of the answer that is right */
  share: number;
  points: number;
  /** ms from the options showing to the receipt */
  tookMs: number;
}

/** Share of an answer that is right, 0 … 1: of what the pool grades, the share of its points (0 until it is graded). */
export function shareRight(
  question: Question,
  { answer, verdict, asked = question }: Omit<ScoredAnswer, 'playerId' | 'receivedAt'>,
): number {
  if (verdict !== null) return verdict.maxPoints === 0 ? 0 : verdict.points / verdict.maxPoints;
  return asked.kind === answer.kind ? (kindOf(asked).live.share?.(asked, answer) ?? 0) : 0;
}

/** Points of one answer in its round. A skipped round gives nobody anything. */
export function scoreAnswer(question: Question, round: LiveRound, speed: boolean, given: ScoredAnswer): RoundScore {
  const own = lastMoment(round, given.timeFactor ?? 1) - round.opensAt;
  const total = Math.max(1, own);
  const tookMs = Math.max(0, given.receivedAt - round.opensAt);
  const share = round.skipped || round.superseded ? 0 : shareRight(question, given);
  const counted = tookMs < REFLEX_MS ? 0 : Math.min(tookMs, total);
  const factor = speed ? 1 - counted / (2 * total) : 1;
  return { share, points: Math.round(ROUND_POINTS * share * factor), tookMs };
}
