/** Long lists in pages. */
import { expect, it } from 'vitest';
import { askedOf, listAddress, PAGE_ROWS, placeInList } from './list-page.ts';

it('what an address asks for is read whoever wrote it', () => {
  expect(askedOf({})).toEqual({ search: '', page: 1 });
  expect(askedOf({ q: '  Yılmaz ', page: '3' })).toEqual({ search: 'Yılmaz', page: 3 });
  for (const page of ['0', '-1', '1.5', 'x', '1e3', '9999999', ['2', '3']]) expect(askedOf({ page }).page).toBe(1);
  expect(askedOf({ q: ['a', 'b'] }).search).toBe('');
  expect(askedOf({ q: 'a\u0000b' }).search).toBe('ab');
  expect(askedOf({ q: 'a'.repeat(500) }).search).toHaveLength(100);
});

it('a page after the last one is the last one, and an empty list has one page', () => {
  expect(placeInList(312, 2)).toEqual({ page: 2, pages: 7, before: PAGE_ROWS, of: 312 });
  expect(placeInList(312, 99)).toMatchObject({ page: 7, before: 300 });
  expect(placeInList(100, 2)).toMatchObject({ page: 2, pages: 2 });
  expect(placeInList(0, 5)).toEqual({ page: 1, pages: 1, before: 0, of: 0 });
});

it('an address says nothing that goes without saying', () => {
  expect(listAddress('/people', { q: '', page: 1, sort: undefined })).toBe('/people');
  expect(listAddress('/people', { q: 'ö & %', page: 2, sort: 'role' })).toBe(
    '/people?q=%C3%B6+%26+%25&page=2&sort=role',
  );
});
