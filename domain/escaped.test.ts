import { describe, expect, it } from 'vitest';
import { cutAt, indexOfSign, splitAt } from './escaped.ts';

describe('signs in a text', () => {
  it('are found where no backslash stands before them, from a place on, and where they are meant', () => {
    expect(indexOfSign('a\\]b]c]', ']')).toBe(4);
    expect(indexOfSign('a\\]b]c]', ']', 5)).toBe(6);
    expect(indexOfSign('a\\\\]', ']')).toBe(3);
    expect(indexOfSign('a->b', '->')).toBe(1);
    expect(indexOfSign('C# is # a', '#', 0, (at) => at > 1)).toBe(6);
    expect(indexOfSign('a\\', ']')).toBe(-1);
  });

  it('part it once, or each time; what is kept by a backslash keeps it', () => {
    expect(cutAt('a\\#b#c#d', '#')).toEqual(['a\\#b', 'c#d']);
    expect(cutAt('a', '#')).toEqual(['a', null]);
    expect(splitAt('a|b\\|c||', '|')).toEqual(['a', 'b\\|c', '', '']);
    expect(splitAt('', '|')).toEqual(['']);
  });
});
