/** Which questions are practised again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GivenActivity } from '../activities/rules.ts';
import { standingOf } from '../activities/standing.ts';
import { A_DAY, dueLater, dueNow, leavesFree, offeredToday } from './practisable.ts';
import { cardOf } from './spacing.ts';

const NOW = Date.parse('2026-11-30T10:00Z');
const HOUR = 3_600_000;
const activity: GivenActivity = {
  ...{ id: 'a', opensAt: null, dueAt: null, closesAt: null, attempts: null, minutes: null, answers: 'atOnce' },
  ...{ late: 'accepted', releasedAt: null, sitting: null, more: 0, latePercent: 0, lateFloor: 0, newValues: false },
  ...{ questions: null, timeFactor: 1, shuffleQuestions: false, shuffleOptions: false, seed: '' },
};
const place = (attempts: number | null, earned: number | null, spent = 1, attempt = 0) => ({
  question: { attempts, costs: { attempt, hint: 0 } },
  score: earned === null ? null : { points: earned, maxPoints: 2, attempts: spent },
});
const free = (of: ReturnType<typeof place>, ...given: Partial<GivenActivity>[]): boolean =>
  leavesFree(
    of,
    standingOf(
      given.map((one) => ({ ...activity, ...one })),
      NOW,
    ),
    NOW,
  );

describe('a question may be practised', () => {
  it('where no attempt that counts is left, or all points are earned', () => {
    expect(free(place(2, 0, 2), {})).toBe(true);
    expect(free(place(2, 0, 1), {})).toBe(false);
    expect(free(place(2, 2, 1), { dueAt: NOW + HOUR })).toBe(true);
    expect(free(place(null, 1), { attempts: 1 })).toBe(true);
    expect(free(place(1, 1), { more: 1 })).toBe(false);
  });

  it('of a lesson that was not given, unless attempts are counted or cost something', () => {
    expect(free(place(null, 0))).toBe(true);
    expect(free(place(null, null))).toBe(true);
    expect(free(place(3, 0))).toBe(false);
    expect(free(place(null, 0, 1, 0.25))).toBe(false);
  });

  it('never while work that is due asks it, nor where nothing is taken, and once it is closed', () => {
    expect(free(place(null, 0), { dueAt: NOW + HOUR })).toBe(false);
    expect(free(place(null, 0), { closesAt: NOW + HOUR })).toBe(false);
    expect(free(place(2, 0), { closesAt: NOW - HOUR })).toBe(true);
    expect(free(place(2, 0), { closesAt: NOW - HOUR, answers: 'onRelease' })).toBe(false);
    expect(free(place(2, 2, 2), { minutes: 20 })).toBe(false);
    // it counts once it opens
    expect(free(place(2, 2, 2), { opensAt: NOW + HOUR })).toBe(false);
    // another class still counts it
    expect(free(place(2, 0), { closesAt: NOW - HOUR }, {})).toBe(false);
  });
});

describe('what is offered', () => {
  const waiting = (ref: string, at: number) => {
    const card = cardOf([{ at, rating: 'wrong', practised: false }]);
    return card === null ? [] : [{ ref, card }];
  };

  it('is always in the same order, the longest overdue first, and all of it is due now or later', () => {
    const times = fc.array(fc.integer({ min: NOW - 1000 * HOUR, max: NOW }), { maxLength: 20 });
    fc.assert(
      fc.property(times, fc.gen(), (all, any) => {
        const cards = all.flatMap((at, index) => waiting(`q${index}`, at - (at % HOUR)));
        const shuffled = any(fc.shuffledSubarray, cards, { minLength: cards.length });
        const due = dueNow(shuffled, NOW, 'UTC');
        expect(due).toEqual(dueNow(cards, NOW, 'UTC'));
        expect(due.map(({ card }) => card.due)).toEqual(due.map(({ card }) => card.due).toSorted((a, b) => a - b));
        expect(due.length + dueLater(cards, NOW, 'UTC').length).toBe(cards.length);
      }),
    );
  });

  it('is so many a day and no more, and what was left out is no debt', () => {
    expect([offeredToday(3, 0), offeredToday(40, 0), offeredToday(40, 7), offeredToday(5, 12)]).toEqual([
      3,
      A_DAY,
      3,
      0,
    ]);
  });
});
