/** Rows that move: which place one is over, who makes way, and that nothing is lost or doubled. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moved, placeAt, type Row, wayMade } from './moves.ts';

/** Four rows of 50, 80, 50 and 60 px with 8 px between them. */
const rows: Row[] = [
  { top: 0, height: 50 },
  { top: 58, height: 80 },
  { top: 146, height: 50 },
  { top: 204, height: 60 },
];

it('a row passes another one when its edge passes the middle of it', () => {
  expect(placeAt(rows, 0, 0)).toBe(0);
  expect(placeAt(rows, 0, 47)).toBe(0);
  expect(placeAt(rows, 0, 49)).toBe(1);
  expect(placeAt(rows, 0, 500)).toBe(3);
  expect(placeAt(rows, 3, -32)).toBe(3);
  expect(placeAt(rows, 3, -34)).toBe(2);
  expect(placeAt(rows, 3, -500)).toBe(0);
});

it('the others make way by its height and the gap', () => {
  expect(wayMade(rows, 0, 2)).toEqual([0, -58, -58, 0]);
  expect(wayMade(rows, 3, 1)).toEqual([0, 68, 68, 0]);
  expect(wayMade(rows, 1, 1)).toEqual([0, 0, 0, 0]);
  expect(wayMade(rows.slice(0, 1), 0, 0)).toEqual([0]);
});

it('however it is moved, all are there once, the others in their order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 6 }),
      fc.nat(5),
      fc.integer({ min: -3, max: 9 }),
      (list, from, to) => {
        const next = moved(list, from, to);
        expect(next.toSorted()).toEqual(list.toSorted());
        const place = from < list.length ? Math.max(0, Math.min(list.length - 1, to)) : -1;
        expect(next.indexOf(list[from] ?? Number.NaN)).toBe(place);
        expect(next.filter((one) => one !== list[from])).toEqual(list.filter((one) => one !== list[from]));
      },
    ),
  );
});
