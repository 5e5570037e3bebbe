/**
 * Points of a live round. Formula (features.md, the rule Kahoot published): for a right answer at t of T seconds
 * `round(P · (1 − t/(2T)))`, P = 1000; under half a second counts as 0; so never below P/2. Without speed: P.
 * With several right options: a share of P for each right one, a wrong one takes a share back, never below 0; in an
 * order the same for each pair. T is the player's own time. Where streaks count: +100 a step from the second right answer in a row, up to +500.
 */
import type { Answer } from '../answer.ts';
import { gradeNumber } from '../judging/number.ts';
import { orderShare } from '../judging/order.ts';
import { acceptedText } from '../judging/text.ts';
import type { Question } from '../question.ts';
import type { Verdict } from '../verdict.ts';
import { type LiveRound, type LiveState, lastMoment } from './state.ts';

export const ROUND_POINTS = 1000;
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
  { answer, verdict }: Omit<ScoredAnswer, 'playerId' | 'receivedAt'>,
): number {
  if (verdict !== null) return verdict.maxPoints === 0 ? 0 : verdict.points / verdict.maxPoints;
  if (question.kind === 'choice' && 'choices' in answer) {
    const [only, ...more] = answer.choices;
    if (more.length === 0) return question.key.correct.includes(only ?? '') ? 1 / question.key.correct.length : 0;
    const correct = new Set(question.key.correct);
    const picked = new Set(answer.choices);
    const right = [...picked].filter((letter) => correct.has(letter)).length;
    return Math.max(0, (right - (picked.size - right)) / correct.size);
  }
  if (question.kind === 'text' && 'text' in answer)
    return acceptedText(answer.text, question.key) === undefined ? 0 : 1;
  if (question.kind === 'order' && 'order' in answer) return orderShare(question, answer);
  if (question.kind === 'number' && 'value' in answer) return gradeNumber(question, answer).result === 'pass' ? 1 : 0;
  return 0;
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

export interface Standing {
  playerId: string;
  points: number;
  right: number;
  rank: number;
  /** what the streak added in the last of these rounds; it is part of the points */
  bonus: number;
}

/** The bonus for so many right answers in a row. */
export function streakBonus(inARow: number): number {
  return inARow < 2 ? 0 : Math.min(500, 100 * (inARow - 1));
}

/** What a player has so far. */
interface Total {
  points: number;
  right: number;
  inARow: number;
  bonus: number;
}

/**
 * Everybody's points after the first `rounds` closed rounds, best first; equal points share a rank. `before`: ranks
 * before the last of these rounds, where there was one before it.
 * @param answers by round
 */
export function standings(
  state: LiveState,
  questions: ReadonlyMap<string, Question>,
  players: readonly string[],
  answers: ReadonlyMap<number, readonly ScoredAnswer[]>,
  rounds: number,
): { now: Standing[]; before: ReadonlyMap<string, number> } {
  const totals = new Map<string, Total>(players.map((id) => [id, { points: 0, right: 0, inARow: 0, bonus: 0 }]));
  let before: ReadonlyMap<string, number> = new Map();
  for (const [index, round] of state.rounds.slice(0, rounds).entries()) {
    if (index > 0 && index === rounds - 1) before = ranksOf([...totals].map(([id, { points }]) => [id, points]));
    const question = questions.get(round.questionId);
    if (question === undefined || round.closedAt === null || round.superseded) continue;
    const given = new Map((answers.get(index) ?? []).map((one) => [one.playerId, one]));
    for (const [playerId, total] of totals) count(total, state, question, round, given.get(playerId));
  }
  const sorted = [...totals]
    .map(([playerId, { points, right, bonus }]) => ({ playerId, points, right, bonus }))
    .sort((a, b) => b.points - a.points || b.right - a.right);
  const ranks = ranksOf(sorted.map(({ playerId, points }) => [playerId, points]));
  return { now: sorted.map((one) => ({ ...one, rank: ranks.get(one.playerId) ?? 1 })), before };
}

/** Adds one round to what a player has. */
function count(
  total: Total,
  { settings }: LiveState,
  question: Question,
  round: LiveRound,
  given: ScoredAnswer | undefined,
): void {
  const scored = given === undefined ? undefined : scoreAnswer(question, round, settings.speed, given);
  total.points += scored?.points ?? 0;
  total.bonus = 0;
  // a skipped round says nothing about anybody
  if (round.skipped) return;
  total.inARow = scored?.share === 1 ? total.inARow + 1 : 0;
  if (scored?.share === 1) total.right += 1;
  if (settings.streak) total.bonus = streakBonus(total.inARow);
  total.points += total.bonus;
}

/** The rank of each: one more than those who have more points. */
function ranksOf(points: [playerId: string, points: number][]): Map<string, number> {
  const places = new Map<number, number>();
  points
    .map(([, one]) => one)
    .sort((a, b) => b - a)
    .forEach((one, place) => {
      if (!places.has(one)) places.set(one, place + 1);
    });
  return new Map(points.map(([playerId, one]) => [playerId, places.get(one) ?? 1]));
}
