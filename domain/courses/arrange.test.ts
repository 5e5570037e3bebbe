import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbered, putBefore, whereItWas } from './arrange.ts';

const LIST = ['a', 'b', 'c', 'd'];

describe('putting one before another', () => {
  it('moves it within its list', () => {
    expect(putBefore(LIST, 'd', 'a')).toEqual(['d', 'a', 'b', 'c']);
    expect(putBefore(LIST, 'a', 'd')).toEqual(['b', 'c', 'a', 'd']);
    expect(putBefore(LIST, 'b', null)).toEqual(['a', 'c', 'd', 'b']);
    expect(putBefore(LIST, 'b', 'b')).toEqual(LIST);
  });
  it('takes one that comes from elsewhere', () => {
    expect(putBefore(LIST, 'x', 'b')).toEqual(['a', 'x', 'b', 'c', 'd']);
    expect(putBefore([], 'x', null)).toEqual(['x']);
  });
  it('does nothing where the other one is not there any more', () => {
    expect(putBefore(LIST, 'a', 'gone')).toBeUndefined();
    expect(putBefore(LIST, 'x', 'x')).toBeUndefined();
  });
  it('loses nobody, doubles nobody, and is undone by putting it back before whom it stood', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), fc.nat(), (list, from, to) => {
        const at = from % list.length;
        const id = list[at] ?? '';
        const before = list[to % (list.length + 1)] ?? null;
        const moved = putBefore(list, id, before) ?? [];
        expect(moved.toSorted()).toEqual(list.toSorted());
        expect(putBefore(moved, id, list[at + 1] ?? null)).toEqual(list);
      }),
    );
  });
});

it('one that comes back stands where it stood, as far as the others still do', () => {
  const list = [
    { id: 'a', number: 5 },
    { id: 'c', number: 6 },
  ];
  expect(whereItWas(list, 6)).toBe('c');
  expect(whereItWas(list, 5)).toBe('a');
  expect(whereItWas(list, 9)).toBeNull();
});

it('numbers go on without gaps from the first', () => {
  expect(numbered(['b', 'a'], 5)).toEqual([
    { id: 'b', number: 5 },
    { id: 'a', number: 6 },
  ]);
});
