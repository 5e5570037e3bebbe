/** What was changed in activities, for all or for one student: it is told to who teaches them, and nothing is taken out of it. */
import type { KeptChange } from '../domain/activities/kept-change.ts';
import type { Queryable } from './client.ts';
import { toJson } from './json.ts';
import { notify } from './notify.ts';

export const CHANGES = [
  'given',
  'rules',
  'override',
  'points',
  'released',
  'withdrawn',
  'restored',
  'version',
] as const;
type ActivityChanged = (typeof CHANGES)[number];

export interface NewChange {
  activityId: string;
  actorId: string;
  what: ActivityChanged;
  /** left out: for all */
  userId?: string;
  before?: object;
  after?: object;
}

/** So many students are named to open grade books; of more all is read again. */
const MOST_NAMED = 20;

/** To be called in the transaction that makes the change. Open grade books hear that there is something to read. */
export async function insertChanges(db: Queryable, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  await db.activityChange.createMany({
    data: changes.map(({ before, after, ...change }) => ({
      ...change,
      ...(before === undefined ? {} : { before: toJson(before) }),
      ...(after === undefined ? {} : { after: toJson(after) }),
    })),
  });
  const ids = [...new Set(changes.map(({ activityId }) => activityId))];
  const classes = await db.activity.findMany({
    where: { id: { in: ids } },
    distinct: ['classId'],
    select: { classId: true },
  });
  const named = [...new Set(changes.flatMap(({ userId }) => userId ?? []))];
  const isNamed = changes.every(({ userId }) => userId !== undefined) && named.length <= MOST_NAMED;
  for (const { classId } of classes) await noteGrades(db, classId, isNamed ? named : undefined);
}

/** Says to open grade books of a class that something was changed. @param students left out: for anybody */
export async function noteGrades(db: Queryable, classId: string, students?: readonly string[]): Promise<void> {
  await notify(db, {
    ...{ about: 'grades', class: classId },
    ...(students === undefined ? {} : { students: [...students] }),
  });
}

/** Of each of these students who changed that last; of somebody for whom nobody has, nobody is named. */
export async function selectLastChanges(
  db: Queryable,
  { activityId, userIds, what }: { activityId: string; userIds: readonly string[]; what: ActivityChanged },
): Promise<KeptChange[]> {
  const rows = await db.activityChange.findMany({
    where: { activityId, what, userId: { in: [...userIds] } },
    orderBy: { id: 'desc' },
    distinct: ['userId'],
    select: { userId: true, actor: { select: { name: true } } },
  });
  const by = new Map(rows.map(({ userId, actor }) => [userId, actor?.name ?? null]));
  return userIds.map((userId) => ({ userId, by: by.get(userId) ?? null }));
}
