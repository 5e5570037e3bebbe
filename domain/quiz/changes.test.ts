import { expect, it } from 'vitest';
import { changesOf, type QuizItemThen, type QuizVersion } from './changes.ts';
import { USUAL_QUIZ } from './settings.ts';
import { minutesOf } from './time.ts';

const item = (ref: string, more: Partial<QuizItemThen> = {}): QuizItemThen => ({
  ref,
  version: 1,
  title: ref.toUpperCase(),
  seconds: null,
  points: null,
  ...more,
});
const quiz = (...items: QuizItemThen[]): QuizVersion => ({ title: 'T', settings: USUAL_QUIZ, items });
const NOTHING = { renamed: false, added: [], removed: [], newer: [], weighed: [], moved: false, settings: false };

it('tells what came, what went, and what is asked otherwise', () => {
  const before = quiz(item('a'), item('b'), item('c'));
  const after = quiz(item('d'), item('b', { version: 2 }), item('c', { seconds: 30 }));
  expect(changesOf(before, after)).toEqual({ ...NOTHING, added: ['D'], removed: ['A'], newer: ['B'], weighed: ['C'] });
  expect(changesOf(before, before)).toEqual(NOTHING);
});

it('calls it another order only where questions that stayed change places', () => {
  const before = quiz(item('a'), item('b'), item('c'));
  expect(changesOf(before, quiz(item('x'), item('a'), item('c')))).toMatchObject({ moved: false });
  expect(changesOf(before, quiz(item('c'), item('a')))).toMatchObject({ moved: true });
});

it('tells another title and other settings', () => {
  const settings = { ...USUAL_QUIZ, live: { ...USUAL_QUIZ.live, speed: true } };
  const before = quiz(item('a'));
  expect(changesOf(before, { ...before, title: 'U' })).toEqual({ ...NOTHING, renamed: true });
  expect(changesOf(before, { ...before, settings })).toEqual({ ...NOTHING, settings: true });
});

it('counts the time to read, to answer and to be told', () => {
  expect(minutesOf([], 5)).toBe(0);
  expect(minutesOf([20, 55], 5)).toBe(Math.ceil((20 + 55 + 2 * 35) / 60));
});
