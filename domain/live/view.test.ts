/** Views and points: what each viewer sees, and that no player ever sees a key before its reveal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionOf } from '../question.ts';
import { advance, type LiveCommand } from './advance.ts';
import type { Room, StoredAnswer } from './room.ts';
import { scoreAnswer, shareRight } from './score.ts';
import { standings } from './standings.ts';
import { DEFAULT_SETTINGS, type LiveRound, type LiveState, openingState } from './state.ts';
import { hostViewOf, playerViewOf, ranking, screenViewOf } from './view.ts';
import { playerView, screenView } from './views.ts';

function choice(id: string, correct: string[], multiple = false): QuestionOf<'choice'> {
  return {
    kind: 'choice',
    id,
    role: 'check',
    number: 1,
    title: `Title of ${id}`,
    points: 1,
    promptHtml: '<p>Which?</p>',
    hintCount: 0,
    attempts: null,
    solutionAfter: null,
    seconds: 20,
    multiple,
    options: ['A', 'B', 'C', 'D'].map((letter) => ({ letter, html: `option ${letter}` })),
    key: { hints: [], solutionHtml: null, explanationHtml: `SECRET-${id}`, correct, notes: { C: `SECRET-NOTE-${id}` } },
  };
}

const QUESTIONS = new Map([
  ['one', choice('one', ['B'])],
  ['two', choice('two', ['A', 'D'], true)],
]);
const PLAN = [...QUESTIONS.keys()].map((questionId) => ({ questionId, seconds: 20 }));
const JOIN = { joinUrl: 'http://localhost/join', qr: '<svg/>' };

function roomOf(state: LiveState, answers: Map<number, StoredAnswer[]>, names = ['p1', 'p2']): Room {
  const players = names.map((id) => ({
    id,
    userId: null,
    nickname: `Name ${id}`,
    present: true,
    removed: false,
    timeFactor: 1,
    rehearsal: false,
  }));
  return { id: 'room', code: '123456', lesson: 'Gradients', state, version: 1, questions: QUESTIONS, players, answers };
}
const given = (playerId: string, choices: string[], receivedAt: number): StoredAnswer => ({
  playerId,
  clientId: `c-${playerId}`,
  answer: { choices },
  receivedAt,
  verdict: null,
  provisional: false,
});
const round: LiveRound = {
  questionId: 'one',
  opensAt: 0,
  closesAt: 20_000,
  closedAt: 20_000,
  skipped: false,
  revoteOf: null,
  superseded: false,
};
const one = choice('one', ['B']);

describe('points', () => {
  it('fall with speed from 1000 to the half, and are 1000 without', () => {
    const at = (ms: number, speed: boolean) => scoreAnswer(one, round, speed, given('p', ['B'], ms)).points;
    expect([0, 499, 500, 10_000, 20_000].map((ms) => at(ms, true))).toEqual([1000, 1000, 988, 750, 500]);
    expect(at(19_000, false)).toBe(1000);
    expect(scoreAnswer(one, round, true, given('p', ['C'], 0)).points).toBe(0);
    expect(scoreAnswer(one, { ...round, skipped: true }, true, given('p', ['B'], 0)).points).toBe(0);
  });

  it('are shared among several right options, and a wrong one takes a share back', () => {
    const two = choice('two', ['A', 'D'], true);
    const share = (choices: string[]) => shareRight(two, { answer: { choices }, verdict: null });
    expect([share(['A', 'D']), share(['A']), share(['A', 'B']), share(['A', 'B', 'D']), share(['B', 'C'])]).toEqual([
      1, 0.5, 0, 0.5, 0,
    ]);
  });

  it('add up to the same standings however the answers are ordered', () => {
    const state: LiveState = {
      ...openingState(PLAN, { ...DEFAULT_SETTINGS, speed: true }),
      phase: 'podium',
      rounds: [round, { ...round, questionId: 'two' }],
    };
    const answers = [given('p1', ['B'], 3000), given('p2', ['B'], 900), given('p3', ['C'], 10)];
    fc.assert(
      fc.property(fc.shuffledSubarray(answers, { minLength: 3 }), (shuffled) => {
        const { now: ranked } = standings(state, QUESTIONS, ['p1', 'p2', 'p3'], new Map([[0, shuffled]]), 2);
        expect(ranked.map((place) => [place.playerId, place.rank])).toEqual([
          ['p2', 1],
          ['p1', 2],
          ['p3', 3],
        ]);
      }),
    );
  });
});

const command = fc.constantFrom<LiveCommand>(
  { type: 'next' },
  { type: 'tick' },
  { type: 'close' },
  { type: 'skip' },
  { type: 'discuss' },
  { type: 'reveal' },
  { type: 'moreTime', seconds: 15 },
);

describe('views', () => {
  it('hold no key for a player or the screen before the reveal, in any interleaving', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(command, fc.integer({ min: 0, max: 25_000 })), { maxLength: 40 }),
        fc.boolean(),
        (steps, speed) => {
          let state = openingState(PLAN, { ...DEFAULT_SETTINGS, speed });
          let now = 0;
          const answers = new Map<number, StoredAnswer[]>();
          for (const [given_, wait] of steps) {
            now += wait;
            const result = advance(state, given_, now);
            if (result.ok) state = result.state;
            const index = state.rounds.length - 1;
            if (state.phase === 'question') answers.set(index, [given('p1', ['B'], now)]);
            const room = roomOf(state, answers);
            const closed = new Set(
              state.rounds
                .filter((played) => played.closedAt !== null && !played.superseded)
                .map((played) => played.questionId),
            );
            for (const view of [playerViewOf(room, 'p1'), playerViewOf(room, 'p2'), screenViewOf(room, JOIN)]) {
              const text = JSON.stringify(view);
              for (const { questionId } of PLAN)
                if (!closed.has(questionId)) expect(text).not.toContain(`-${questionId}`);
            }
          }
        },
      ),
    );
  });

  it('fit their schemas, which have no place for more', () => {
    const state: LiveState = { ...openingState(PLAN, DEFAULT_SETTINGS), phase: 'reveal', rounds: [round] };
    const room = roomOf(state, new Map([[0, [given('p1', ['B'], 5)]]]));
    expect(playerView.safeParse(playerViewOf(room, 'p1')).error).toBeUndefined();
    expect(screenView.safeParse(screenViewOf(room, JOIN)).error).toBeUndefined();
  });

  it('keep the options away while there is time to read', () => {
    const state: LiveState = {
      ...openingState(PLAN, DEFAULT_SETTINGS),
      phase: 'read',
      rounds: [{ ...round, closedAt: null }],
    };
    expect(playerViewOf(roomOf(state, new Map()), 'p1').question).toMatchObject({
      options: null,
      promptHtml: '<p>Which?</p>',
    });
  });

  it('tell a player their own place and who is just ahead, and nobody else', () => {
    const state: LiveState = {
      ...openingState(PLAN, { ...DEFAULT_SETTINGS, speed: true }),
      phase: 'reveal',
      rounds: [round],
    };
    const room = roomOf(
      state,
      new Map([[0, [given('p1', ['B'], 10_000), given('p2', ['B'], 1000), given('p3', ['B'], 500)]]]),
      ['p1', 'p2', 'p3'],
    );
    const view = playerViewOf(room, 'p1');
    expect(view.me).toMatchObject({ rank: 3, points: 750, ahead: { nickname: 'Name p2', by: 225 } });
    expect(JSON.stringify(view)).not.toContain('Name p3');
    expect(ranking(room).map((place) => place.playerId)).toEqual(['p3', 'p2', 'p1']);
  });

  it('hide nicknames on the screen when the teacher says so, not from the teacher', () => {
    const state: LiveState = {
      ...openingState(PLAN, { ...DEFAULT_SETTINGS, showNames: false }),
      phase: 'podium',
      rounds: [round],
    };
    const room = roomOf(state, new Map());
    expect(JSON.stringify(screenViewOf(room, JOIN))).not.toContain('Name p1');
    expect(hostViewOf(room, JOIN).people.map((person) => person.nickname)).toEqual(['Name p1', 'Name p2']);
  });
});
