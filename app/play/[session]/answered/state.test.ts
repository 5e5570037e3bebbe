/** How a round went: what is partly right bears no cross, and who sent nothing is not told to be wrong. */
import { expect, it } from 'vitest';
import type { ShownQuestion } from '../../../../domain/live/views.ts';
import { LOOK, roundState } from './state.ts';

const question = (kind: ShownQuestion['kind']): ShownQuestion => ({
  id: 'q',
  kind,
  title: 'Q',
  promptHtml: '',
  multiple: false,
  unit: null,
  options: null,
  asked: null,
});
const result = (share: number) => ({ share, points: 1000 * share, tookMs: 5 });
const of = (
  share: number | null,
  change: { skipped?: boolean; answered?: boolean } = {},
  kind: 'choice' | 'maths' = 'choice',
) =>
  roundState({
    question: question(kind),
    result: share === null ? null : result(share),
    skipped: false,
    answered: true,
    ...change,
  });

it('is right, partly right or wrong by the share of the answer', () => {
  expect([of(1), of(0.5), of(0)]).toEqual(['right', 'partly', 'wrong']);
});

it('is neither where nothing came, where the question was skipped, and while the pool grades', () => {
  expect(of(null, { answered: false })).toBe('none');
  expect(of(0, { skipped: true })).toBe('skipped');
  expect(of(null, {}, 'maths')).toBe('grading');
  expect(of(null, { answered: false }, 'maths')).toBe('none');
});

it('has a sign of its own where it is partly right, and no colour of a fault where nothing came', () => {
  expect(new Set([LOOK.right.sign, LOOK.partly.sign, LOOK.wrong.sign]).size).toBe(3);
  expect([LOOK.none.tone, LOOK.skipped.tone]).toEqual(['plain', 'plain']);
});
