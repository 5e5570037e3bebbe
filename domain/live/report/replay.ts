/**
 * A room as its wall showed it, step by step, after it was played: each question, what was said of it, who stood where. It follows
 * from what is stored, so that a key that was put right is shown as it is now. Pure.
 */
import type { Room } from '../room.ts';
import { isScored } from '../room.ts';
import type { LiveState, Phase } from '../state.ts';
import { screenViewOf } from '../view/screen.ts';
import type { ScreenView } from '../views.ts';

export interface ReplayStep {
  /** its place in the rounds of its room */
  round: number;
  phase: Extract<Phase, 'question' | 'discuss' | 'reveal' | 'standings' | 'podium'>;
}

/** What there is to step through: of rounds that are over. A first vote was talked about; only the second one was shown the key. */
export function stepsOf(room: Room): ReplayStep[] {
  const { rounds, phase } = room.state;
  const closed = rounds.flatMap((round, index) => (round.closedAt === null ? [] : [{ round, index }]));
  const steps = closed.flatMap(({ round, index }): ReplayStep[] => {
    if (round.superseded) return [question(index), { round: index, phase: 'discuss' }];
    const told: ReplayStep[] = [question(index), { round: index, phase: 'reveal' }];
    return isScored(room, round) && !round.skipped ? [...told, { round: index, phase: 'standings' }] : told;
  });
  const last = closed.at(-1);
  return phase !== 'ended' || last === undefined ? steps : [...steps, { round: last.index, phase: 'podium' }];
}

const question = (round: number): ReplayStep => ({ round, phase: 'question' });

/** The room at a step. Who tried it out, and whoever had been taken out of it, is not in it. */
export function roomAt(room: Room, { round: at, phase }: ReplayStep): Room {
  const state: LiveState = {
    ...room.state,
    phase,
    rounds: room.state.rounds.slice(0, at + 1),
    specimen: null,
    again: null,
    correctedAt: null,
    page: { at: 0, of: 1 },
  };
  const gone = new Set(room.players.flatMap(({ id, removed, rehearsal }) => (removed || rehearsal ? [id] : [])));
  const answers = [...room.answers].map(
    ([round, given]) => [round, given.filter(({ playerId }) => !gone.has(playerId))] as const,
  );
  return {
    ...room,
    state,
    players: room.players.filter(({ id }) => !gone.has(id)),
    answers: new Map(answers),
  };
}

/** More than any room has: of each question two votes, and the podium. */
export const MOST_STEPS = 1000;
/** Nobody joins any more. */
const NOWHERE = { joinUrl: '', joinLink: '', qr: '' };

export interface Replay {
  view: ScreenView;
  /** from 0 */
  step: number;
  steps: number;
}

/** What the wall showed at a step, or at the last one; null: no question is over. */
export function replayOf(room: Room, wanted: number): Replay | null {
  const steps = stepsOf(room);
  const step = Math.min(wanted, steps.length - 1);
  const shown = steps[step];
  return shown === undefined ? null : { view: screenViewOf(roomAt(room, shown), NOWHERE), step, steps: steps.length };
}
