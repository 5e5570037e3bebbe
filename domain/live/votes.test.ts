/** Second votes, streaks, extra time, drafts and rehearsals, as points and views see them. */
import { describe, expect, it } from 'vitest';
import {
  choice,
  given as givenAnswer,
  JOIN,
  OF_EACH_KIND,
  player,
  roomOf,
} from '../../tests/support/live-questions.ts';
import { checkAnswer } from '../maths/check.ts';
import type { QuestionOf } from '../question.ts';
import { advance, type LiveCommand } from './advance.ts';
import { lastMoment } from './last-moment.ts';
import { ranking } from './ranks.ts';
import { rehearsalAnswer } from './rehearsal.ts';
import { allHaveAnswered, type RoomPlayer, type StoredAnswer, slowestWaited } from './room.ts';
import { scoreAnswer, shareRight } from './score.ts';
import { streakBonus } from './standings.ts';
import { CLOSING_MS, DEFAULT_SETTINGS, type LiveState, openingState } from './state.ts';
import { hostViewOf } from './view/host.ts';
import { playerViewOf } from './view/player.ts';
import { screenViewOf } from './view/screen.ts';

const slope: QuestionOf<'maths'> = {
  ...OF_EACH_KIND.maths,
  variables: ['x', 'y'],
  parts: [
    { id: 'dx', label: '', labelHtml: '', points: 1 },
    { id: 'dy', label: '', labelHtml: '', points: 1 },
  ],
  key: {
    ...OF_EACH_KIND.maths.key,
    truths: {
      dx: { derivativeOf: 'x^2*y + sin(x)/y', by: 'x' },
      dy: { expected: 'x^2 - sin(x)/y^2' },
    },
  },
};
const PLAN = [1, 2, 3].map(() => ({ questionId: 'choice', seconds: 20 }));
const given = (playerId: string, letter: string, receivedAt: number, provisional = false): StoredAnswer =>
  givenAnswer(playerId, { kind: 'choice', choices: [letter] }, receivedAt, { provisional });

function played(commands: readonly (readonly [LiveCommand, number])[], settings = {}): LiveState {
  return commands.reduce(
    (state, [command, at]) => {
      const next = advance(state, command, at);
      if (!next.ok) throw new Error(`${command.type} was refused at ${at}: ${next.refused}`);
      return next.state;
    },
    openingState(PLAN, { ...DEFAULT_SETTINGS, readSeconds: 0, ...settings }),
  );
}
const next = { type: 'next' } as const;

