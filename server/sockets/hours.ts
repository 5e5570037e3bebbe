/** Tells a class that it works together, or does so otherwise; and those whom raised hands concern. */

import { selectOptionalHour } from '../../db/class-hours.ts';
import { selectDesk, selectLearners } from '../../db/classes.ts';
import { database } from '../../db/client.ts';
import type { LiveServer } from '../live/connections.ts';

/** The view goes along, the same for all: a class that is paused does not ask for it all at once. */
export async function tellHour(io: LiveServer, classId: string): Promise<void> {
  const hearers = await hearersIn(io, classId);
  if (hearers.length === 0) return;
  const hour = (await selectOptionalHour(database(), classId)) ?? null;
  io.to(hearers).emit('hour', { class: classId, hour });
}

/** Those who learn there may be waiting behind a hand that went down. */
export async function tellHands(io: LiveServer, classId: string): Promise<void> {
  const hearers = await hearersIn(io, classId);
  if (hearers.length > 0) io.to(hearers).emit('hands', { class: classId });
}

/** Where nobody follows anything here, nothing is asked of the database. */
async function hearersIn(io: LiveServer, classId: string): Promise<string[]> {
  const { rooms } = io.of('/').adapter;
  if (![...rooms.keys()].some((name) => name.startsWith('user:'))) return [];
  const db = database();
  const all = await Promise.all([selectLearners(db, classId), selectDesk(db, classId)]);
  return all.flat().map((id) => `user:${id}`);
}
