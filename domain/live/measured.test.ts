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
    expect(measured([[playedRound('choice'), answers]])).toMatchObject([{ name: 'choice', tries: 2, right: 1 }]);
  });

  it('is told by the vote that counts, where it was voted on again', () => {
    const first: LiveRound = { ...playedRound('choice'), superseded: true };
    const again: LiveRound = { ...playedRound('choice'), revoteOf: 0 };
    expect(
      measured([
        [first, [says('ada', 'choice', 'wrong'), says('guest', 'choice', 'wrong')]],
        [again, [says('ada', 'choice', 'right')]],
      ]),
    ).toMatchObject([{ name: 'choice', tries: 1, right: 1 }]);
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
    expect(measured([[playedRound('function'), answers]], true)).toMatchObject([
      { name: 'function', tries: 1, right: 1 },
    ]);
  });

  it('counts no answer that could not be read', () => {
    const unread = { ...verdictOf(0), outcome: 'invalid' as const };
    const answers = [
      says('ada', 'maths', 'wrong', { verdict: verdictOf(0.5) }),
      says('guest', 'maths', 'wrong', { verdict: unread }),
    ];
    expect(measured([[playedRound('maths'), answers]])).toMatchObject([{ name: 'maths', tries: 1, right: 0 }]);
  });

  it('is told by what was given, how soon, and how far it tells those who know the rest from those who do not', () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => player(id));
    const round = (name: 'choice' | 'text' | 'number', right: string, seconds: number): [LiveRound, StoredAnswer[]] => [
      playedRound(name),
      people.map(({ id }, at) =>
        given(id, ANSWERS[name][right.includes(id) ? 'right' : 'wrong'], 1000 * (seconds + at)),
      ),
    ];
    const [choice, text, number] =
      measured([round('choice', 'ab', 2), round('text', 'ab', 3), round('number', 'abc', 4)], false, people) ?? [];
    expect(choice).toMatchObject({
      medianMs: 3_000,
      paired: 4,
      given: [
        ['B', 2, true],
        ['C', 2, false],
      ],
    });
    // who has the others right has this one right too
    expect(choice?.rest).toBeGreaterThan(0.8);
    expect(text?.rest).toBeGreaterThan(0.8);
    expect(number?.rest).toBeGreaterThan(0.5);
  });

  it('says nothing of telling people apart where there are not two other questions', () => {
    const answers = [says('ada', 'choice', 'right'), says('guest', 'choice', 'wrong')];
    const rounds: [LiveRound, StoredAnswer[]][] = [
      [playedRound('choice'), answers],
      [playedRound('number'), answers.map((one) => ({ ...one, answer: ANSWERS.number.right }))],
    ];
    expect(measured(rounds)).toMatchObject([
      { rest: null, paired: 0 },
      { rest: null, paired: 0 },
    ]);
  });
});
