/** Whom one goes to from a student within a question. */
import { expect, it } from 'vitest';
import type { Board } from '../../../../domain/results/board-wire.ts';
import { stepsOf } from './use-steps.ts';

/** Of two questions; each student with the state of the second. */
function boardOf(states: Record<string, string>): Board {
  const cell = (state: string) => ({ state, points: 0, attempts: 0 });
  const students = Object.entries(states).map(([id, state]) => ({ id, cells: [cell('right'), cell(state)] }));
  return { questions: [{ id: 'p' }, { id: 'q' }], students } as unknown as Board;
}
const board = boardOf({ a: 'right', b: 'untouched', c: 'wrong', d: 'draft', e: 'grading' });
const from = (studentId: string, students = ['a', 'b', 'c', 'd', 'e']) =>
  stepsOf(board, { questionId: 'q', studentId, students });

it('goes to those who have handed something in, in the order of the table, and not round', () => {
  expect(from('c')).toEqual({ at: 2, of: 3, previous: 'a', next: 'e' });
  expect(from('a')).toMatchObject({ at: 1, previous: undefined, next: 'c' });
  expect(from('e', ['e', 'c', 'a'])).toMatchObject({ at: 1, previous: undefined, next: 'c' });
  expect(from('e')).toMatchObject({ at: 3, next: undefined });
});

it('goes on from one who has handed in nothing, and from one whom the table does not show', () => {
  expect(from('b')).toEqual({ at: 0, of: 3, previous: 'a', next: 'c' });
  expect(from('z', ['c', 'e'])).toMatchObject({ at: 0, of: 2, previous: undefined, next: 'c' });
});
