/** Tells a class that it works together, or does so otherwise; and those whom raised hands concern. */

import { selectOptionalHour, selectRaising } from '../../db/class-hours.ts';
import { selectDesk, selectLearners } from '../../db/classes.ts';
import { database } from '../../db/client.ts';
import type { LiveServer } from '../live/connections.ts';

/** What is being told of each class: of two changes the later one is told last. */
const telling = new Map<string, Promise<void>>();

/** The view goes along, the same for all: a class that is paused does not ask for it all at once. */
export async function tellHour(io: LiveServer, classId: string): Promise<void> {
  if (!someoneFollows(io)) return;
  const before = telling.get(classId) ?? Promise.resolve();
  const now = before
    // whoever told it before has said what went wrong with that
    .catch(() => undefined)
    .then(async () => {
      const db = database();
      const [learners, desk] = await Promise.all([selectLearners(db, classId), selectDesk(db, classId)]);
      const hour = (await selectOptionalHour(db, classId)) ?? null;
      if (learners.length > 0) io.to(learners.map(roomOf)).emit('hour', { class: classId, learns: true, hour });
      if (desk.length > 0) io.to(desk.map(roomOf)).emit('hour', { class: classId, learns: false, hour });
    });
  telling.set(classId, now);
  await now.finally(() => {
    if (telling.get(classId) === now) telling.delete(classId);
  });
}

/** The desk, those who wait with a hand up, and whose hand it was: others have nothing to read. */
export async function tellHands(
  io: LiveServer,
  { class: classId, user }: { class: string; user: string },
): Promise<void> {
  if (!someoneFollows(io)) return;
  const db = database();
  const [desk, raising] = await Promise.all([selectDesk(db, classId), selectRaising(db, classId)]);
  io.to([...new Set([...desk, ...raising, user])].map(roomOf)).emit('hands', { class: classId });
}

const roomOf = (id: string): string => `user:${id}`;

/** Where nobody follows anything here, nothing is asked of the database. */
function someoneFollows(io: LiveServer): boolean {
  return [...io.of('/').adapter.rooms.keys()].some((name) => name.startsWith('user:'));
}
