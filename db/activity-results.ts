/**
 * Results of activities: kept as rows, worked out anew where what they follow from has changed. Triggers raise `facts` in the
 * transaction that changes something; a result is as old as the `facts` that was read before anything else was.
 */
import { z } from 'zod';
import type { Result } from '../domain/activities/result.ts';
import type { Queryable } from './client.ts';
import { Prisma } from './generated/client.ts';
import { rowsOf } from './rows.ts';

/** What of a result is kept. */
export type KeptResult = Omit<Result, 'parts'> & { asked: number };

const stale = z.strictObject({ activityId: z.uuid(), userId: z.uuid(), facts: z.bigint() });
export type StaleResult = z.infer<typeof stale>;

/** Of a class those of one activity, or of some of its students. */
export interface ResultsOf {
  activityId?: string | undefined;
  userIds?: readonly string[] | undefined;
}

/**
 * Which results of a class have to be worked out anew, by what is known when this is asked: of what was taken back none, before it is
 * given again. Of a session those too in which something was being graded: nothing notes its verdicts.
 */
export async function selectStaleResults(
  db: Queryable,
  classId: string,
  { activityId, userIds }: ResultsOf = {},
): Promise<StaleResult[]> {
  const only = Prisma.sql`and a.withdrawn_at is null ${activityId === undefined ? Prisma.empty : Prisma.sql`and a.id = ${activityId}::uuid`}
    ${userIds === undefined ? Prisma.empty : Prisma.sql`and e.user_id = any(${[...userIds]}::uuid[])`}`;
  // what has none is as old as can be; it has a row before its facts are read, so that whoever changes them meanwhile is seen
  await db.$executeRaw`
    insert into activity_results (activity_id, user_id)
    select a.id, e.user_id from activities a
    join enrolments e on e.class_id = a.class_id and e.role = 'student'
    where a.class_id = ${classId}::uuid ${only}
      and not exists (select 1 from activity_results r where r.activity_id = a.id and r.user_id = e.user_id)
    order by 1, 2 on conflict do nothing`;
  return rowsOf(
    stale,
    db.$queryRaw`
    select r.activity_id as "activityId", r.user_id as "userId", r.facts
    from activity_results r join activities a on a.id = r.activity_id
    join enrolments e on e.class_id = a.class_id and e.user_id = r.user_id and e.role = 'student'
    where a.class_id = ${classId}::uuid ${only}
      and (r.computed is distinct from r.facts or (a.kind = 'live' and r.waits > 0))`,
  );
}

/** Keeps results that were worked out from facts that were read after `facts`. An older one never replaces a newer one. */
export async function storeResults(
  db: Queryable,
  results: readonly (StaleResult & { result: KeptResult })[],
): Promise<void> {
  if (results.length === 0) return;
  const of = <T>(read: (one: KeptResult) => T): T[] => results.map(({ result }) => read(result));
  await db.$executeRaw`
    update activity_results r set (points, earned, max_points, asked, handed_in, waits, days, last_at, computed)
      = (n.points, n.earned, n.max_points, n.asked, n.handed_in, n.waits, n.days, n.last_at, n.facts)
    from unnest(
      ${results.map((one) => one.activityId)}::uuid[], ${results.map((one) => one.userId)}::uuid[],
      ${of((one) => one.points)}::float8[], ${of((one) => one.earned)}::float8[], ${of((one) => one.maxPoints)}::float8[],
      ${of((one) => one.asked)}::int[], ${of((one) => one.handedIn)}::int[], ${of((one) => one.waits)}::int[],
      ${of((one) => one.days)}::int[], ${of((one) => (one.lastAt === null ? null : new Date(one.lastAt)))}::timestamptz[],
      ${results.map((one) => one.facts)}::bigint[]
    ) as n (activity_id, user_id, points, earned, max_points, asked, handed_in, waits, days, last_at, facts)
    where r.activity_id = n.activity_id and r.user_id = n.user_id and (r.computed is null or r.computed <= n.facts)`;
}

const keptRow = z.strictObject({
  activityId: z.uuid(),
  userId: z.uuid(),
  points: z.number(),
  earned: z.number(),
  maxPoints: z.number(),
  asked: z.int(),
  handedIn: z.int(),
  waits: z.int(),
  days: z.int(),
  lastAt: z.number().nullable(),
  /** by a teacher's hand, in place of what follows */
  given: z.number().nullable(),
  /** nothing is taken off these for being late */
  asIs: z.boolean().nullable(),
});
export type StoredResult = z.infer<typeof keptRow>;

/** The results of a class, as they were last worked out. */
export async function selectResults(db: Queryable, classId: string, activityId?: string): Promise<StoredResult[]> {
  return rowsOf(
    keptRow,
    db.$queryRaw`
    select r.activity_id as "activityId", r.user_id as "userId", r.points, r.earned, r.max_points as "maxPoints", r.asked,
      r.handed_in as "handedIn", r.waits, r.days, extract(epoch from r.last_at)::float8 * 1000 as "lastAt", p.points as given,
      p.as_is as "asIs"
    from activity_results r join activities a on a.id = r.activity_id
    join enrolments e on e.class_id = a.class_id and e.user_id = r.user_id and e.role = 'student'
    left join activity_points p on p.activity_id = r.activity_id and p.user_id = r.user_id
    where a.class_id = ${classId}::uuid and (${activityId ?? null}::uuid is null or a.id = ${activityId ?? null}::uuid)`,
  );
}

/** One that is not out of date; undefined: it has to be worked out. */
export async function selectOptionalFresh(
  db: Queryable,
  { userId, activityId }: { userId: string; activityId: string },
): Promise<KeptResult | undefined> {
  const row = await db.activityResult.findUnique({ where: { activityId_userId: { activityId, userId } } });
  if (row === null || row.computed !== row.facts) return undefined;
  const { points, earned, maxPoints, asked, handedIn, waits, days, lastAt } = row;
  return { points, earned, maxPoints, asked, handedIn, waits, days, lastAt: lastAt?.getTime() ?? null };
}
