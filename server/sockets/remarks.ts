/** Tells that something was said to a submission: its student, and who teaches and assists in the class. */
import { selectDesk } from '../../db/classes.ts';
import { database } from '../../db/client.ts';
import type { Hint } from '../../db/notify.ts';
import type { LiveServer } from '../live/connections.ts';

/** Each of their pages that follows anything hears it; where none is open here, nothing is asked of the database. */
export async function tellRemark(
  io: LiveServer,
  { class: classId, student, lesson, question, submission }: Extract<Hint, { about: 'remark' }>,
): Promise<void> {
  const { rooms } = io.of('/').adapter;
  if (![...rooms.keys()].some((name) => name.startsWith('user:'))) return;
  const hearers = [student, ...(await selectDesk(database(), classId))].map((id) => `user:${id}`);
  io.to(hearers).emit('remark', { class: classId, lesson, question, submission });
}
