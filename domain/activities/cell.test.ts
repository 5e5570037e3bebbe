/** Cells of the grade book: what counts when, what is late by hand, and how they travel. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellFacts, type ColumnRules, type GradeCell, gradeCell } from './cell.ts';
import { GradeKinds, meanOf, openGrades, totalOfRow } from './gradebook-wire.ts';
import { NO_OVERRIDE } from './override.ts';

const NOW = 1_000_000;
const COLUMN: ColumnRules = {
  ...{ kind: 'work', opensAt: null, dueAt: null, closesAt: null, late: 'accepted', latePercent: 10, lateFloor: 50 },
  ...{ answers: 'atOnce', releasedAt: null, maxPoints: null, endedAt: null },
};
const result = (more: Partial<NonNullable<CellFacts['result']>> = {}) => ({
  ...{ points: 3, maxPoints: 4, asked: 2, handedIn: 2, waits: 0, days: 0 },
  ...more,
});
const FACTS: CellFacts = { isTheirs: true, result: undefined, given: null, override: null, timeUpAt: null };
const at = (column: Partial<ColumnRules>, facts: Partial<CellFacts>): GradeCell =>
  gradeCell({ ...COLUMN, ...column }, { ...FACTS, ...facts }, NOW);

describe('what counts', () => {
  it('is what is handed in whole, and nothing that waits, is excused or was given to others', () => {
    expect(at({}, { result: result() })).toMatchObject({ state: 'done', points: 3, maxPoints: 4, counts: true });
    expect(at({}, { result: result({ waits: 1 }) })).toMatchObject({ state: 'waits', counts: false });
    expect(at({}, { result: result(), override: { ...NO_OVERRIDE, excused: true } })).toMatchObject({
      ...{ state: 'excused', points: null, counts: false, differs: true },
    });
    expect(at({}, { result: result(), isTheirs: false })).toMatchObject({ state: 'notTheirs', counts: false });
  });

  it('is 0 for who handed in nothing only after it has closed', () => {
    const none = result({ points: 0, handedIn: 0 });
    expect(at({ dueAt: NOW - 1 }, { result: none })).toMatchObject({ state: 'nothing', points: null, counts: false });
    expect(at({ closesAt: NOW }, { result: none })).toMatchObject({ state: 'nothing', counts: false });
    expect(at({ closesAt: NOW - 1 }, { result: none })).toMatchObject({ state: 'missing', points: 0, counts: true });
    const longer = { ...NO_OVERRIDE, until: NOW + 1 };
    expect(at({ closesAt: NOW - 1 }, { result: none, override: longer })).toMatchObject({
      ...{ state: 'nothing', counts: false, until: NOW + 1 },
    });
    expect(at({}, { result: none, timeUpAt: NOW - 1 })).toMatchObject({ state: 'missing', counts: true });
  });

  it('is what is begun only from its due date on, or at once where it has no end', () => {
    const begun = result({ handedIn: 1 });
    expect(at({}, { result: begun })).toMatchObject({ state: 'begun', points: 3, counts: true });
    expect(at({ dueAt: NOW }, { result: begun })).toMatchObject({ state: 'begun', points: 3, counts: false });
    expect(at({ dueAt: NOW - 1 }, { result: begun }).counts).toBe(true);
    expect(at({ closesAt: NOW + 1 }, { result: begun }).counts).toBe(false);
    expect(at({ closesAt: NOW - 1 }, { result: begun })).toMatchObject({ state: 'done', counts: true });
  });

  it('is nothing of a session for who was not there, once it has ended', () => {
    const absent = result({ points: 0, handedIn: 0 });
    expect(at({ kind: 'live' }, { result: absent }).counts).toBe(false);
    // and nothing of it is told while it is played
    expect(at({ kind: 'live' }, { result: result() })).toMatchObject({ points: null, counts: false });
    expect(at({ kind: 'live', endedAt: NOW - 1 }, { result: result() })).toMatchObject({ points: 3, counts: true });
    expect(at({ kind: 'live', endedAt: NOW - 1 }, { result: absent })).toMatchObject({ state: 'missing', points: 0 });
  });

  it('is of what is outside what a teacher gave, and nothing before', () => {
    expect(at({ kind: 'outside', maxPoints: 10 }, {})).toMatchObject({
      state: 'nothing',
      maxPoints: 10,
      counts: false,
    });
    expect(at({ kind: 'outside', maxPoints: 10 }, { given: { points: 7, asIs: false } })).toMatchObject({
      ...{ state: 'done', points: 7, maxPoints: 10, given: 7, counts: true },
    });
  });
});

describe('points by hand', () => {
  const late = { late: 'deducted', dueAt: NOW - 10 } as const;
  const given = { points: 15, asIs: false };

  it('have the rule for what is late too, unless it is lifted in the cell or for the student', () => {
    const days = result({ days: 1 });
    expect(at(late, { result: days, given })).toMatchObject({ state: 'done', points: 13.5, days: 1 });
    expect(at(late, { result: days, given: { ...given, asIs: true } }).points).toBe(15);
    expect(at(late, { result: days, given, override: { ...NO_OVERRIDE, waived: true } }).points).toBe(15);
    expect(at({ ...late, late: 'accepted' }, { result: days, given }).points).toBe(15);
    expect(at(late, { result: result({ days: 40 }), given }).points).toBe(7.5);
  });

  it('stand for what was not handed in as well', () => {
    expect(at({ closesAt: NOW - 1 }, { result: result({ handedIn: 0, points: 0 }), given })).toMatchObject({
      ...{ state: 'done', points: 15, counts: true },
    });
  });
});

const cell: fc.Arbitrary<GradeCell> = fc.record({
  state: fc.constantFrom('done', 'missing', 'notTheirs', 'begun', 'waits', 'excused'),
  points: fc.option(fc.integer({ min: 0, max: 40 }).map((n) => n / 4)),
  maxPoints: fc.integer({ min: 0, max: 10 }),
  counts: fc.boolean(),
  days: fc.nat(3),
  given: fc.option(fc.nat(3)),
  differs: fc.boolean(),
  until: fc.option(fc.integer({ min: 0, max: 2 })),
});

describe('a grade book', () => {
  it('arrives as it was sent', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
        const table = new GradeKinds();
        const cells = rows.map((row) => row.map((one) => table.place(one)).join(','));
        const columns = ['a', 'b', 'c'].map((id) => ({
          ...{ id, title: id, kind: 'work' as const, lessonId: null, categoryId: null, weight: 1, maxPoints: 4 },
          ...{ dueAt: null, closesAt: null, hidden: false, untold: false },
        }));
        const opened = openGrades({
          ...{ columns, cells, kinds: table.kinds, categories: [], gradesAs: 'percent', scale: null },
          students: rows.map((_, index) => [String(index), `S${index}`]),
        });
        expect(opened.map((row) => row.cells)).toEqual(rows);
      }),
    );
  });

  it('takes into totals and means only what counts', () => {
    const row = (one: Partial<GradeCell>, other: Partial<GradeCell>) => ({
      ...{ id: 'x', name: 'X' },
      cells: [one, other].map((more) => ({ ...at({}, { result: result() }), ...more })),
    });
    const rows = [row({ points: 4 }, { counts: false }), row({ points: 0, state: 'missing' }, {})];
    const columns = ['a', 'b'].map((id) => ({ id, categoryId: null, weight: 1 }));
    expect(rows.map((one) => totalOfRow(one, columns, []).share)).toEqual([1, 0.375]);
    expect([meanOf(rows, 0), meanOf(rows, 1), meanOf([], 0)]).toEqual([0.5, 0.75, null]);
  });
});
