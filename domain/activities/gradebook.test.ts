/** Totals of a grade book: weights, dropped ones, excused ones; and marks at their edges. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Category, type Cell, totalOf } from './gradebook.ts';
import { faultOfScale, markOf, roundedPercent } from './scale.ts';

const category = (id: string, weight = 1, dropLowest = 0): Category => ({ id, name: id, weight, dropLowest });
let made = 0;
const cell = (points: number | null, more: Partial<Cell> = {}): Cell => ({
  activityId: `a${++made}`,
  categoryId: null,
  weight: 1,
  maxPoints: 10,
  points,
  ...more,
});

describe('a total', () => {
  it('counts shares and not points, so that what has many weighs no more than it should', () => {
    expect(totalOf([cell(5), cell(100, { maxPoints: 100 })], []).share).toBe(0.75);
    expect(totalOf([cell(5), cell(100, { maxPoints: 100, weight: 3 })], []).share).toBe(0.875);
    expect(totalOf([cell(5), cell(100, { maxPoints: 100 })], [])).toMatchObject({ points: 105, maxPoints: 110 });
  });

  it('leaves out what one is excused from and what nobody can say anything of, and has none where nothing is left', () => {
    expect(totalOf([cell(null), cell(4)], []).share).toBe(0.4);
    expect(totalOf([cell(null)], [])).toMatchObject({ share: null, points: 0, maxPoints: 0 });
    expect(totalOf([cell(0)], []).share).toBe(0);
    expect(totalOf([cell(3, { weight: 0 }), cell(3, { maxPoints: 0 })], []).share).toBeNull();
  });

  it('weighs categories against each other, and those in which there is nothing yet not at all', () => {
    const categories = [category('tests', 3), category('work', 1), category('oral', 2)];
    const cells = [
      cell(10, { categoryId: 'tests' }),
      cell(0, { categoryId: 'work' }),
      cell(null, { categoryId: 'oral' }),
    ];
    expect(totalOf(cells, categories).share).toBe(0.75);
    expect(totalOf(cells, [category('tests', 0), category('work')]).share).toBe(0);
    // of a category that is gone nothing is lost
    expect(totalOf(cells, []).share).toBe(0.5);
  });

  it('drops the lowest of a category as long as one is left, and says which', () => {
    const cells = [2, 9, 5].map((points) => cell(points, { categoryId: 'work' }));
    const drops = (count: number) => totalOf(cells, [category('work', 1, count)]);
    expect([0, 1, 2, 9].map((count) => Math.round((drops(count).share ?? 0) * 100))).toEqual([53, 70, 90, 90]);
    expect(drops(1).categories[0]?.dropped).toEqual([cells[0]?.activityId]);
    expect(drops(1)).toMatchObject({ points: 14, maxPoints: 20 });
    // who is excused from one has none the less dropped
    const excused = [cell(null, { categoryId: 'work' }), ...cells];
    expect(totalOf(excused, [category('work', 1, 1)]).share).toBeCloseTo(0.7);
  });

  it('is between the lowest and the highest share, and no worse for dropping or for better points', () => {
    const some = fc.array(
      fc.record({
        points: fc.option(fc.integer({ min: 0, max: 12 })),
        maxPoints: fc.integer({ min: 1, max: 10 }),
        weight: fc.integer({ min: 0, max: 3 }),
        categoryId: fc.constantFrom(null, 'a', 'b'),
      }),
      { maxLength: 12 },
    );
    const two = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.nat(3));
    fc.assert(
      fc.property(some, two, (raw, [one, other, drop]) => {
        const cells = raw.map((more, at) => cell(null, { ...more, activityId: `c${at}` }));
        const by = (count: number) => totalOf(cells, [category('a', one, count), category('b', other)]);
        const { share } = by(drop);
        const shares = cells.flatMap(({ points, maxPoints }) => (points === null ? [] : [points / maxPoints]));
        if (share === null) return;
        expect(share).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-9);
        expect(share).toBeLessThanOrEqual(Math.max(...shares) + 1e-9);
        if (cells.every(({ weight }) => weight === 1)) expect(share).toBeGreaterThanOrEqual((by(0).share ?? 0) - 1e-9);
        const better = cells.map((one_) => ({ ...one_, points: one_.points === null ? null : one_.points + 1 }));
        expect(totalOf(better, [category('a', one), category('b', other)]).share ?? 0).toBeGreaterThanOrEqual(
          (by(0).share ?? 0) - 1e-9,
        );
      }),
    );
  });
});

describe('a mark', () => {
  const GERMAN = [
    { name: '1', from: 92 },
    { name: '2', from: 81 },
    { name: '3', from: 67 },
    { name: '4', from: 50 },
    { name: '5', from: 30 },
    { name: '6', from: 0 },
  ];
  it('is had from its edge on, rounded once and half up', () => {
    expect([1.2, 0.92, 0.919949, 0.91995, 0.8099, 0.5, 0].map((share) => markOf(share, GERMAN))).toEqual([
      ...['1', '1', '2', '1', '3', '4', '6'],
    ]);
    expect([0.89995, 0.899949, 1 / 3].map(roundedPercent)).toEqual([90, 89.99, 33.33]);
  });

  it('is of a scale that goes down to nothing, each with a name of its own', () => {
    expect(faultOfScale(GERMAN)).toBeUndefined();
    expect(faultOfScale([])).toBe('empty');
    expect(faultOfScale(GERMAN.slice(0, 5))).toBe('fromZero');
    expect(
      faultOfScale([
        { name: 'a', from: 50 },
        { name: 'a', from: 0 },
      ]),
    ).toBe('names');
    expect(
      faultOfScale([
        { name: 'a', from: 0 },
        { name: 'b', from: 0 },
      ]),
    ).toBe('order');
  });
});