describe('a second vote', () => {
  const discussed = played([
    [next, 0],
    [{ type: 'discuss' }, 9000],
  ]);
  const first = given('p1', 'B', 5);

  it('shows no key and no count to class or players while they talk, and counts without a key to the host', () => {
    const room = roomOf(discussed, [[0, [first]]]);
    for (const view of [playerViewOf(room, 'p1'), screenViewOf(room, JOIN), hostViewOf(room, JOIN)])
      expect(JSON.stringify(view)).not.toMatch(/SECRET|NEVER/);
    expect(screenViewOf(room, JOIN).distribution).toBeNull();
    expect(hostViewOf(room, JOIN).distribution?.map((tally) => [tally.label, tally.count, tally.correct])).toEqual([
      ['A', 0, false],
      ['B', 1, false],
      ['C', 0, false],
      ['D', 0, false],
    ]);
  });

  it('takes the points from the second vote alone, and shows both side by side', () => {
    const state = [next, { type: 'close' } as const, { type: 'reveal' } as const].reduce<LiveState>(
      (before, command, index) => {
        const step = advance(before, command, 10_000 + index * 5000);
        if (!step.ok) throw new Error(step.refused);
        return step.state;
      },
      discussed,
    );
    const room = roomOf(state, [
      [0, [first]],
      [1, [given('p1', 'C', 12_000), given('p2', 'B', 12_000)]],
    ]);
    expect(ranking(room).map((place) => [place.playerId, place.points])).toEqual([
      ['p2', 1000],
      ['p1', 0],
    ]);
    const { before, distribution } = hostViewOf(room, JOIN);
    const { facility } = hostViewOf({ ...room, state: { ...state, phase: 'ended' } }, JOIN);
    expect(before?.map((tally) => tally.count)).toEqual([0, 1, 0, 0]);
    expect(distribution?.map((tally) => tally.count)).toEqual([0, 1, 1, 0]);
    expect(facility.map((round) => [round.vote, round.right])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('is left out where the host shows the answer at once: the first vote gives the points', () => {
    const state = advance(discussed, { type: 'reveal' }, 9500);
    if (!state.ok) throw new Error(state.refused);
    expect(ranking(roomOf(state.state, [[0, [first]]]))[0]).toMatchObject({ playerId: 'p1', points: 1000 });
  });
});

describe('a streak', () => {
  it('adds a hundred a step from the second in a row, five hundred at most', () => {
    expect([0, 1, 2, 3, 6, 7, 50].map(streakBonus)).toEqual([0, 0, 100, 200, 500, 500, 500]);
  });

  it('counts only where the host wants it, and breaks at a wrong answer', () => {
    const rounds: [LiveCommand, number][] = [0, 1, 2].flatMap((round): [LiveCommand, number][] => [
      [next, round * 30_000],
      [{ type: 'close' }, round * 30_000 + 9000],
      [{ type: 'reveal' }, round * 30_000 + 9000],
      ...(round < 2 ? ([[next, round * 30_000 + 9500]] satisfies [LiveCommand, number][]) : []),
    ]);
    const answers: [number, StoredAnswer[]][] = [0, 1, 2].map((round) => [
      round,
      [given('p1', 'B', round * 30_000 + 10), given('p2', round === 1 ? 'A' : 'B', round * 30_000 + 10)],
    ]);
    const points = (streak: boolean) =>
      ranking(roomOf(played(rounds, { streak }), answers)).map((place) => [place.playerId, place.points, place.bonus]);
    expect(points(false)).toEqual([
      ['p1', 3000, 0],
      ['p2', 2000, 0],
    ]);
    expect(points(true)).toEqual([
      ['p1', 3300, 200],
      ['p2', 2000, 0],
    ]);
  });
});

describe('a skipped question', () => {
  it('says nothing about anybody: it gives no points and breaks no streak', () => {
    const state = played(
      [
        [next, 0],
        [{ type: 'close' }, 9000],
        [{ type: 'reveal' }, 9000],
        [next, 9100],
        [next, 30_000],
        [{ type: 'skip' }, 39_000],
        [next, 39_100],
        [next, 60_000],
        [{ type: 'close' }, 69_000],
        [{ type: 'reveal' }, 69_000],
      ],
      { streak: true },
    );
    const answers: [number, StoredAnswer[]][] = [0, 1, 2].map((round) => [
      round,
      [given('p1', 'B', round * 30_000 + 10)],
    ]);
    expect(ranking(roomOf(state, answers))[0]).toMatchObject({ playerId: 'p1', points: 2100, right: 2, bonus: 100 });
  });
});

describe('extra time', () => {
  const open = played([[next, 0]], { speed: true });
  const round = open.rounds[0];
  if (round === undefined) throw new Error('a round is open');

  it('keeps the round open until the last of those who are waited for', () => {
    expect(advance(open, { type: 'tick', slowest: 2 }, 20_000 + CLOSING_MS).ok).toBe(false);
    expect(advance(open, { type: 'tick', slowest: 2 }, 40_000 + CLOSING_MS).ok).toBe(true);
    expect(advance(open, { type: 'tick', slowest: Number.POSITIVE_INFINITY }, 1e9).ok).toBe(false);
    expect(advance(open, { type: 'close' }, 25_000).ok).toBe(true);
    expect([1, 1.5, 2].map((factor) => lastMoment(round, factor))).toEqual([20_000, 30_000, 40_000]);
  });

  it('waits for who is there and has not answered, and for nobody else', () => {
    const slow = player('p1', { timeFactor: 2 });
    const waited = (change: Partial<RoomPlayer>, answers: StoredAnswer[]) =>
      slowestWaited(roomOf(open, [[0, answers]], [{ ...slow, ...change }, player('p2')]));
    expect(waited({}, [])).toBe(2);
    expect(waited({}, [given('p1', 'B', 5, true)])).toBe(2);
    expect(waited({}, [given('p1', 'B', 5)])).toBe(1);
    expect(waited({ present: false }, [])).toBe(1);
    expect(waited({ removed: true }, [])).toBe(1);
  });

  it('makes points with speed shares of one’s own time, and takes nothing off without a limit', () => {
    const closed = { ...round, closedAt: 40_000 };
    const at = (ms: number, timeFactor: number) =>
      scoreAnswer(choice, closed, true, { ...given('p', 'B', ms), timeFactor });
    expect(at(10_000, 1).points).toBe(750);
    expect(at(20_000, 2).points).toBe(750);
    expect(at(19_000, Number.POSITIVE_INFINITY).points).toBe(1000);
  });
});

describe('a draft', () => {
  const open = played([[next, 0]], { speed: true });

  it('is not yet an answer: nobody is told of it, and the round goes on', () => {
    const room = roomOf(open, [[0, [given('p1', 'B', 5, true), given('p2', 'B', 6)]]]);
    expect(allHaveAnswered(room)).toBe(false);
    expect(hostViewOf(room, JOIN)).toMatchObject({ answered: 1 });
    expect(hostViewOf(room, JOIN).people.map((person) => person.sentAt !== null)).toEqual([false, true]);
    expect(playerViewOf(room, 'p1').me.receipt).toMatchObject({ provisional: true });
  });
});

describe('a round that everybody has answered', () => {
  const open = played([[next, 0]], { speed: true });
  const all = (players: readonly RoomPlayer[], answers: StoredAnswer[]) =>
    allHaveAnswered(roomOf(open, [[0, answers]], players));

  it('is not one that nobody is there for', () => {
    expect(all([], [])).toBe(false);
    expect(all([player('p1', { present: false })], [])).toBe(false);
    // who was removed is not waited for, whatever they sent
    expect(all([player('p1', { removed: true })], [given('p1', 'B', 5)])).toBe(false);
  });

  it('is one that who is there has answered, and who has left after answering', () => {
    const players = [player('p1'), player('p2', { present: false })];
    expect(all(players, [])).toBe(false);
    expect(all(players, [given('p1', 'B', 5)])).toBe(true);
    expect(all(players, [given('p2', 'B', 5)])).toBe(false);
    expect(all([player('p2', { present: false })], [given('p2', 'B', 5)])).toBe(true);
  });
});

describe('a rehearsal', () => {
  it('answers right and wrong, in time, with answers that the question takes', () => {
    const draws = [0, 0.3, 0.59, 0.61, 0.8, 0.99];
    for (const draw of draws) {
      const { answer, after } = rehearsalAnswer(choice, () => draw);
      expect(shareRight(choice, { answer, verdict: null })).toBe(draw < 0.6 ? 1 : 0);
      expect(after).toBeGreaterThan(0);
      expect(after).toBeLessThan(1);
    }
  });

  it('writes out the derivative that nobody has typed, and slips of it', () => {
    const truth = { derivativeOf: 'x^2*y + sin(x)/y', by: 'x' };
    const verdictOf = (draw: number) => {
      const { answer } = rehearsalAnswer(slope, () => draw);
      if (!('parts' in answer)) throw new Error('parts are answered');
      return ['dx', 'dy'].map((part) => {
        const expected = part === 'dx' ? truth : { expected: 'x^2 - sin(x)/y^2' };
        return checkAnswer(expected, answer.parts[part] ?? '', { variables: ['x', 'y'] }).verdict;
      });
    };
    expect(verdictOf(0.1)).toEqual(['equal', 'equal']);
    expect(verdictOf(0.7)).toEqual(['equal', 'different']);
  });

  it('counts in the standings only while nobody else is here, and in no report', () => {
    const state = played([
      [next, 0],
      [{ type: 'close' }, 9000],
      [{ type: 'reveal' }, 9000],
    ]);
    const robot = player('r1', { rehearsal: true });
    const alone = roomOf(state, [[0, [given('r1', 'B', 5)]]], [robot]);
    expect(ranking(alone).map((place) => place.playerId)).toEqual(['r1']);
    expect(hostViewOf({ ...alone, state: { ...alone.state, phase: 'ended' } }, JOIN).facility[0]).toMatchObject({
      answered: 0,
      right: 0,
    });
    const mixed = roomOf(state, [[0, [given('r1', 'B', 5)]]], [robot, player('p1')]);
    expect(ranking(mixed).map((place) => place.playerId)).toEqual(['p1']);
    const over = roomOf({ ...state, phase: 'ended' }, [[0, [given('r1', 'B', 5)]]], [robot]);
    expect(hostViewOf(over, JOIN).everyone).toEqual([]);
  });
});
