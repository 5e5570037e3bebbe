/** What a phone says in each phase: everybody is told what to do now, and nothing of the key before it is open. */
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, openingState } from '../../../domain/live/state.ts';
import { playerViewOf } from '../../../domain/live/view/player.ts';
import {
  ANSWERS,
  given,
  OF_EACH_KIND,
  playedRound,
  roomAsking,
  roomOf,
} from '../../../tests/support/live-questions.ts';
import { momentOf, saidOf } from './phase-words.ts';

const plan = [{ questionId: 'choice', seconds: 20 }];

it('tells the lobby, the question with its options and its time, the result with the place where there is one, and the end', () => {
  const lobby = playerViewOf(roomOf(openingState(plan, DEFAULT_SETTINGS), []), 'p1');
  expect(saidOf(lobby, 0)).toEqual({ what: 'lobby', name: 'Name p1' });
  const [open, told] = (['question', 'reveal'] as const).map((until) =>
    playerViewOf(roomAsking(OF_EACH_KIND.choice, [ANSWERS.choice.right], until), 'p0'),
  );
  expect(open && saidOf(open, 20)).toEqual({
    what: 'question',
    number: 1,
    rounds: 1,
    title: 'A question',
    options: 4,
    seconds: 20,
  });
  expect(told && saidOf(told, 0)).toEqual({ what: 'result', state: 'right', points: 1000, rank: 1, players: 1 });
  const missed = playerViewOf(roomAsking(OF_EACH_KIND.choice, [ANSWERS.choice.wrong], 'reveal'), 'p0');
  expect(saidOf(missed, 0)).toEqual({ what: 'result', state: 'wrong', points: 0, rank: 0, players: 1 });
  const ended = { ...openingState(plan, DEFAULT_SETTINGS), phase: 'ended' as const, rounds: [playedRound('choice')] };
  const over = playerViewOf(roomOf(ended, [[0, [given('p1', ANSWERS.choice.right, 5)]]]), 'p1');
  // the host has rung, and shows the answer in a moment: it is not the end
  expect(saidOf({ ...over, phase: 'closed' }, 0)).toEqual({ what: 'closed' });
  expect(saidOf(over, 0)).toEqual({ what: 'over', right: 1, rounds: 1, rank: 1, players: 2 });
});

it('says the result once, and once more when what was still graded is graded; the standings repeat nothing', () => {
  const view = playerViewOf(roomAsking(OF_EACH_KIND.maths, [ANSWERS.maths.right], 'reveal'), 'p0');
  expect(saidOf(view, 0)).toMatchObject({ what: 'result', state: 'grading' });
  const graded = { ...view, me: { ...view.me, result: { share: 1, points: 1000, tookMs: 1 } } };
  expect(momentOf(graded)).not.toBe(momentOf(view));
  expect(momentOf({ ...graded, phase: 'standings' })).toBe(momentOf(graded));
  expect(momentOf({ ...graded, phase: 'question' })).not.toBe(momentOf(graded));
});
