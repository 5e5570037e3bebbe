/** The whole board of a class, as its page opens it. */

import type { Person } from '../../domain/people/person.ts';
import { type Board, openBoard } from '../../domain/results/board-wire.ts';
import { readBoard } from '../../server/features/board/queries.ts';

export async function boardOf(person: Person, of: { classId: string; lessonId: string }): Promise<Board> {
  const read = await readBoard(person, of);
  if (!read.ok) throw new Error(`the board was refused: ${read.refused}`);
  if (!('students' in read.board)) throw new Error('nothing was read before: the board is whole');
  return openBoard(read.board);
}
