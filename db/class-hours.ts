/** Hours in which a class works together, and the hands that are raised in them. */
import { HOUR_LASTS_MS, type HourView, type OwnHand } from '../domain/class-now/hour.ts';
import type { Queryable } from './client.ts';
import { databaseNow } from './clock.ts';
import { notify } from './notify.ts';

const select = {
  id: true,
  classId: true,
  begunAt: true,
  changedAt: true,
  pausedAt: true,
  section: true,
  heading: true,
  placedAt: true,
  class: { select: { name: true } },
  begunBy: { select: { name: true } },
  lesson: { select: { id: true, slug: true, title: true, ownerId: true } },
} as const;

/** One that nobody has ended, and in which something happened not too long ago. */
const on = async (db: Queryable) => ({
  endedAt: null,
  changedAt: { gt: new Date((await databaseNow(db)).getTime() - HOUR_LASTS_MS) },
  class: { archivedAt: null },
});

interface Row {
  id: string;
  classId: string;
  begunAt: Date;
  changedAt: Date;
  pausedAt: Date | null;
  section: string | null;
  heading: string | null;
  placedAt: Date | null;
  class: { name: string };
  begunBy: { name: string } | null;
  lesson: { id: string; slug: string; title: string; ownerId: string | null } | null;
}

/** A lesson has a page of its own; a quiz is read where the class was given it. */
async function pathOf(
  db: Queryable,
  classId: string,
  { id, slug, ownerId }: NonNullable<Row['lesson']>,
): Promise<string> {
  if (ownerId === null) return `/lessons/${slug}`;
  const given = await db.activity.findFirst({
    where: { classId, lessonId: id, withdrawnAt: null },
    select: { id: true },
  });
  return given === null ? '/home' : `/activities/${given.id}`;
}

async function viewOf(db: Queryable, row: Row): Promise<HourView> {
  const { id, classId, lesson, section, heading, placedAt } = row;
  return {
    ...{ id, classId, className: row.class.name, by: row.begunBy?.name ?? null },
    changedAt: row.changedAt.getTime(),
    begunAt: row.begunAt.getTime(),
    paused: row.pausedAt !== null,
    place:
      lesson === null || placedAt === null
        ? null
        : {
            ...{ lesson: lesson.id, path: await pathOf(db, classId, lesson), title: lesson.title },
            ...{ section, heading, at: placedAt.getTime() },
          },
  };
}

/** The hour that a class is in. */
export async function selectOptionalHour(db: Queryable, classId: string): Promise<HourView | undefined> {
  const found = await db.classHour.findFirst({ where: { classId, ...(await on(db)) }, select });
  return found === null ? undefined : viewOf(db, found);
}

/** The hours of the classes in which somebody learns, the newest first. */
export async function selectHoursOf(db: Queryable, userId: string): Promise<HourView[]> {
  const when = await on(db);
  const found = await db.classHour.findMany({
    where: { ...when, class: { archivedAt: null, enrolments: { some: { userId, role: 'student' } } } },
    orderBy: { begunAt: 'desc' },
    select,
  });
  return Promise.all(found.map((row) => viewOf(db, row)));
}

/** Begins one; one that nobody ended and that is long over is ended. Nothing where the class is in one. */
export async function insertHour(db: Queryable, of: { classId: string; begunById: string }): Promise<void> {
  // two teachers who begin at the same moment begin the same one
  await db.$executeRaw`select 1 from classes where id = ${of.classId}::uuid for update`;
  if ((await selectOptionalHour(db, of.classId)) !== undefined) return;
  await endHours(db, of.classId);
  await db.classHour.create({ data: of });
}

/** Ends what a class is in, with the hands that are up. */
export async function endHours(db: Queryable, classId: string): Promise<void> {
  const now = await databaseNow(db);
  await db.hand.updateMany({ where: { loweredAt: null, hour: { classId, endedAt: null } }, data: { loweredAt: now } });
  await db.classHour.updateMany({ where: { classId, endedAt: null }, data: { endedAt: now, changedAt: now } });
}

/** What is changed of an hour. */
export type HourChange = { paused: boolean } | { lessonId: string; section: string | null; heading: string | null };

/** @returns whether the class is in one */
export async function updateHour(db: Queryable, classId: string, change: HourChange): Promise<boolean> {
  const now = await databaseNow(db);
  const data = 'paused' in change ? { pausedAt: change.paused ? now : null } : { ...change, placedAt: now };
  const { count } = await db.classHour.updateMany({
    where: { classId, ...(await on(db)) },
    data: { ...data, changedAt: now },
  });
  return count > 0;
}

/** Tells everybody in the class, with the transaction. */
export const tellHour = (db: Queryable, classId: string): Promise<void> =>
  notify(db, { about: 'hour', class: classId });
/** Tells those whom raised hands concern, with the transaction. */
export const tellHands = (db: Queryable, of: { classId: string; userId: string }): Promise<void> =>
  notify(db, { about: 'hands', class: of.classId, user: of.userId });

/** Raises a hand; one that is up stays where it is in the queue. */
export async function insertHand(db: Queryable, of: { hourId: string; userId: string }): Promise<void> {
  await db.$executeRaw`
    insert into hands (hour_id, user_id) values (${of.hourId}::uuid, ${of.userId}::uuid)
    on conflict (hour_id, user_id) where lowered_at is null do nothing`;
}

/** @returns whether it was up */
export async function updateLowered(db: Queryable, id: string, loweredById: string): Promise<boolean> {
  const { count } = await db.hand.updateMany({
    where: { id, loweredAt: null },
    data: { loweredAt: await databaseNow(db), loweredById },
  });
  return count > 0;
}

export interface RaisedHand {
  id: string;
  userId: string;
  classId: string;
}

/** A hand, be it up or down; undefined: there is none of that id. */
export async function selectOptionalHand(db: Queryable, id: string): Promise<RaisedHand | undefined> {
  const found = await db.hand.findUnique({
    where: { id },
    select: { id: true, userId: true, hour: { select: { classId: true } } },
  });
  return found === null ? undefined : { id: found.id, userId: found.userId, classId: found.hour.classId };
}

/** Who has a hand up in an hour, first come first. */
async function selectHands(db: Queryable, hourId: string): Promise<{ id: string; userId: string }[]> {
  return db.hand.findMany({
    where: { hourId, loweredAt: null },
    orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, userId: true },
  });
}

/** Who waits with a hand up in what a class is in. */
export async function selectRaising(db: Queryable, classId: string): Promise<string[]> {
  const found = await db.hand.findMany({
    where: { loweredAt: null, hour: { classId, ...(await on(db)) } },
    select: { userId: true },
  });
  return found.map(({ userId }) => userId);
}

/** One's own raised hand in an hour. */
export async function selectOptionalOwnHand(db: Queryable, hourId: string, userId: string): Promise<OwnHand | null> {
  const hands = await selectHands(db, hourId);
  const before = hands.findIndex((one) => one.userId === userId);
  const found = hands[before];
  return found === undefined ? null : { id: found.id, before };
}
