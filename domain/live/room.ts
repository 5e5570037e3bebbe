/** A room as it was read from the database: everything the views are made of. */
import type { Answer } from '../answer.ts';
import { askedKind } from '../kinds/asked.ts';
import type { Question } from '../question.ts';
import type { Verdict } from '../results/verdict.ts';
import { currentRound, isOpen, type LiveRound, type LiveState } from './state.ts';

export interface RoomPlayer {
  id: string;
  userId: string | null;
  nickname: string;
  present: boolean;
  removed: boolean;
  /** share of the usual time to answer that this player has; Infinity: no limit; nobody else is told */
  timeFactor: number;
  /** played by the server to try the room out; never in a report */
  rehearsal: boolean;
}

export interface StoredAnswer {
  playerId: string;
  clientId: string;
  answer: Answer;
  receivedAt: number;
  /** of what the pool grades; null until it has */
  verdict: Verdict | null;
  /** picked or typed and not sent: it counts at the bell, and a sent one replaces it */
  provisional: boolean;
  /** of the player, where it is not 1 */
  timeFactor?: number;
  /** what its player was asked, where that is theirs alone */
  asked?: Question;
}

/** By question, with each of the values that were drawn for its room, in their order: what is dealt (own.ts). */
export type OwnQuestions = ReadonlyMap<string, readonly Question[]>;

export interface Room {
  id: string;
  code: string;
  lesson: string;
  state: LiveState;
  version: number;
  questions: ReadonlyMap<string, Question>;
  /** those that are asked with values of each player's own; left out: none */
  own?: OwnQuestions;
  players: readonly RoomPlayer[];
  /** by round */
  answers: ReadonlyMap<number, readonly StoredAnswer[]>;
  /** of the link to the room where the same is played again, if there is one */
  nextKey?: string;
}

/** Phases in which the current round is over, and what it brought is told. */
export function isTold(state: LiveState): boolean {
  return !isOpen(state.phase) && (currentRound(state)?.closedAt ?? null) !== null;
}

/** Whether the key of a round that is over is open to its class: of one that was skipped, only if its host has shown it. */
export function isKeyOpen({ skipped, keyShown }: Pick<LiveRound, 'skipped' | 'keyShown'>): boolean {
  return !skipped || keyShown;
}

/** Whether the key of the current round is open. */
export function isRevealed(state: LiveState): boolean {
  const round = currentRound(state);
  return round !== undefined && isTold(state) && isKeyOpen(round);
}

/** How many rounds count so far: the closed ones; not yet one whose host has rung the bell and shown nothing. */
export function closedRounds(state: LiveState): number {
  const closed = state.rounds.filter((round) => round.closedAt !== null).length;
  return state.phase === 'closed' ? closed - 1 : closed;
}

/** Whether a round gives points, and has answers that are right. */
export function isScored({ questions }: Room, { questionId }: LiveRound): boolean {
  const question = questions.get(questionId);
  return question === undefined || askedKind(question).scored;
}

export function activePlayers(room: Room): RoomPlayer[] {
  return room.players.filter((player) => !player.removed);
}

/** The answers to a round, but for those of players who were removed: they are back when that is undone. */
export function answersTo(room: Room, round: number): readonly StoredAnswer[] {
  const given = room.answers.get(round) ?? [];
  const removed = new Set(room.players.filter((player) => player.removed).map((player) => player.id));
  return removed.size === 0 ? given : given.filter((one) => !removed.has(one.playerId));
}

/** The answers that were sent; what is only picked or typed does not count before the bell. */
export function sentAnswers(room: Room, round: number): readonly StoredAnswer[] {
  return answersTo(room, round).filter((one) => !one.provisional);
}

/** The largest time factor among those who are there and have not answered the current round. */
export function slowestWaited(room: Room): number {
  const given = new Set(sentAnswers(room, room.state.rounds.length - 1).map((one) => one.playerId));
  const waited = activePlayers(room).filter((player) => player.present && !given.has(player.id));
  return Math.max(1, ...waited.map((player) => player.timeFactor));
}

/**
 * Has everybody who is there answered? Then there is nothing to wait for (with speed; without, answers may change).
 * @param returns whether somebody who is not there is waited for all the same
 */
export function allHaveAnswered(room: Room, returns: (player: string) => boolean = () => false): boolean {
  const round = room.state.rounds.length - 1;
  const given = new Set(sentAnswers(room, round).map((one) => one.playerId));
  const waited = activePlayers(room).filter((player) => player.present || given.has(player.id) || returns(player.id));
  return waited.length > 0 && waited.every((player) => given.has(player.id));
}
