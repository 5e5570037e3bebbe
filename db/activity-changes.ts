/** What was changed in activities, for all or for one student: it is told to who teaches them, and nothing is taken out of it. */
import type { KeptChange } from '../domain/activities/kept-change.ts';
import type { Queryable } from './client.ts';
import { toJson } from './json.ts';

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

/** To be called in the transaction that makes the change. */
export async function insertChanges(db: Queryable, changes: readonly NewChange[]): Promise<void> {
  await db.activityChange.createMany({
    data: changes.map(({ before, after, ...change }) => ({
      ...change,
      ...(before === undefined ? {} : { before: toJson(before) }),
      ...(after === undefined ? {} : { after: toJson(after) }),
    })),
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
