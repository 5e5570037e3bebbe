import { describe, expect, it } from 'vitest';
import { ALL, ANSWERS, given, playedRound, player, roomOf, verdictOf } from '../../tests/support/live-questions.ts';
import type { QuestionKind } from '../question.ts';
import { countedIn } from './counted.ts';
import type { CountsFor } from './counts-for.ts';
import type { StoredAnswer } from './room.ts';
import { DEFAULT_SETTINGS, type LiveRound, openingState } from './state.ts';

const says = (id: string, kind: QuestionKind, is: 'right' | 'wrong', more: Partial<StoredAnswer> = {}): StoredAnswer =>
  given(id, ANSWERS[kind][is], 2_000, more);
const PLAYERS = [
  player('ada', { userId: 'ada' }),
  player('ben', { userId: 'ben' }),
  player('quiet', { userId: 'quiet' }),
  player('guest', { userId: null }),
  player('trying', { userId: 'trying', rehearsal: true }),
  player('gone', { userId: 'gone', removed: true }),
  player('second', { userId: 'ben' }),
];
const pointsOf = (kind: QuestionKind): number => ALL.get(kind)?.points ?? 0;

function counted(rounds: readonly [LiveRound, StoredAnswer[]][], by: CountsFor, most = 4) {
  const plan = rounds.map(([{ questionId }]) => ({ questionId, seconds: 20 }));
  const state = {
    ...openingState(plan, DEFAULT_SETTINGS),
    phase: 'ended' as const,
    rounds: rounds.map(([round]) => round),
  };
  const room = roomOf(
    state,
    rounds.map(([, answers], index) => [index, answers]),
    PLAYERS,
  );
  return countedIn({ ...room, questions: ALL }, by, most);
}
const first: LiveRound = { ...playedRound('choice'), superseded: true };
const TWO: [LiveRound, StoredAnswer[]][] = [
  [first, [says('ada', 'choice', 'right'), says('ben', 'choice', 'right')]],
  [{ ...playedRound('choice'), revoteOf: 0 }, [says('ada', 'choice', 'right'), says('ben', 'choice', 'wrong')]],
  [
    playedRound('number'),
    [says('ben', 'number', 'wrong'), says('second', 'number', 'right'), says('guest', 'number', 'right')],
  ],
  [{ ...playedRound('order'), skipped: true }, [says('ada', 'order', 'right')]],
];

describe('what a session counts', () => {
  it('is being there for whoever was, and not for guests, for who was taken out, or for who tried the room out', () => {
    const { by, all } = counted(TWO, 'there');
    expect([...by.keys()].toSorted()).toEqual(['ada', 'ben', 'quiet']);
    expect([...by.values()].map(({ points, maxPoints }) => [points, maxPoints])).toEqual([
      [4, 4],
      [4, 4],
      [4, 4],
    ]);
    expect(all).toMatchObject({ points: 0, maxPoints: 4 });
  });

  it('is taking part by the questions that were answered, a second vote instead of the first one', () => {
    const { by } = counted(TWO, 'part');
    expect(by.get('ada')).toMatchObject({ points: 2, asked: 2, answered: 1 });
    expect(by.get('ben')).toMatchObject({ points: 4, answered: 2 });
    expect(by.get('quiet')).toMatchObject({ points: 0, answered: 0, lastAt: null });
  });

  it('is right answers by the points of their questions, of two seats the better one, and never speed', () => {
    const { by, all } = counted(TWO, 'right');
    expect(by.get('ada')?.points).toBe(pointsOf('choice'));
    expect(by.get('ben')?.points).toBe(pointsOf('number'));
    expect(all.maxPoints).toBe(pointsOf('choice') + pointsOf('number'));
    const late = TWO.map(([round, answers]): [LiveRound, StoredAnswer[]] => [
      round,
      answers.map((one) => ({ ...one, receivedAt: one.receivedAt + 9_000 })),
    ]);
    expect(counted(late, 'right').by.get('ada')?.points).toBe(by.get('ada')?.points);
  });

  it('waits for what the pool grades, and then counts its share', () => {
    const round = playedRound('function');
    const waiting = counted([[round, [says('ada', 'function', 'right', { verdict: null })]]], 'right');
    expect(waiting.by.get('ada')).toMatchObject({ points: 0, waits: 1 });
    const half = counted([[round, [says('ada', 'function', 'right', { verdict: verdictOf(0.5) })]]], 'right');
    expect(half.by.get('ada')).toMatchObject({ points: pointsOf('function') / 2, waits: 0 });
  });

  it('is nothing of polls where right answers count, and a part like others where taking part does', () => {
    const poll: [LiveRound, StoredAnswer[]][] = [[playedRound('open'), [says('ada', 'open', 'right')]]];
    expect(counted(poll, 'right').all).toMatchObject({ maxPoints: 0, asked: 0 });
    expect(counted(poll, 'part').by.get('ada')).toMatchObject({ points: 4, asked: 1 });
  });
});
