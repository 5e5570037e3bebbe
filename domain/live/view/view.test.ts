/** Views and points: what each viewer sees, and that no player ever sees a key before its reveal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaksIn } from '../../../tests/support/key-scan.ts';
import {
  ALL,
  ANSWERS,
  choice,
  given as givenAnswer,
  JOIN,
  OF_EACH_KIND,
  playedRound,
  player,
  roomAsking,
  roomOf,
  several,
  verdictOf,
} from '../../../tests/support/live-questions.ts';
import type { Answer } from '../../answer.ts';
import type { QuestionKind } from '../../question.ts';
import { ranking } from '../ranks.ts';
import { wholeView } from '../read-view.ts';
import type { StoredAnswer } from '../room.ts';
import { scoreAnswer, shareRight } from '../score.ts';
import { standings } from '../standings.ts';
import { DEFAULT_SETTINGS, type LiveState, openingState } from '../state.ts';
import { hostViewOf } from './host.ts';
import { playerViewOf } from './player.ts';
import { screenViewOf } from './screen.ts';

const PLAN = ['choice', 'several'].map((questionId) => ({ questionId, seconds: 20 }));
const given = (playerId: string, choices: string[], receivedAt: number): StoredAnswer =>
  givenAnswer(playerId, { kind: 'choice', choices }, receivedAt);
const round = playedRound('choice');

describe('points', () => {
  it('fall with speed from 1000 to the half, and are 1000 without', () => {
    const at = (ms: number, speed: boolean) => scoreAnswer(choice, round, speed, given('p', ['B'], ms)).points;
    expect([0, 499, 500, 10_000, 20_000].map((ms) => at(ms, true))).toEqual([1000, 1000, 988, 750, 500]);
    expect(at(19_000, false)).toBe(1000);
    expect(scoreAnswer(choice, round, true, given('p', ['C'], 0)).points).toBe(0);
    expect(scoreAnswer(choice, { ...round, skipped: true }, true, given('p', ['B'], 0)).points).toBe(0);
  });

  it('are shared among several right options, and a wrong one takes a share back', () => {
    const share = (choices: string[]) => shareRight(several, { answer: { kind: 'choice', choices }, verdict: null });
    expect([share(['A', 'D']), share(['A']), share(['A', 'B']), share(['A', 'B', 'D']), share(['B', 'C'])]).toEqual([
      1, 0.5, 0, 0.5, 0,
    ]);
  });

  it('add up to the same standings however the answers are ordered', () => {
    const state: LiveState = {
      ...openingState(PLAN, { ...DEFAULT_SETTINGS, speed: true }),
      phase: 'podium',
      rounds: [round, { ...round, questionId: 'several' }],
    };
    const answers = [given('p1', ['B'], 3000), given('p2', ['B'], 900), given('p3', ['C'], 10)];
    fc.assert(
      fc.property(fc.shuffledSubarray(answers, { minLength: 3 }), (shuffled) => {
        const { now: ranked } = standings(state, ALL, ['p1', 'p2', 'p3'], new Map([[0, shuffled]]), 2);
        expect(ranked.map((place) => [place.playerId, place.rank])).toEqual([
          ['p2', 1],
          ['p1', 2],
          ['p3', 3],
        ]);
      }),
    );
  });
});

describe('views', () => {
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
      ...openingState(PLAN, { ...DEFAULT_SETTINGS, speed: true, showNames: true }),
      phase: 'reveal',
      rounds: [round],
    };
    const room = roomOf(
      state,
      new Map([[0, [given('p1', ['B'], 10_000), given('p2', ['B'], 1000), given('p3', ['B'], 500)]]]),
      ['p1', 'p2', 'p3'].map((id) => player(id)),
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

  it('leave out what players answered who were removed, until they are let back in', () => {
    const state: LiveState = { ...openingState(PLAN, DEFAULT_SETTINGS), phase: 'reveal', rounds: [round] };
    const answers = [given('p1', ['B'], 5), given('p2', ['C'], 5)];
    const seen = (removed: boolean) => {
      const room = roomOf(state, [[0, answers]], [player('p1'), player('p2', { removed })]);
      const host = hostViewOf(room, JOIN);
      const report = hostViewOf({ ...room, state: { ...state, phase: 'ended' } }, JOIN).facility;
      return [host.answered, host.distribution?.map((tally) => tally.count), report[0]?.answered];
    };
    expect(seen(true)).toEqual([1, [0, 1, 0, 0], 1]);
    expect(seen(false)).toEqual([2, [0, 1, 1, 0], 2]);
  });

  it('tell a class of a hidden test no more than the student whose answer fails it, and its teacher all', () => {
    const state: LiveState = {
      ...openingState([{ questionId: 'function', seconds: 20 }], DEFAULT_SETTINGS),
      phase: 'reveal',
      rounds: [{ ...round, questionId: 'function' }],
    };
    const answers = [givenAnswer('p1', ANSWERS.function.wrong, 5, { verdict: verdictOf(0) })];
    const room = roomOf(state, [[0, answers]]);
    expect(JSON.stringify([screenViewOf(room, JOIN), playerViewOf(room, 'p1')])).not.toContain('NEVER-');
    expect(hostViewOf(room, JOIN).groups?.graded[0]?.feedback?.params).toEqual({
      expected: 'NEVER-told',
      got: 'NEVER-told',
    });
    expect(screenViewOf(room, JOIN).groups?.graded[0]).toMatchObject({ count: 1, result: 'fail' });
  });
});

describe('a group of wrong answers', () => {
  it('says of which part of a question it speaks, where there are several that the class sees', () => {
    const graded = verdictOf(0);
    const wrong = { code: 'feedback.wrongValue', params: { expected: '68', got: '20' } };
    const of = (parts: readonly { name: string; visible: boolean; feedback: (typeof wrong)[] }[]) => {
      const tests = parts.map((part, at) => ({
        id: `t${at}`,
        passed: part.feedback.length === 0,
        points: 0,
        maxPoints: 1,
        ...part,
      }));
      const state: LiveState = {
        ...openingState([{ questionId: 'maths', seconds: 20 }], DEFAULT_SETTINGS),
        phase: 'reveal',
        rounds: [{ ...round, questionId: 'maths' }],
      };
      const answer = givenAnswer('p1', ANSWERS.maths.wrong, 5, { verdict: { ...graded, tests } });
      return screenViewOf(roomOf(state, [[0, [answer]]]), JOIN).groups?.graded[0];
    };
    const [right, alone] = [
      { name: '∂f/∂x', visible: true, feedback: [] },
      { name: '∂f/∂y', visible: true, feedback: [wrong] },
    ];
    expect(of([right, alone])).toMatchObject({ of: '∂f/∂y', feedback: wrong });
    expect(of([alone])).toMatchObject({ of: null, feedback: wrong });
    expect(of([right, { ...alone, visible: false }])).toMatchObject({ of: null });
  });
});

describe('what a player is told of their own answer', () => {
  const asked = (kind: QuestionKind, until: 'question' | 'reveal', ...answers: Answer[]) =>
    playerViewOf(roomAsking(OF_EACH_KIND[kind], answers, until), 'p0');

  it('is nothing before the reveal, in no kind, and the class has no shares yet', () => {
    for (const kind of Object.keys(OF_EACH_KIND) as QuestionKind[]) {
      const view = asked(kind, 'question', ANSWERS[kind].wrong, ANSWERS[kind].right);
      expect([kind, view.reveal, view.me.told, view.me.verdict, view.me.result]).toEqual([
        kind,
        null,
        null,
        null,
        null,
      ]);
      expect(leaksIn([JSON.stringify(view)], ALL)).toEqual([]);
      const telling = { ...view, me: { ...view.me, told: { notes: [], tex: null, feedback: [] } } };
      expect(leaksIn([JSON.stringify(telling)], ALL)).not.toEqual([]);
    }
  });

  it('is why an option is wrong, with the share of the class that picked it; of another option it is not', () => {
    const wrong = asked(
      'choice',
      'reveal',
      { kind: 'choice', choices: ['C'] },
      { kind: 'choice', choices: ['B'] },
      { kind: 'choice', choices: ['B'] },
    );
    expect(wrong.me.told?.notes).toEqual([{ letter: 'C', html: 'SECRET-note-choice' }]);
    expect(wrong.reveal?.shares).toEqual({ A: 0, B: 67, C: 33, D: 0 });
    expect(asked('choice', 'reveal', { kind: 'choice', choices: ['A'] }).me.told).toBeNull();
    expect(asked('choice', 'reveal', { kind: 'choice', choices: ['B'] }).me.told).toBeNull();
  });

  it('is how a number was read, and the slip in it', () => {
    const { told } = asked('number', 'reveal', { kind: 'number', value: '-543656/2' }).me;
    expect(told?.tex).toContain('543656');
    expect(told?.feedback.map(({ code }) => code)).toEqual(['feedback.slip.sign']);
  });

  it('is what the author says of a text, typeset and not once more in plain words', () => {
    expect(asked('text', 'reveal', { kind: 'text', text: 'Slope' }).me.told).toEqual({
      notes: [{ letter: null, html: 'SECRET-note-text' }],
      tex: null,
      feedback: [],
    });
  });

  it('is how the pairs of an order stand; nothing where nothing came', () => {
    const { told } = asked('order', 'reveal', { kind: 'order', order: ['A', 'B', 'C', 'D'] }).me;
    expect(told?.feedback).toEqual([{ code: 'feedback.orderPairs', params: { right: 5, pairs: 6 } }]);
    expect(playerViewOf(roomAsking(OF_EACH_KIND.order, [], 'reveal'), 'p0').me.told).toBeNull();
  });

  it('stands in the review too, with the verdict of what the pool graded', () => {
    const state: LiveState = {
      ...openingState([...PLAN, { questionId: 'function', seconds: 20 }], DEFAULT_SETTINGS),
      phase: 'ended',
      rounds: [round, playedRound('function')],
    };
    const answers = [
      [0, [given('p1', ['C'], 5), given('p2', ['B'], 5)]],
      [1, [givenAnswer('p1', ANSWERS.function.wrong, 5, { verdict: verdictOf(0) })]],
    ] as const;
    const review = playerViewOf(
      roomOf(
        state,
        answers.map(([index, list]) => [index, [...list]] as const),
      ),
      'p1',
    ).me.review;
    expect(review?.map((one) => one.told?.notes.length ?? null)).toEqual([1, null]);
    expect(review?.map((one) => one.verdict?.result ?? null)).toEqual([null, 'fail']);
    expect(review?.[0]?.reveal?.shares).toEqual({ A: 0, B: 50, C: 50, D: 0 });
    expect(JSON.stringify(review)).not.toContain('NEVER-');
  });
});

describe('a view that says that its question is the same', () => {
  const state: LiveState = {
    ...openingState(PLAN, DEFAULT_SETTINGS),
    phase: 'question',
    rounds: [{ ...round, closedAt: null }],
  };
  const view = playerViewOf(roomOf(state, [], [player('a')]), 'a');
  const news = { ...view, question: { id: 'choice', same: true } } as const;

  it('is made whole by the last one that came', () => {
    expect(view.question).not.toBeNull();
    expect(wholeView(news, view.question)).toEqual(view);
    expect(wholeView(view, null)).toEqual(view);
    expect(wholeView({ ...view, question: null }, view.question)?.question).toBeNull();
  });

  it('is left alone where another one came last, or none', () => {
    expect(wholeView(news, null)).toBeUndefined();
    expect(wholeView({ ...news, question: { id: 'several', same: true } }, view.question)).toBeUndefined();
  });
});
