/** A kind is called by a word where a teacher chooses what a quiz asks: one that has none would show its key in the catalogue. */
import { expect, it } from 'vitest';
import { KINDS } from '../../domain/kinds/kinds.ts';
import desk from '../../messages/en/desk.json' with { type: 'json' };

it('every kind has a word for those who choose questions', () => {
  expect(Object.keys(desk.board.kinds).toSorted()).toEqual(KINDS.toSorted());
});
