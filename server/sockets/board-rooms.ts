/** The rooms of the sockets whose pages show a board: of one lesson in one class, so that nobody hears of another class. */
import { selectClassesOf } from '../../db/classes.ts';
import { database } from '../../db/client.ts';
import type { Hint } from '../../db/notify.ts';
import type { LiveServer } from '../live/connections.ts';

export function roomOfBoard(lesson: string, classId: string): string {
  return `board:${lesson}:${classId}`;
}

/** Tells the boards that a hint is about; the classes of a student are looked up only where somebody looks at the lesson. */
export async function tellBoards(
  io: LiveServer,
  { lesson, user, class: one }: Extract<Hint, { about: 'board' }>,
): Promise<void> {
  const all = roomOfBoard(lesson, '');
  if (![...io.of('/').adapter.rooms.keys()].some((name) => name.startsWith(all))) return;
  const students = user === undefined ? [] : await selectClassesOf(database(), [user]);
  const rooms = [...students, ...(one === undefined ? [] : [one])].map((id) => roomOfBoard(lesson, id));
  if (rooms.length > 0) io.to(rooms).emit('board', { lesson });
}
