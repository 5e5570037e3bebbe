/** A key that was wrong, put right: what may be corrected, whose points change, and that nothing else does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice as asked, given, playedRound, player, roomOf, verdictOf } from '../../tests/support/live-questions.ts';
import type { Question, QuestionOf } from '../question.ts';
import { correctedRounds, correctionOf, fitsSession, mayBeCorrected, roundsToRegrade } from './correction.ts';
import { ranking } from './ranks.ts';
import type { Room, StoredAnswer } from './room.ts';
import { DEFAULT_SETTINGS, type LiveState, openingState, PHASES } from './state.ts';
import { playerViewOf } from './view/player.ts';

const LETTERS = ['A', 'B', 'C', 'D'];
const common = { ...asked, title: 'A question' };
const commonKey = { hints: [], solutionHtml: null, explanationHtml: null };

function choice(correct: string[], letters = LETTERS): QuestionOf<'choice'> {
  return {
    ...common,
    id: 'one',
    multiple: correct.length > 1,
    options: letters.map((letter) => ({ letter, html: letter })),
    key: { ...commonKey, correct, notes: {} },
  };
}
function slope(derivativeOf: string, parts = ['dx']): QuestionOf<'maths'> {
  const { options: _options, multiple: _multiple, ...rest } = common;
  return {
    ...rest,
    kind: 'maths',
    id: 'slope',
    variables: ['x'],
    positive: [],
    parts: parts.map((id) => ({ id, label: '', labelHtml: '', points: 1 })),
    key: { ...commonKey, truths: Object.fromEntries(parts.map((id) => [id, { derivativeOf, by: 'x' }])) },
  };
}
const lesson = (...questions: Question[]): { questions: Map<string, Question> } => ({
  questions: new Map(questions.map((one) => [one.id, one])),
});
const BEFORE = lesson(choice(['A']), slope('x^2'));

const opening = openingState(
  ['one', 'slope'].map((questionId) => ({ questionId, seconds: 20 })),
  DEFAULT_SETTINGS,
);
const PLAYED: LiveState = {
  ...opening,
  phase: 'standings',
  rounds: ['one', 'slope'].map(playedRound),
};
const roomWith = (answers: [number, StoredAnswer[]][], people = ['ada', 'ben']): Room => ({
  ...roomOf(
    PLAYED,
    answers,
    people.map((id) => player(id)),
  ),
  ...BEFORE,
});
const passed = { verdict: verdictOf(1) };
const ROOM = roomWith([
  [
    0,
    [given('ada', { kind: 'choice', choices: ['A'] }, 5_000), given('ben', { kind: 'choice', choices: ['B'] }, 5_000)],
  ],
  [
    1,
    [
      given('ada', { kind: 'maths', parts: { dx: '2x' } }, 5_000, passed),
      given('ben', { kind: 'maths', parts: { dx: '2x' } }, 5_000, passed),
    ],
  ],
]);

describe('a correction', () => {
  it('tells whose points change by the right key, who gains most first, and nothing of the others', () => {
    const found = correctionOf(ROOM, lesson(choice(['B']), slope('x^2')));
    expect(found.questions).toEqual([{ id: 'one', title: 'A question', regraded: 0 }]);
    expect(found.players).toEqual([
      { nickname: 'Name ben', before: 1000, after: 2000 },
      { nickname: 'Name ada', before: 2000, after: 1000 },
    ]);
  });

  it('grades maths and code anew only where their question has changed', () => {
    expect(roundsToRegrade(ROOM, lesson(choice(['B']), slope('x^2')))).toEqual([]);
    const other = lesson(choice(['A']), slope('x^3'));
    expect(correctedRounds(ROOM, other)).toEqual([1]);
    expect(roundsToRegrade(ROOM, other)).toEqual([1]);
    expect(correctionOf(ROOM, other).questions).toEqual([{ id: 'slope', title: 'A question', regraded: 2 }]);
  });

  it('is refused while a question is read, answered or talked about', () => {
    const open = PHASES.filter((phase) => !mayBeCorrected({ ...PLAYED, phase }));
    expect(open).toEqual(['read', 'question', 'closed', 'discuss']);
  });

  it('fits keys and words that changed, and no lesson whose questions are gone or ask for other answers', () => {
    expect(fitsSession(PLAYED, BEFORE, lesson(choice(['D']), slope('sin x')))).toBe(true);
    expect(fitsSession(PLAYED, BEFORE, lesson({ ...choice(['A']), promptHtml: 'other' }, slope('x^2')))).toBe(true);
    expect(fitsSession(PLAYED, BEFORE, lesson(choice(['A'])))).toBe(false);
    expect(fitsSession(PLAYED, BEFORE, lesson(choice(['A'], ['A', 'B']), slope('x^2')))).toBe(false);
    expect(fitsSession(PLAYED, BEFORE, lesson(choice(['A']), slope('x^2', ['dx', 'dy'])))).toBe(false);
    expect(fitsSession(PLAYED, BEFORE, lesson({ ...slope('x^2'), id: 'one' }, slope('x^2')))).toBe(false);
  });

  it('is told to players from then on, and no more once another question has closed', () => {
    const told = (correctedAt: number | null, phase: LiveState['phase']) =>
      playerViewOf({ ...ROOM, state: { ...PLAYED, correctedAt, phase } }, 'ada').corrected;
    expect([told(null, 'standings'), told(21_000, 'standings'), told(19_000, 'standings')]).toEqual([
      false,
      true,
      false,
    ]);
    expect(told(19_000, 'ended')).toBe(true);
  });

  it('gives every player what the right key would have given from the start, whatever was answered', () => {
    const letters = fc.subarray(LETTERS, { minLength: 1 });
    const people = Array.from({ length: 6 }, (_, place) => `p${place}`);
    fc.assert(
      fc.property(letters, letters, fc.array(letters, { minLength: 6, maxLength: 6 }), (wrong, right, picks) => {
        const answers = people.map((id, place) => given(id, { kind: 'choice', choices: picks[place] ?? [] }, 5_000));
        const room = { ...roomWith([[0, answers]], people), ...lesson(choice(wrong), slope('x^2')) };
        const after = lesson(choice(right), slope('x^2'));
        const told = correctionOf(room, after);
        const points = (one: Room) => new Map(ranking(one).map(({ nickname, points: p }) => [nickname, p]));
        const [then, now] = [points(room), points({ ...room, ...after })];
        for (const [nickname, p] of now) {
          const change = told.players.find((one) => one.nickname === nickname);
          expect(change?.after ?? then.get(nickname)).toBe(p);
        }
      }),
    );
  });
});
