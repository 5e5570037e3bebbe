import { describe, expect, it } from 'vitest';
import { ALL, ANSWERS, given, playedRound, player, roomOf, verdictOf } from '../../../tests/support/live-questions.ts';
import type { Room, StoredAnswer } from '../room.ts';
import { DEFAULT_SETTINGS, type LiveRound, openingState } from '../state.ts';
import { answersOf } from './answers.ts';
import { MARKS } from './marks.ts';
import { namedReport } from './named.ts';
import { questionReportOf } from './question-report.ts';
import { reportOf } from './report.ts';

const PLAYERS = [
  player('ada', { userId: 'u-ada' }),
  player('bo', { userId: 'u-bo' }),
  player('guest'),
  player('trying', { rehearsal: true }),
  player('gone', { removed: true }),
];

function played(rounds: readonly [LiveRound, StoredAnswer[]][]): Room {
  const plan = rounds.map(([{ questionId }]) => ({ questionId, seconds: 20 }));
  const state = {
    ...openingState(plan, DEFAULT_SETTINGS),
    phase: 'ended' as const,
    rounds: rounds.map(([one]) => one),
  };
  return {
    ...roomOf(
      state,
      rounds.map(([, answers], at) => [at, answers] as const),
      PLAYERS,
    ),
    questions: ALL,
  };
}
const says = (id: string, is: 'right' | 'wrong', at = 2_000): StoredAnswer => given(id, ANSWERS.choice[is], at);
const FIRST: LiveRound = { ...playedRound('choice'), superseded: true };
const AGAIN: LiveRound = { ...playedRound('choice'), opensAt: 30_000, closesAt: 50_000, closedAt: 45_000, revoteOf: 0 };
const TWICE = played([
  [FIRST, [says('ada', 'wrong'), says('bo', 'right'), says('gone', 'wrong')]],
  [AGAIN, [says('ada', 'right', 34_000), says('guest', 'wrong', 36_000), says('trying', 'wrong', 31_000)]],
]);
const marksOf = (room: Room): Record<string, string[]> =>
  Object.fromEntries(
    reportOf(room).rows.map(({ player: id, cells }) => [id, cells.map(([mark]) => MARKS[mark] ?? '')]),
  );

describe('a report', () => {
  it('has one column for a question that was voted on twice: its second vote counts, its first one is told', () => {
    const { questions, rows, points } = reportOf(TWICE);
    expect(questions).toMatchObject([
      {
        id: 'choice',
        number: 1,
        votes: 2,
        answered: 2,
        measured: 2,
        right: 1,
        share: 0.5,
        openMs: 15_000,
        medianMs: 4_000,
      },
    ]);
    expect(points).toBe(1);
    const [right, wrong, none] = [MARKS.indexOf('right'), MARKS.indexOf('wrong'), MARKS.indexOf('none')];
    expect(rows).toMatchObject([
      { player: 'ada', cells: [[right, 1, 4_000, wrong]], points: 1, answered: 1, right: 1 },
      { player: 'bo', cells: [[none, 0, null, right]], points: 0, answered: 0, right: 0 },
      { player: 'guest', cells: [[wrong, 0, 6_000, none]], points: 0, answered: 1, right: 0 },
    ]);
  });

  it('is of people: who tried the room out, and who was taken out of it, are in no figure', () => {
    expect(reportOf(TWICE).rows.map(({ player: id }) => id)).toEqual(['ada', 'bo', 'guest']);
  });

  it('tells of parts, of what is graded still, of what could not be read, of polls and of what was skipped', () => {
    const several = { kind: 'choice' as const, choices: ['A'] };
    const unread = { ...verdictOf(0), outcome: 'invalid' as const };
    const room = played([
      [playedRound('several'), [given('ada', several, 1_000)]],
      [
        playedRound('maths'),
        [given('ada', ANSWERS.maths.right, 1_000), given('bo', ANSWERS.maths.wrong, 1_000, { verdict: unread })],
      ],
      [playedRound('open'), [given('ada', ANSWERS.open.right, 1_000)]],
      [{ ...playedRound('choice'), skipped: true }, [says('ada', 'right')]],
      [{ ...playedRound('number'), closedAt: null }, [given('ada', ANSWERS.number.right, 1_000)]],
    ]);
    expect(marksOf(room)).toMatchObject({
      ada: ['partly', 'waits', 'received', 'right'],
      bo: ['none', 'unclear', 'none', 'none'],
    });
    const { questions, rows } = reportOf(room);
    expect(questions.map(({ points, measured }) => [points, measured])).toEqual([
      [1, 1],
      [1, 0],
      [0, 0],
      [0, 1],
    ]);
    expect(rows[0]).toMatchObject({ points: 0.5, answered: 2, right: 0 });
  });

  it('calls students as their class does, in its order, and says who was not there', () => {
    const students = [
      { userId: 'u-bo', name: 'Zuse, Bo' },
      { userId: 'u-eve', name: 'Yilmaz, Eve' },
    ];
    const { rows, absent } = namedReport(reportOf(TWICE), students);
    expect(rows.map(({ name, alias }) => [name, alias])).toEqual([
      ['Zuse, Bo', 'Name bo'],
      ['Name ada', null],
      ['Name guest', null],
    ]);
    expect(absent).toEqual(['Yilmaz, Eve']);
  });
});

describe('a question of a report', () => {
  it('has both votes side by side, and each answer, wrong ones first', () => {
    const found = questionReportOf(TWICE, 'choice');
    expect(found?.distribution?.map(({ label, count }) => [label, count])).toEqual([
      ['A', 0],
      ['B', 1],
      ['C', 1],
      ['D', 0],
    ]);
    expect(found?.before?.map(({ count }) => count)).toEqual([0, 1, 1, 0]);
    expect(found?.answers).toMatchObject([
      { player: 'guest', mark: 'wrong', text: 'C', first: { mark: 'none', text: '' } },
      { player: 'ada', mark: 'right', text: 'B', tookMs: 4_000, first: { mark: 'wrong', text: 'C' } },
      { player: 'bo', mark: 'none', text: '', tookMs: null, first: { mark: 'right', text: 'B' } },
    ]);
  });

  it('groups what the pool grades by what it does, each with one of its answers and whose they are', () => {
    const verdict = verdictOf(0);
    const answers = ['ada', 'bo'].map((id) => given(id, ANSWERS.maths.wrong, 1_000, { verdict }));
    const found = questionReportOf(played([[playedRound('maths'), answers]]), 'maths');
    expect(found?.distribution).toBeNull();
    expect(found?.groups).toMatchObject([{ count: 2, result: 'fail', specimen: 'dx = x', players: ['ada', 'bo'] }]);
  });

  it('is not there before it is over, or when it was not asked', () => {
    const open = played([[{ ...playedRound('choice'), closedAt: null }, [says('ada', 'right')]]]);
    expect(questionReportOf(open, 'choice')).toBeUndefined();
    expect(questionReportOf(TWICE, 'number')).toBeUndefined();
  });
});

describe('what was answered', () => {
  it('is told of everybody in few signs, and of one player whole', () => {
    const long = { kind: 'text' as const, text: `A\n${'long '.repeat(20)}` };
    const room = played([[playedRound('text'), [given('ada', long, 1_000)]]]);
    const [ada, bo] = answersOf(room, null);
    expect(ada?.given[0]?.text).toMatch(/^.{1,39}…$/);
    expect(bo?.given).toEqual([null]);
    expect(answersOf(room, 'ada').map(({ given: [one] }) => (one?.text.length ?? 0) > 90)).toEqual([true]);
  });
});
