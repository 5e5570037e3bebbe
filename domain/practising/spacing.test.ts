/** When what went wrong comes again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RATINGS } from './card.ts';
import { cardOf, daysUntil, ratingOf } from './spacing.ts';

const DAY = 86_400_000;
const BEGIN = Date.parse('2026-11-30T10:00Z');
const missed = { at: BEGIN, rating: 'wrong', practised: false } as const;
const practised = (at: number, rating: (typeof RATINGS)[number]) => ({ at, rating, practised: true });
const fact = fc.record({
  at: fc.integer({ min: BEGIN, max: BEGIN + 400 * DAY }),
  rating: fc.constantFrom(...RATINGS),
  practised: fc.boolean(),
});
/** Days between answers that are given when they are due. */
function daysOf(ratings: readonly (typeof RATINGS)[number][]): number[] {
  let card = cardOf([missed]);
  return ratings.map((rating) => {
    card = cardOf([practised(card?.due ?? 0, rating)], card);
    return card?.days ?? 0;
  });
}

describe('what comes again', () => {
  it('is nothing that never went wrong, and comes the day after it first did', () => {
    expect(cardOf([practised(BEGIN, 'right'), { ...missed, rating: 'right' }])).toBeNull();
    expect(cardOf([missed])).toMatchObject({ due: BEGIN + DAY, reps: 1, lapses: 0, lastRating: 'wrong' });
  });

  it('comes after longer and longer times as long as it is right, and soon once it was wrong', () => {
    const [first = 0, second = 0, third = 0, wrong = 0] = daysOf(['right', 'right', 'right', 'wrong']);
    expect(first).toBeGreaterThan(1);
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(second);
    expect(wrong).toBeLessThan(first + 3);
  });

  it('never comes before it was answered, and a right answer on its day lengthens what a wrong one shortens', () => {
    fc.assert(
      fc.property(fc.array(fact, { minLength: 1, maxLength: 12 }), (facts) => {
        const card = cardOf(facts);
        if (card === null) return;
        const newest = Math.max(...facts.map(({ at }) => at));
        expect(card.due).toBeGreaterThanOrEqual(card.lastReview + DAY);
        expect(card.lastReview).toBeLessThanOrEqual(newest);
        const at = Math.max(card.due, newest);
        const days = (rating: (typeof RATINGS)[number]): number => cardOf([practised(at, rating)], card)?.days ?? 0;
        expect(days('right')).toBeGreaterThanOrEqual(Math.min(365, card.days));
        expect(days('wrong')).toBeLessThanOrEqual(Math.max(1, card.days));
        expect(days('partly')).toBeLessThanOrEqual(days('right'));
      }),
    );
  });

  it('is the same whatever the order in which it became known, and whether a part was reckoned before', () => {
    const distinct = fc.uniqueArray(fact, { minLength: 1, maxLength: 10, selector: ({ at }) => at });
    fc.assert(
      fc.property(distinct, fc.nat(), (facts, cut) => {
        const inOrder = facts.toSorted((one, other) => one.at - other.at);
        const part = inOrder.slice(0, cut % (facts.length + 1));
        expect(cardOf(inOrder.slice(part.length), cardOf(part))).toEqual(cardOf(facts));
      }),
    );
  });

  it('does not move by what is right in the same sitting, nor by what is right in work that counts', () => {
    const card = cardOf([missed]);
    expect(cardOf([practised(BEGIN + 60_000, 'right')], card)).toEqual(card);
    expect(cardOf([{ ...missed, at: BEGIN + 60_000 }], card)).toEqual(card);
    expect(cardOf([{ at: BEGIN + 3 * DAY, rating: 'right', practised: false }], card)).toEqual(card);
    const right = cardOf([practised(BEGIN + DAY, 'right')], card);
    expect(cardOf([{ ...missed, at: BEGIN + DAY + 60_000 }], right)?.days).toBe(1);
    // of what is practised the first answer counts
    expect(cardOf([practised(BEGIN + DAY + 60_000, 'wrong')], right)).toEqual(right);
  });
});

describe('how an answer rates', () => {
  it('is partly where a hint was needed, and nothing where nobody has decided', () => {
    expect(ratingOf('pass')).toBe('right');
    expect(ratingOf('pass', 1)).toBe('partly');
    expect(ratingOf('partial')).toBe('partly');
    expect([ratingOf('fail'), ratingOf('error'), ratingOf('timeout', 1)]).toEqual(['wrong', 'wrong', 'wrong']);
    expect([ratingOf('undecided'), ratingOf('received')]).toEqual([null, null]);
  });
});

describe('days until something', () => {
  it('are days of the calendar there, whatever the hour', () => {
    const at = Date.parse('2026-12-01T00:30+01:00');
    const now = Date.parse('2026-11-30T23:45+01:00');
    expect(daysUntil(at, now, 'Europe/Berlin')).toBe(1);
    expect(daysUntil(at, now, 'America/New_York')).toBe(0);
    expect(daysUntil(now, at, 'Europe/Berlin')).toBe(-1);
  });
});
