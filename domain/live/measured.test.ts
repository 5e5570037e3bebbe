import { describe, expect, it } from 'vitest';
import { ALL, ANSWERS, given, playedRound, player, roomOf, verdictOf } from '../../tests/support/live-questions.ts';
import type { QuestionKind } from '../question.ts';
import { measuresOf } from './measured.ts';
import type { RoomPlayer, StoredAnswer } from './room.ts';
import { DEFAULT_SETTINGS, type LiveRound, type LiveState, openingState } from './state.ts';

const says = (id: string, kind: QuestionKind, is: 'right' | 'wrong', more: Partial<StoredAnswer> = {}): StoredAnswer =>
  given(id, ANSWERS[kind][is], 2_000, more);
const PLAYERS = [
  player('ada', { userId: 'ada' }),
  player('guest', { userId: null }),
  player('trying', { rehearsal: true }),
  player('gone', { removed: true }),
];

function measured(rounds: readonly [LiveRound, StoredAnswer[]][], late = false, players: RoomPlayer[] = PLAYERS) {
  const plan = rounds.map(([{ questionId }]) => ({ questionId, seconds: 20 }));
  const state: LiveState = {
    ...openingState(plan, DEFAULT_SETTINGS),
    phase: 'ended',
    rounds: rounds.map(([round]) => round),
  };
  const room = roomOf(
    state,
    rounds.map(([, answers], index) => [index, answers]),
    players,
  );
  return measuresOf({ ...room, questions: ALL }, late);
}

describe('how a question went in a room', () => {
  it('is told by everybody who played, guests too, but not by who tried the room out or was removed', () => {
    const answers = PLAYERS.map(({ id }) => says(id, 'choice', id === 'guest' ? 'wrong' : 'right'));
    expect(measured([[playedRound('choice'), answers]])).toEqual([{ name: 'choice', tries: 2, right: 1 }]);
  });

  it('is told by the vote that counts, where it was voted on again', () => {
    const first: LiveRound = { ...playedRound('choice'), superseded: true };
    const again: LiveRound = { ...playedRound('choice'), revoteOf: 0 };
    expect(
      measured([
        [first, [says('ada', 'choice', 'wrong'), says('guest', 'choice', 'wrong')]],
        [again, [says('ada', 'choice', 'right')]],
      ]),
    ).toEqual([{ name: 'choice', tries: 1, right: 1 }]);
  });

  it('is not told by polls, by what was skipped, and by what was not over', () => {
    const answers = [says('ada', 'choice', 'right')];
    expect(
      measured([
        [playedRound('open'), [says('ada', 'open', 'right')]],
        [{ ...playedRound('choice'), skipped: true }, answers],
        [{ ...playedRound('choice'), closedAt: null }, answers],
      ]),
    ).toEqual([]);
  });

  it('waits for what the pool grades, for a while, and then counts what is graded', () => {
    const answers = [
      says('ada', 'function', 'right', { verdict: verdictOf(1) }),
      says('guest', 'function', 'wrong', { verdict: null }),
    ];
    expect(measured([[playedRound('function'), answers]])).toBeNull();
    expect(measured([[playedRound('function'), answers]], true)).toEqual([{ name: 'function', tries: 1, right: 1 }]);
  });

  it('counts no answer that could not be read', () => {
    const unread = { ...verdictOf(0), outcome: 'invalid' as const };
    const answers = [
      says('ada', 'maths', 'wrong', { verdict: verdictOf(0.5) }),
      says('guest', 'maths', 'wrong', { verdict: unread }),
    ];
    expect(measured([[playedRound('maths'), answers]])).toEqual([{ name: 'maths', tries: 1, right: 0 }]);
  });
});
