/** Who of a class is where at this moment, and what they are doing; and what a student is told of the hour that their class is in. */
import { z } from 'zod';
import { selectHoursOf, selectOptionalHour, selectOptionalOwnHand } from '../../../db/class-hours.ts';
import { database, pool } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { selectAtWork } from '../../../db/presences.ts';
import type { HourView, OwnHour } from '../../../domain/class-now/hour.ts';
import type { StudentAtWork } from '../../../domain/class-now/work.ts';
import type { Outcome } from '../../../domain/refusal.ts';
import { OneForAll } from '../../one-for-all.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

export interface ClassNow {
  /** the database's clock; ms since 1970 */
  now: number;
  students: StudentAtWork[];
  hour: HourView | null;
}

/** Two teachers who look at one class cost what one does. */
const readings = new OneForAll<ClassNow>();

/** Its students with what is stored of where they are, in no order; and the hour that it is in. */
export const readNow = command({
  input: z.strictObject({ classId: z.uuid() }),
  allow: ofClass('hour.watch'),
  run: async (_person, { classId }): Promise<Outcome<ClassNow>> => ({
    ok: true,
    ...(await readings.do(classId, async () => {
      const [hour, atWork] = await Promise.all([
        selectOptionalHour(database(), classId),
        selectAtWork(pool(), classId),
      ]);
      return { ...atWork, hour: hour ?? null };
    })),
  }),
});

/** The hours that one's classes are in, the newest first, with one's own raised hand. */
export const readOwnHours = command({
  input: z.strictObject({}),
  allow: 'signedIn',
  run: async (person): Promise<Outcome<{ hours: OwnHour[] }>> => ({ ok: true, hours: await ownHours(person.id) }),
});

async function ownHours(userId: string): Promise<OwnHour[]> {
  const db = database();
  const hours = await selectHoursOf(db, userId);
  if (hours.length === 0) return [];
  const now = (await databaseNow(db)).getTime();
  return Promise.all(
    hours.map(async (hour) => ({
      hour,
      hand: await selectOptionalOwnHand(db, hour.id, userId),
      placedAgo: hour.place === null ? null : now - hour.place.at,
    })),
  );
}
