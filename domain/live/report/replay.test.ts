import { describe, expect, it } from 'vitest';
import { ALL, ANSWERS, given, JOIN, playedRound, player, roomOf } from '../../../tests/support/live-questions.ts';
import type { Room } from '../room.ts';
import { DEFAULT_SETTINGS, type LiveRound, openingState } from '../state.ts';
import { screenViewOf } from '../view/screen.ts';
import { roomAt, stepsOf } from './replay.ts';

const FIRST: LiveRound = { ...playedRound('choice'), superseded: true };
const AGAIN: LiveRound = { ...playedRound('choice'), revoteOf: 0 };
const rounds = [FIRST, AGAIN, playedRound('open'), { ...playedRound('number'), skipped: true }, playedRound('text')];
const plan = ['choice', 'open', 'number', 'text'].map((questionId) => ({ questionId, seconds: 20 }));

function played(showNames: boolean): Room {
  const settings = { ...DEFAULT_SETTINGS, showNames };
  const state = { ...openingState(plan, settings), phase: 'ended' as const, rounds, correctedAt: 5 };
  const right = given('ada', ANSWERS.choice.right, 2_000);
  const wrong = given('bo', ANSWERS.choice.wrong, 2_000);
  const trying = given('trying', ANSWERS.choice.wrong, 2_000);
  const answers = [
    [0, [{ ...right, answer: ANSWERS.choice.wrong }, wrong, trying]],
    [1, [right, wrong]],
    [4, [given('ada', ANSWERS.text.wrong, 1_000)]],
  ] as const;
  const players = [
    player('ada'),
    player('bo'),
    player('trying', { rehearsal: true }),
    player('gone', { removed: true }),
  ];
  return {
    ...roomOf(
      state,
      answers.map(([round, all]) => [round, [...all]]),
      players,
    ),
    questions: ALL,
  };
}
const viewAt = (room: Room, at: number) => {
  const step = stepsOf(room)[at];
  if (step === undefined) throw new Error('no such step');
  return screenViewOf(roomAt(room, step), JOIN);
};

describe('a room that is stepped through', () => {
  it('goes by its rounds: a first vote is talked about, what has no points has no standings, the podium comes last', () => {
    expect(stepsOf(played(true)).map(({ round, phase }) => `${round} ${phase}`)).toEqual([
      ...['0 question', '0 discuss', '1 question', '1 reveal', '1 standings'],
      ...['2 question', '2 reveal', '3 question', '3 reveal', '4 question', '4 reveal', '4 standings', '4 podium'],
    ]);
  });

  it('shows no key before its reveal, and no key of the first of two votes', () => {
    const room = played(true);
    for (const at of [0, 1, 2]) expect(JSON.stringify(viewAt(room, at))).not.toMatch(/SECRET|NEVER/);
    expect(viewAt(room, 3)).toMatchObject({
      reveal: { correct: ['B'] },
      distribution: [{}, { count: 1 }, { count: 1 }, {}],
    });
    expect(viewAt(room, 3).before?.map(({ count }) => count)).toEqual([0, 0, 2, 0]);
  });

  it('has the places that there were by then, of people only, and names where the room showed names', () => {
    const standings = viewAt(played(true), 4).standings;
    expect(standings?.map(({ nickname, points }) => [nickname, points])).toEqual([
      ['Name ada', 1000],
      ['Name bo', 0],
    ]);
    expect(viewAt(played(true), 12).podium).toMatchObject([{ nicknames: ['Name ada'] }]);
    expect(viewAt(played(false), 4)).toMatchObject({ standings: null, names: [] });
    expect(JSON.stringify(viewAt(played(false), 12))).not.toContain('Name ada');
  });
});
