/** Tells that something was asked at a question or answered: its student, and who teaches and assists in the class. */
import { selectDesk } from '../../db/classes.ts';
import { database } from '../../db/client.ts';
import type { Hint } from '../../db/notify.ts';
import type { LiveServer } from '../live/connections.ts';

/** Each of their pages that follows anything hears it; where none is open here, nothing is asked of the database. */
export async function tellInquiry(
  io: LiveServer,
  { class: classId, student, lesson, question, inquiry }: Extract<Hint, { about: 'inquiry' }>,
): Promise<void> {
  const { rooms } = io.of('/').adapter;
  if (![...rooms.keys()].some((name) => name.startsWith('user:'))) return;
  const hearers = [student, ...(await selectDesk(database(), classId))].map((id) => `user:${id}`);
  io.to(hearers).emit('inquiry', { class: classId, lesson, question, inquiry });
}

/** Tells that there is something new for somebody, or for all who learn in a class. */
export async function tellNotice(
  io: LiveServer,
  { user, class: classId }: Extract<Hint, { about: 'notice' }>,
): Promise<void> {
  const { rooms } = io.of('/').adapter;
  if (![...rooms.keys()].some((name) => name.startsWith('user:'))) return;
  const learners =
    classId === undefined
      ? []
      : await database().enrolment.findMany({ where: { classId, role: 'student' }, select: { userId: true } });
  const hearers = [...learners.map(({ userId }) => userId), ...(user === undefined ? [] : [user])];
  if (hearers.length > 0) io.to(hearers.map((id) => `user:${id}`)).emit('notice', {});
}
