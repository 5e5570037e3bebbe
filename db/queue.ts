/** The queue on PostgreSQL: a job is added in the transaction of the submission it is for. */
import type pg from 'pg';
import { z } from 'zod';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

/** Whoever has many waiting comes after those who have few. */
const BASE_PRIORITY = 10;

/** Stands on every job that runs code. */
export const CODE_FLAG = 'code';
/** … before whose: a student's or a player's */
export const CODE_OF = 'code:';

/** A live round is waited for by a whole room: it goes before everything else. */
export const LIVE_TASK = 'gradeLive';
export const LIVE_PRIORITY = 0;

/** A regrade is waited for by nobody in class: it comes after all homework, however much of that waits. */
export const REGRADE_TASK = 'regrade';
const REGRADE_PRIORITY = 10_000;
/** All regrades together hold one slot of a pool, as one student does: what comes meanwhile has the others. */
const REGRADE_FLAG = `${CODE_OF}regrade`;

/** A try counts for nothing: it comes after all that was handed in, however much of that waits; strangers come last of all. */
export const TRY_TASK = 'try';
const TRY_PRIORITY = 5_000;
/** Who publishes waits for those who try. */
const PROOF_PRIORITY = 7_000;
const STRANGERS_PRIORITY = 20_000;
/** Stands on every try: all of them together leave a slot to what was handed in. */
export const TRY_FLAG = 'try';

/** The flag that tells whose code a job runs, of a job's flags. */
export function codeFlagOf(flags: object | null): string | undefined {
  return Object.keys(flags ?? {}).find((flag) => flag.startsWith(CODE_OF));
}

/** Whether a job is a try, by its flags. */
export function isTry(flags: object | null): boolean {
  return Object.hasOwn(flags ?? {}, TRY_FLAG);
}

/** Each pool holds advisory locks of this space for as long as it is there. */
export const POOL_LOCKS = 7_401;

/** Whether any pool takes jobs of this database now. */
export async function isPoolThere(db: Queryable): Promise<boolean> {
  const [row] = await rowsOf(
    z.strictObject({ there: z.boolean() }),
    db.$queryRaw`
    select exists (select 1 from pg_locks
      where locktype = 'advisory' and granted and classid = ${POOL_LOCKS}::int
        and database = (select oid from pg_database where datname = current_database())) as there`,
  );
  return row?.there ?? false;
}

export interface ToGrade {
  submission: string;
  user: string;
  /** whether it needs a sandbox: such jobs wait for a slot, one of each student at a time */
  runsCode: boolean;
}

/**
 * Enqueues submissions for grading, in one statement. Attempts are plenty, since a job whose worker was killed from outside
 * is simply run again; faults of ours are counted by the worker itself.
 */
export async function enqueueGradings(db: Queryable, all: readonly ToGrade[]): Promise<void> {
  await db.$executeRaw`
    select graphile_worker.add_job(
      'grade', json_build_object('submission', one.submission), max_attempts := 1000,
      flags := case when one.code then array[${CODE_FLAG}, ${CODE_OF} || one.student] end,
      priority := ${BASE_PRIORITY} + (
        select count(*)::int from submissions s
        where s.user_id = one.student::uuid and s.created_at > now() - interval '10 minutes'
          and not exists (select 1 from verdicts v where v.submission_id = s.id)))
    from unnest(${all.map((one) => one.submission)}::text[], ${all.map((one) => one.user)}::text[],
      ${all.map((one) => one.runsCode)}::boolean[]) with ordinality one(submission, student, code, at)
    order by one.at`;
}

/**
 * Enqueues a try. One of an account or a seat waits at a time: a newer one takes the place of the one that waits. All
 * strangers together hold one slot of a pool, as one student does.
 */
export async function enqueueTry(
  db: Queryable,
  id: string,
  asker: { user: string } | { seat: string } | { proof: string } | 'stranger',
  runsCode: boolean,
): Promise<void> {
  const of =
    asker === 'stranger' ? 'strangers' : 'user' in asker ? asker.user : 'seat' in asker ? asker.seat : asker.proof;
  const flags = [TRY_FLAG, `${CODE_OF}${of}`, ...(runsCode ? [CODE_FLAG] : [])];
  const key = asker === 'stranger' ? null : `${TRY_TASK}:${of}`;
  const priority = asker === 'stranger' ? STRANGERS_PRIORITY : 'proof' in asker ? PROOF_PRIORITY : TRY_PRIORITY;
  await db.$executeRaw`
    select graphile_worker.add_job(
      ${TRY_TASK}, json_build_object('try', ${id}::text), max_attempts := 1000, flags := ${flags}::text[],
      job_key := ${key}::text, priority := ${priority}::int)`;
}

/** Enqueues every item of a regrade, those handed in first first. @param code the questions whose answers are run */
export async function enqueueRegrade(db: Queryable, regradeId: string, code: readonly string[]): Promise<void> {
  await db.$executeRaw`
    select graphile_worker.add_job(
      ${REGRADE_TASK}, json_build_object('regrade', i.regrade_id, 'submission', i.submission_id),
      max_attempts := 1000, priority := ${REGRADE_PRIORITY},
      flags := case when s.question_id = any(${[...code]}::text[])
        then array[${CODE_FLAG}, ${REGRADE_FLAG}] end)
    from regrade_items i join submissions s on s.id = i.submission_id
    where i.regrade_id = ${regradeId}::uuid
    order by s.created_at, s.id`;
}

/** What waits in the queue and is not being worked on, by task. @returns how many, and for how long the oldest has waited */
export async function countWaiting(pool: pg.Pool): Promise<{ task: string; count: number; seconds: number }[]> {
  const { rows } = await pool.query<{ task: string; count: number; seconds: number }>(`
    select task_identifier as task, count(*)::int as count,
      extract(epoch from now() - min(greatest(run_at, created_at)))::float8 as seconds
    from graphile_worker.jobs
    where locked_at is null and attempts < max_attempts and run_at <= now()
    group by task_identifier`);
  return rows;
}
