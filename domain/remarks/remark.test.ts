/** Remarks in their order, and what of them is new. */
import { expect, it } from 'vitest';
import { byLine, newestFresh, type ShownRemark } from './remark.ts';

const said = (id: string, line: number | null, fresh = false): ShownRemark => ({
  ...{ id, side: 'desk', by: 'A', own: false, line, text: id, at: '', editedAt: null, withdrawn: false, fresh },
});

it('stands by lines, what is about all of it first, each in the order in which it was said', () => {
  const remarks = [said('a', 7), said('b', null), said('c', 2), said('d', 7), said('e', null)];
  expect(byLine(remarks).map(({ line, remarks: some }) => [line, some.map(({ id }) => id).join('')])).toEqual([
    [null, 'be'],
    [2, 'c'],
    [7, 'ad'],
  ]);
});

it('is read up to the newest that is new', () => {
  expect(newestFresh([said('a', null, true), said('b', 3, true), said('c', null)])).toBe('b');
  expect(newestFresh([said('a', null)])).toBeUndefined();
});
