/** Who of a class is where at this moment, and what they are doing; and what a student is told of the hour that their class is in. */
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { selectHoursOf, selectOptionalHour, selectOptionalOwnHand } from '../../../db/class-hours.ts';
import { database, pool } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { selectAtWork } from '../../../db/presences.ts';
import { type ClassChanges, type ClassNow, changesIn, type Lines } from '../../../domain/class-now/changes.ts';
import type { HourView, OwnHour } from '../../../domain/class-now/hour.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { Outcome } from '../../../domain/refusal.ts';
import { OneForAll } from '../../one-for-all.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

/** Two teachers who look at one class cost what one does. */
const readings = new OneForAll<ReadClass>();

/** What pages of this server have read a moment ago, by class and reading: what they ask next goes on from it. */
const kept = new LRUCache<string, Lines>({ max: 200, ttl: 15_000 });
/** The newest of each class, whose students need not be looked at again where nothing of them has changed. */
const newest = new LRUCache<string, Lines>({ max: 50, ttl: 15_000 });
/** Of a server that is started anew no page has a reading. */
const server = randomUUID().slice(0, 8);
let count = 0;

interface ReadClass extends Omit<ClassNow, 'students'> {
  lines: Lines;
}

/**
 * Its students with what is stored of where they are, in no order, and the hour that it is in. A page that names the reading that it
 * has is sent what has changed since; one whose reading is not known any more, everything.
 */
export const readNow = command({
  input: z.strictObject({ classId: z.uuid(), after: storable.max(40).optional() }),
  allow: ofClass('hour.watch'),
  run: async (_person, { classId, after }): Promise<Outcome<ClassChanges>> => {
    const { lines, ...read } = await readings.do(classId, () => readClass(classId));
    const before = after === undefined ? undefined : kept.get(`${classId} ${after}`);
    return { ok: true, ...read, ...changesIn(before, lines), after: before === undefined ? null : (after ?? null) };
  },
});

/** Hours as they were told last, by what they are at: one that goes on as it is need not be read again and again. */
const hours = new LRUCache<string, HourView>({ max: 50, ttl: 5_000 });

async function readClass(classId: string): Promise<ReadClass> {
  const { now, hour: at, lines } = await selectAtWork(pool(), classId, newest.get(classId));
  const hour = at === null ? undefined : (hours.get(at) ?? (await selectOptionalHour(database(), classId)));
  if (at !== null && hour !== undefined && !hours.has(at)) hours.set(at, hour);
  count += 1;
  const reading = `${server}-${count}`;
  kept.set(`${classId} ${reading}`, lines);
  newest.set(classId, lines);
  return { reading, now, hour: hour ?? null, lines };
}

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
