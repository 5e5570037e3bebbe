/** What the wall tells of numbers and texts: everybody is counted, and what is right is listed. */
import { describe, expect, it } from 'vitest';
import { JOIN, number, roomAsking, several, text } from '../../tests/support/live-questions.ts';
import type { Question } from '../question.ts';
import { shareRight } from './score.ts';
import { screenViewOf } from './view/screen.ts';

const five: Question = { ...number, key: { ...number.key, value: 5, tolerance: { absolute: 0.1, relative: 0 } } };
const wallOf = (values: string[]) =>
  screenViewOf(
    roomAsking(
      five,
      values.map((value) => ({ kind: 'number', value })),
      'reveal',
    ),
    JOIN,
  );
const repeated = (value: string, times: number): string[] => Array.from({ length: times }, () => value);

describe('with more different numbers than are told one by one', () => {
  const wrong = Array.from({ length: 9 }, (_, index) => repeated(String(10 + index), 2)).flat();

  it('the share that is right is one of everybody', () => {
    expect(wallOf(['5', '5', ...wrong]).rightShare).toEqual({ right: 2, of: 20 });
  });
  it('the right value is listed however rare it is, and nobody is missing', () => {
    const { distribution } = wallOf(['5', ...wrong, ...wrong]);
    expect(distribution).toContainEqual({ label: '5', count: 1, correct: true, noteHtml: null });
    expect(distribution?.reduce((sum, one) => sum + one.count, 0)).toBe(37);
    expect(distribution?.at(-1)).toEqual({ label: '', count: 8, correct: false, noteHtml: null, others: 2 });
  });
  it('the right value is listed though nobody gave it', () => {
    expect(wallOf(wrong).distribution).toContainEqual({ label: '5', count: 0, correct: true, noteHtml: null });
    expect(wallOf(wrong).rightShare).toEqual({ right: 0, of: 18 });
  });
});

it('numbers of one value are one group in whatever notation, and what is no number is not read from the wall', () => {
  const { distribution } = wallOf(['2.5', '2,5', '5/2', '2 1/2', '2½', 'fuck this']);
  expect(distribution?.map(({ label, count }) => [label, count])).toEqual([
    ['2.5', 5],
    ['***', 1],
    ['5', 0],
  ]);
});

it('a number that could be two is told as it was chosen', () => {
  const answers = [
    { kind: 'number' as const, value: '1,500', reading: '1500' },
    { kind: 'number' as const, value: '1,500', reading: '1.500' },
  ];
  const { distribution } = screenViewOf(roomAsking(five, answers, 'reveal'), JOIN);
  expect(distribution?.map(({ label, count }) => [label, count])).toEqual([
    ['1500', 1],
    ['1.500', 1],
    ['5', 0],
  ]);
});

it('the share of a choice of several counts people, not letters', () => {
  const answers = [['A', 'D'], ['A'], ['B', 'C'], ['A', 'B', 'C', 'D']].map((choices) => ({
    kind: 'choice' as const,
    choices,
  }));
  expect(screenViewOf(roomAsking(several, answers, 'reveal'), JOIN).rightShare).toEqual({ right: 1, of: 4 });
});

it('texts too: the accepted one is listed with nobody', () => {
  const { distribution } = screenViewOf(roomAsking(text, [{ kind: 'text', text: 'slope' }], 'reveal'), JOIN);
  expect(distribution?.map(({ label, count, correct }) => [label, count, correct])).toEqual([
    ['slope', 1, false],
    ['SECRET-accept-text', 0, true],
  ]);
});

it('what nobody was asked at the bell counts by the reading that was shown; what cannot be read earns nothing', () => {
  const thousand: Question = {
    ...number,
    key: { ...number.key, value: 1500, tolerance: { absolute: 0, relative: 0 } },
  };
  const share = (value: string, reading?: string): number =>
    shareRight(thousand, {
      answer: reading === undefined ? { kind: 'number', value } : { kind: 'number', value, reading },
      verdict: null,
    });
  expect([share('1,500'), share('1,500', '1.500'), share('1,500', '1500'), share('jacobien')]).toEqual([1, 0, 1, 0]);
});
