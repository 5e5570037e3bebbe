/** Who has begun what has a time limit. */
import { z } from 'zod';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

/** A student begins, once for each time that they may: by the database's clock. */
export async function insertSitting(
  db: Queryable,
  of: { activityId: string; userId: string; number: number },
): Promise<void> {
  await db.$executeRaw`
    insert into sittings (activity_id, user_id, number, begun_at)
    values (${of.activityId}::uuid, ${of.userId}::uuid, ${of.number}, clock_timestamp()) on conflict do nothing`;
}

/** One at a time who begins, hands in, saves or ends what has a time limit. To be called in a transaction. */
export async function lockSitting(db: Queryable, of: { activityId: string; userId: string }): Promise<void> {
  await db.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`sitting:${of.activityId}:${of.userId}`}, 0))`;
}

/** @returns whether nobody else has done it */
export async function updateSettled(db: Queryable, of: { activityId: string; userId: string }): Promise<boolean> {
  const count = await db.$executeRaw`
    update sittings set settled_at = clock_timestamp()
    where activity_id = ${of.activityId}::uuid and user_id = ${of.userId}::uuid and settled_at is null`;
  return count > 0;
}

export interface OpenSitting {
  activityId: string;
  userId: string;
  lessonId: string;
}

/**
 * Those that have ended, and of which nobody has handed in what was typed: a moment later, so that what was received before the
 * end is stored.
 */
export async function selectEndedSittings(db: Queryable): Promise<OpenSitting[]> {
  return rowsOf(
    z.strictObject({ activityId: z.uuid(), userId: z.uuid(), lessonId: z.uuid() }),
    db.$queryRaw`
    select s.activity_id as "activityId", s.user_id as "userId", a.lesson_id as "lessonId"
    from sittings s join activities a on a.id = s.activity_id
    join classes c on c.id = a.class_id and c.archived_at is null
    left join enrolments e on e.class_id = a.class_id and e.user_id = s.user_id
    left join activity_overrides o on o.activity_id = a.id and o.user_id = s.user_id
    cross join lateral (
      select coalesce(o.time_factor, e.time_factor, 1) as factor, coalesce(o.until, a.due_at) as due
    ) own
    -- when it closes for them as in domain/activities/override.ts
    where s.settled_at is null and a.withdrawn_at is null and least(
      case when a.late = 'closed' and own.due is not null then least(own.due, case when o.until is null then a.closes_at end)
        when a.closes_at is not null then greatest(a.closes_at, o.until) end,
      case when own.factor <> 0 then s.begun_at + a.minutes * own.factor * interval '1 minute' end
    ) < clock_timestamp() - interval '2 seconds'
    limit 200`,
  );
}
