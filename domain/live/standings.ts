/**
 * Everybody's points over the rounds of a session. A round that is over and graded gives the same again and again, so what
 * players have after it is kept with its answers: a step of the room counts the last round only, however many went before.
 */
import { askedKind } from '../kinds/asked.ts';
import type { Question } from '../question.ts';
import { type ScoredAnswer, scoreAnswer } from './score.ts';
import type { LiveRound, LiveSettings, LiveState } from './state.ts';

export interface Standing {
  playerId: string;
  points: number;
  right: number;
  rank: number;
  /** what the streak added in the last of these rounds; it is part of the points */
  bonus: number;
  /** points of the last of these rounds */
  gained: number;
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
/** By player; who has answered nothing so far is not in it. */
type Totals = ReadonlyMap<string, Total>;

const NOTHING: Total = { points: 0, right: 0, inARow: 0, bonus: 0 };
const NOBODY: Totals = new Map();

/**
 * Everybody's points after the first `rounds` closed rounds, best first; equal points share a rank. `before`: ranks
 * before the last of these rounds, where there was one before it.
 * @param answers by round; a list of answers is never changed once it was given
 */
export function standings(
  state: LiveState,
  questions: ReadonlyMap<string, Question>,
  players: readonly string[],
  answers: ReadonlyMap<number, readonly ScoredAnswer[]>,
  rounds: number,
): { now: Standing[]; before: ReadonlyMap<string, number> } {
  let totals = NOBODY;
  let earlier = NOBODY;
  for (const [index, round] of state.rounds.slice(0, rounds).entries()) {
    earlier = totals;
    totals = totalsAfter(totals, state.settings, questions.get(round.questionId), round, answers.get(index) ?? []);
  }
  const sorted = players
    .map((playerId) => {
      const { points, right, bonus } = totals.get(playerId) ?? NOTHING;
      return { playerId, points, right, bonus, gained: points - (earlier.get(playerId) ?? NOTHING).points };
    })
    .sort((a, b) => b.points - a.points || b.right - a.right);
  const ranks = ranksOf(sorted.map(({ playerId, points }) => [playerId, points]));
  const before =
    rounds < 2 ? new Map<string, number>() : ranksOf(players.map((id) => [id, (earlier.get(id) ?? NOTHING).points]));
  return { now: sorted.map((one) => ({ ...one, rank: ranks.get(one.playerId) ?? 1 })), before };
}

/** What was counted of a list of answers, and everything that it depends on beside them. */
interface Counted {
  before: Totals;
  question: Question;
  round: LiveRound;
  settings: LiveSettings;
  totals: Totals;
}
const counted = new WeakMap<readonly ScoredAnswer[], Counted>();

/** What everybody has after a round. A round that gives no points (not closed, voted on again) changes nothing. */
function totalsAfter(
  before: Totals,
  settings: LiveSettings,
  question: Question | undefined,
  round: LiveRound,
  answers: readonly ScoredAnswer[],
): Totals {
  if (question === undefined || round.closedAt === null || round.superseded) return before;
  const known = counted.get(answers);
  if (
    known !== undefined &&
    known.before === before &&
    known.question === question &&
    sameRound(known.round, round) &&
    known.settings.speed === settings.speed &&
    known.settings.streak === settings.streak
  )
    return known.totals;
  const given = new Map(answers.map((one) => [one.playerId, one]));
  const totals = new Map<string, Total>();
  for (const [id, total] of before) totals.set(id, count(total, settings, question, round, given.get(id)));
  for (const [id, one] of given) if (!totals.has(id)) totals.set(id, count(NOTHING, settings, question, round, one));
  counted.set(answers, { before, question, round, settings, totals });
  return totals;
}

function sameRound(a: LiveRound, b: LiveRound): boolean {
  return a.opensAt === b.opensAt && a.closesAt === b.closesAt && a.closedAt === b.closedAt && a.skipped === b.skipped;
}

/** One round more for one player. */
function count(
  total: Total,
  { speed, streak }: LiveSettings,
  question: Question,
  round: LiveRound,
  given: ScoredAnswer | undefined,
): Total {
  const scored = given === undefined ? undefined : scoreAnswer(question, round, speed, given);
  const points = total.points + (scored?.points ?? 0);
  // a round that was skipped, or has no points, says nothing about anybody
  if (round.skipped || !askedKind(question).scored) return { ...total, points, bonus: 0 };
  const right = scored?.share === 1;
  const inARow = right ? total.inARow + 1 : 0;
  const bonus = streak ? streakBonus(inARow) : 0;
  return { points: points + bonus, right: total.right + (right ? 1 : 0), inARow, bonus };
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
