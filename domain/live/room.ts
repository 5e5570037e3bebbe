/** A room as it was read from the database: everything the views are made of. */
import type { Answer } from '../answer.ts';
import type { Question } from '../question.ts';
import type { Verdict } from '../verdict.ts';
import { currentRound, type LiveState } from './state.ts';

export interface RoomPlayer {
  id: string;
  userId: string | null;
  nickname: string;
  present: boolean;
  removed: boolean;
}

export interface StoredAnswer {
  playerId: string;
  clientId: string;
  answer: Answer;
  receivedAt: number;
  /** of what the pool grades; null until it has */
  verdict: Verdict | null;
}

/** Kinds that the pool grades; the others are scored on the spot. */
export function isPoolGraded(question: Question): boolean {
  return question.kind === 'maths' || question.kind === 'blanks' || question.kind === 'function';
}

export interface Room {
  id: string;
  code: string;
  lesson: string;
  state: LiveState;
  version: number;
  questions: ReadonlyMap<string, Question>;
  players: readonly RoomPlayer[];
  /** by round */
  answers: ReadonlyMap<number, readonly StoredAnswer[]>;
}

/** Phases in which the key of the current round is open. */
export function isRevealed(state: LiveState): boolean {
  return (
    ['reveal', 'standings', 'podium', 'ended'].includes(state.phase) && (currentRound(state)?.closedAt ?? null) !== null
  );
}

/** How many rounds count so far: the closed ones. */
export function closedRounds(state: LiveState): number {
  return state.rounds.filter((round) => round.closedAt !== null).length;
}

export function activePlayers(room: Room): RoomPlayer[] {
  return room.players.filter((player) => !player.removed);
}

/** Has everybody who is there answered? Then there is nothing to wait for (with speed; without, answers may change). */
export function allHaveAnswered(room: Room): boolean {
  const round = room.state.rounds.length - 1;
  const given = new Set((room.answers.get(round) ?? []).map((one) => one.playerId));
  const waited = activePlayers(room).filter((player) => player.present || given.has(player.id));
  return waited.length > 0 && waited.every((player) => given.has(player.id));
}
