/** What was changed in activities, for all or for one student: it is told to who teaches them, and nothing is taken out of it. */
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
