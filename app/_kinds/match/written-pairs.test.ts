import { expect, it } from 'vitest';
import { halvesOf, noteOf, noteText, pairText } from './written-pairs.ts';

it.each([
  ['$x^2$ -> $2x$', '$x^2$', '$2x$'],
  ['-> $x$', '', '$x$'],
  ['->', '', ''],
  ['a → b', 'a', 'b'],
  ['$x -> y$ -> $z$', '$x -> y$', '$z$'],
  ['`a -> b` -> c', '`a -> b`', 'c'],
  ['two\nlines -> c', 'two\nlines', 'c'],
])('parts %j at its arrow', (text, left, right) => {
  expect(halvesOf(text)).toEqual({ left, right });
  expect(halvesOf(pairText(left, right))).toEqual({ left, right });
});

it('finds no arrow where there is none of its own', () => {
  for (const text of ['a', 'a->b', '$x -> y$', '`a -> b`']) expect(halvesOf(text), text).toBeNull();
});

it.each([
  ['-> $x$\nThe power comes down.', '$x$', 'The power comes down.'],
  ['Not that.\n-> a', '', 'Not that.\n-> a'],
  ['-> $x$', '$x$', ''],
])('knows for which answer %j is', (note, answer, words) => {
  expect(noteOf(note)).toEqual({ answer, words });
  expect(noteOf(noteText({ answer, words }))).toEqual({ answer, words });
});
