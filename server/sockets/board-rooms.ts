/**
 * The rooms of the sockets whose pages show a board, of one lesson in one class, or the grade book of a class: nobody hears of another
 * class.
 */
import { selectClassesOf } from '../../db/classes.ts';
import { database } from '../../db/client.ts';
import type { Hint } from '../../db/notify.ts';
import type { LiveServer } from '../live/connections.ts';

export function roomOfBoard(lesson: string, classId: string): string {
  return `board:${lesson}:${classId}`;
}

const GRADES = 'grades:';
export const roomOfGrades = (classId: string): string => `${GRADES}${classId}`;

/**
 * Tells the boards and grade books that a hint is about; the classes of a student are looked up only where somebody looks at the lesson,
 * or at any grade book.
 */
export async function tellBoards(
  io: LiveServer,
  { lesson, user, class: one }: Extract<Hint, { about: 'board' }>,
): Promise<void> {
  const all = roomOfBoard(lesson, '');
  const open = [...io.of('/').adapter.rooms.keys()];
  if (!open.some((name) => name.startsWith(all) || name.startsWith(GRADES))) return;
  const students = user === undefined ? [] : await selectClassesOf(database(), [user]);
  const rooms = [...students, ...(one === undefined ? [] : [one])].map((id) => roomOfBoard(lesson, id));
  if (rooms.length > 0) io.to(rooms).emit('board', { lesson });
  // an answer or a verdict of a student; what is graded again for a class is of anybody
  for (const id of students) tellGrades(io, { class: id, ...(user === undefined ? {} : { students: [user] }) });
  if (one !== undefined) tellGrades(io, { class: one });
}

/** Tells the open grade books of a class that something is not as it was. */
export function tellGrades(io: LiveServer, told: { class: string; students?: string[] | undefined }): void {
  io.to(roomOfGrades(told.class)).emit('grades', {
    class: told.class,
    ...(told.students === undefined ? {} : { students: told.students }),
  });
}
